// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.text;

import dev.countersign.core.chain.Fault;
import dev.countersign.core.chain.Witness;

import org.jspecify.annotations.Nullable;

/// How sentences point at records. Records count from 0, lines from 1, as in every report of ours.
public final class Places {
    private Places() {}

    /// `Record 7 (line 8)`, at the start of a sentence.
    public static String of(Fault f) {
        return "Record " + f.record() + " (line " + f.line() + ")";
    }

    /// `record 7 (line 8)`, inside a sentence.
    public static String inside(Fault f) {
        return "record " + f.record() + " (line " + f.line() + ")";
    }

    /// `record 5`.
    public static String name(Witness w) {
        return "record " + w.record();
    }

    /// The record before: the witness where there is one, else the one that stands there.
    public static String before(Fault f) {
        Witness w = witness(f, Witness.Role.PREDECESSOR);
        if (w != null) {
            return name(w);
        }
        return f.record() == 0 ? "the start of the chain" : "record " + (f.record() - 1);
    }

    /// The record after: the witness where there is one, else the one that stands there.
    public static String after(Fault f) {
        Witness w = witness(f, Witness.Role.SUCCESSOR);
        return w != null ? name(w) : "record " + (f.record() + 1);
    }

    /// The first witness in a role.
    public static @Nullable Witness witness(Fault f, Witness.Role role) {
        for (Witness w : f.witnesses()) {
            if (w.role() == role) {
                return w;
            }
        }
        return null;
    }
}
