// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.control;

import dev.countersign.app.text.CheckText;
import dev.countersign.core.run.Outcome;

/// The outcome of a check as word, shape and colour.
public final class CheckMark {
    private CheckMark() {}

    /// Shape and word on one line.
    public static VerdictMark of(Outcome outcome) {
        return VerdictMark.inline(mark(outcome), CheckText.word(outcome));
    }

    /// The mark that an outcome has.
    public static Mark mark(Outcome outcome) {
        return switch (outcome) {
            case VERIFIED -> Mark.VERIFIED;
            case FAILED -> Mark.FAILED;
            case NOT_CHECKED -> Mark.OPEN;
        };
    }
}
