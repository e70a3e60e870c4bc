// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.clock;

import dev.countersign.core.policy.ClockKind;

import org.jspecify.annotations.Nullable;

import java.time.Instant;

/// One stretch for which a clock runs: facts of the chain, without any policy's target.
///
/// @param kind which clock
/// @param step the step that waits; empty where no step does
/// @param key the approval key that ends it; empty where none does
/// @param record the 0-based record that started it
/// @param hash that record's stored hash
/// @param started when
/// @param assumed whether the chain does not give this start and policy supplied it
/// @param ending what ended it; null while it runs
public record Cycle(
        ClockKind kind,
        String step,
        String key,
        long record,
        String hash,
        Instant started,
        boolean assumed,
        @Nullable Ending ending) {
    /// What ended a cycle.
    ///
    /// @param record the 0-based record
    /// @param at its own time, or that of its time-stamp token
    /// @param how what it was
    /// @param selfAsserted whether only the record's own clock vouches for the time
    public record Ending(long record, Instant at, How how, boolean selfAsserted) {}

    /// How a cycle ends.
    public enum How {
        /// An approval by somebody who is not the author.
        APPROVED,
        /// A rejection: the clock is met, the run waits on without one.
        REJECTED,
        /// The review, or the review step's ok or block.
        REVIEWED,
        /// An observation of the record.
        OBSERVED,
        /// A disposition that names the record.
        DISPOSED
    }
}
