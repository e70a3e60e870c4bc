// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.policy;

import java.util.Locale;

/// The clocks (CLOCKS). A run can have several at once.
public enum ClockKind {
    /// The gating judge's: from the handoff to the reviewer to the review.
    OPERATOR_REVIEW,
    /// Maker-checker: from the first `awaiting_approval` of a cycle to an approval of its key.
    APPROVAL,
    /// The approval after the fact that an emergency approval needs: from the emergency approval.
    RETROACTIVE_APPROVAL,
    /// Of exceptions and blocks: from the record to its observation or disposition.
    OBSERVATION,
    /// Of the clean population of a period: from the period's end.
    POPULATION;

    /// As it is written in files.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
