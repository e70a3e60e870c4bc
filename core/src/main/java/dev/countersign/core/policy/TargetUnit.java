// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.policy;

import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/// The units of a target, as a policy file spells them.
enum TargetUnit {
    BUSINESS_HOURS,
    BUSINESS_MINUTES,
    BUSINESS_DAYS,
    END_OF_BUSINESS_DAY,
    ELAPSED_HOURS,
    ELAPSED_MINUTES,
    ELAPSED_HOURS_TO_OPEN_DAY,
    NEXT_PERIOD;

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Set<String> words() {
        Set<String> words = new TreeSet<>();
        for (TargetUnit unit : values()) {
            words.add(unit.word());
        }
        return words;
    }

    /// @param word one of {@link #words()}
    static TargetUnit of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
