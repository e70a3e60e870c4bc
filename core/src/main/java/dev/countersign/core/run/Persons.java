// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.run;

/// What a decision says.
final class Persons {
    private static final String[] YES = {"approv", "accept"};
    private static final String[] NO = {"reject", "declin", "denied", "deny", "refus", "disapprov"};

    private Persons() {}

    /// Whether a decision says no.
    static boolean saysNo(String decision) {
        return begins(decision, NO);
    }

    /// Whether a decision says yes.
    static boolean saysYes(String decision) {
        return begins(decision, YES);
    }

    private static boolean begins(String decision, String[] words) {
        String said = decision.strip();
        for (String word : words) {
            if (said.regionMatches(true, 0, word, 0, word.length())) {
                return true;
            }
        }
        return false;
    }
}
