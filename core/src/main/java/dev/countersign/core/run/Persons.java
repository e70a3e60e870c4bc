// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.run;

import org.jspecify.annotations.Nullable;

/// Whether two claimed identities are one person, and what a decision says.
final class Persons {
    private static final String[] NO = {"reject", "declin", "denied", "deny", "refus", "disapprov"};

    private Persons() {}

    /// Whether they are spelled alike but for case and white space around them. The producer
    /// compares exactly; whoever evades it by a capital letter is still the same person.
    static boolean same(@Nullable String one, @Nullable String other) {
        return one != null && other != null && one.strip().equalsIgnoreCase(other.strip());
    }

    /// Whether a decision says no.
    static boolean saysNo(String decision) {
        String word = decision.strip();
        for (String no : NO) {
            if (word.regionMatches(true, 0, no, 0, no.length())) {
                return true;
            }
        }
        return false;
    }
}
