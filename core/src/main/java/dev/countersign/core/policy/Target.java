// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.policy;

import java.time.Duration;

/// How long a clock may run.
public sealed interface Target {
    /// So many open hours of the calendar.
    ///
    /// @param duration while it is open
    record BusinessHours(Duration duration) implements Target {}

    /// The same local time so many open days later, clipped to that day's close.
    ///
    /// @param days how many, at least one
    record BusinessDays(int days) implements Target {}

    /// The close of the so many-th open day after.
    ///
    /// @param days how many, at least one
    record EndOfBusinessDay(int days) implements Target {}

    /// Elapsed time, nights and holidays included.
    ///
    /// @param duration of the world's time, not of the calendar's
    record Elapsed(Duration duration) implements Target {}

    /// Elapsed time; if that falls on a closed day, the same local time on the next open day.
    ///
    /// @param duration of the world's time, not of the calendar's
    record ElapsedToOpenDay(Duration duration) implements Target {}

    /// The end of the next period: what a monthly sample has.
    record NextPeriod() implements Target {}
}
