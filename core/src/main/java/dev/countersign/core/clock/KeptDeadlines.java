// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.clock;

import org.jspecify.annotations.Nullable;

/// Deadlines as they were fixed when their clocks started (CLOCKS), where somebody keeps them.
@FunctionalInterface
public interface KeptDeadlines {
    /// Nobody keeps any: those of today's policy hold.
    KeptDeadlines NONE = (_, _) -> null;

    /// The clock of a run as it was fixed; null if it was not.
    ///
    /// @param today the clock under today's policy
    @Nullable RunClock fixed(String runId, RunClock today);

    /// The clock of a run as it was fixed, else as today's policy has it.
    default RunClock of(String runId, RunClock today) {
        RunClock fixed = fixed(runId, today);
        return fixed == null ? today : fixed;
    }
}
