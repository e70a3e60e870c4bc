// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.text;

import dev.countersign.core.chain.Fault;
import dev.countersign.core.chain.Witness;

/// What another record has to say about a faulty one.
public final class WitnessText {
    private WitnessText() {}

    /// One sentence.
    public static String sentence(Witness witness, Fault fault) {
        return Quotes.ended(text(witness, fault));
    }

    private static String text(Witness witness, Fault fault) {
        String who =
                "Record "
                        + witness.record()
                        + " (line "
                        + witness.line()
                        + "), "
                        + role(witness.role());
        String link = witness.link();
        if (witness.role() == Witness.Role.SUCCESSOR && link != null) {
            return who + ", links to " + Quotes.hash(link) + whose(link, fault) + ".";
        }
        String stored = witness.stored();
        if (stored == null) {
            return who + ", carries no hash.";
        }
        return who + ", carries " + Quotes.hash(stored) + ".";
    }

    private static String role(Witness.Role role) {
        return switch (role) {
            case PREDECESSOR -> "the one before";
            case SUCCESSOR -> "the one after";
            case TWIN -> "the same record";
            case NAMED_BY_LINK -> "which the link names";
            case SIBLING -> "which has the same link";
        };
    }

    private static String whose(String link, Fault fault) {
        if (link.equals(fault.stored())) {
            return ", the stored hash";
        }
        return link.equals(fault.computed()) ? ", the computed hash" : "";
    }
}
