// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.run;

import dev.countersign.core.review.ClaimReader;
import dev.countersign.core.review.Control;

import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/// The controls that a run names in its claims, what it left open and its findings.
final class NamedControls {
    private NamedControls() {}

    /// Those that a register does not have: nobody said there what they ask for.
    static List<String> beyond(List<Control> register, RunSnapshot run) {
        SortedSet<String> named = new TreeSet<>();
        if (run.state() != null) {
            ClaimReader.claims(run.state()).forEach(claim -> named.add(claim.control()));
            ClaimReader.abstentions(run.state()).forEach(one -> named.add(one.control()));
        }
        run.findings().forEach(finding -> named.add(finding.control()));
        register.forEach(control -> named.remove(control.id()));
        named.remove("");
        return List.copyOf(named);
    }
}
