// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.control;

import dev.countersign.core.review.RuleBook;

/// What a firm's own rules gave as shape and colour.
public final class AddedMark {
    private AddedMark() {}

    /// Green only where they were applied and found nothing.
    public static Mark of(RuleBook.Additional added) {
        return added.failure() != null
                ? Mark.OPEN
                : added.results().isEmpty() ? Mark.VERIFIED : Mark.NOTE;
    }
}
