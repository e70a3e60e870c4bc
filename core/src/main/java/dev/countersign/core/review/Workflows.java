// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.review;

import org.jspecify.annotations.Nullable;

/// The workflows whose gate and rules can be performed here (FORMATS 5).
enum Workflows {
    CHANGE_APPROVAL("change-approval", "control"),
    PERSONAL_TRADE("personal-trade-compliance", "rule");

    private final String word;
    private final String controlKey;

    Workflows(String word, String controlKey) {
        this.word = word;
        this.controlKey = controlKey;
    }

    /// The key under which its claims name what they are about.
    String controlKey() {
        return controlKey;
    }

    static @Nullable Workflows of(String workflow) {
        for (Workflows known : values()) {
            if (known.word.equals(workflow)) {
                return known;
            }
        }
        return null;
    }
}
