// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.clock;

/// What a clock says at an instant.
///
/// @param state where it stands
/// @param remainingSeconds due minus now (or minus its end) in elapsed seconds, floored; negative
///   when late
/// @param percent of the target used, in the clock's own time: 100 at due, may exceed it
public record ClockReading(State state, long remainingSeconds, int percent) {
    /// Where a clock stands.
    public enum State {
        /// It counts.
        RUNNING,
        /// Closed hours: it counts again when they end.
        PAUSED,
        /// It ended in time.
        MET,
        /// It ended after its deadline.
        LATE,
        /// It runs, and its deadline is over.
        BREACHED
    }
}
