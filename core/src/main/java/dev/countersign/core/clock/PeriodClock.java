// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.clock;

import java.time.YearMonth;

/// The clock of a period: until when a sample of its clean population must be observed (CLOCKS). It
/// belongs to no run, so neither does its cycle: no step, key, record or hash.
///
/// @param period a month in the owner's zone
/// @param runs how many runs started in it
/// @param clock from the end of the period; runs until the sample is observed
public record PeriodClock(YearMonth period, int runs, RunClock clock) {
    private static final String PREFIX = "population-";

    /// What stands where a run's id would: `population-2026-10`.
    public String id() {
        return id(period);
    }

    /// The id of a period's population.
    public static String id(YearMonth period) {
        return PREFIX + period;
    }
}
