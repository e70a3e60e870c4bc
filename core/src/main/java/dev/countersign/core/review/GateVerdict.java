// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.review;

import org.jspecify.annotations.Nullable;

import java.util.Locale;

/// What the grounding gate says (FORMATS 5).
public enum GateVerdict {
    /// Every claim is grounded and nothing was left open.
    APPROVE,
    /// Something was left open: a human must look.
    REVIEW,
    /// A claim is not grounded. Nobody can override this.
    BLOCK;

    /// As it is written in files.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// The verdict of a word, or null if it is none.
    public static @Nullable GateVerdict of(@Nullable String word) {
        for (GateVerdict verdict : values()) {
            if (verdict.word().equals(word)) {
                return verdict;
            }
        }
        return null;
    }
}
