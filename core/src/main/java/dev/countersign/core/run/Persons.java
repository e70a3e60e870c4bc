// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.run;

/// What a decision says.
final class Persons {
    private static final String[] NO = {"reject", "declin", "denied", "deny", "refus", "disapprov"};

    private Persons() {}

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
