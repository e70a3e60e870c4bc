// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.clock;

/// Deadlines as they were fixed when their clocks started (CLOCKS), where somebody keeps them.
@FunctionalInterface
public interface KeptDeadlines {
    /// Nobody keeps any: those of today's policy hold.
    KeptDeadlines NONE = (_, today) -> today;

    /// The clock of a run as it was fixed.
    ///
    /// @param today the clock under today's policy
    RunClock of(String runId, RunClock today);
}
