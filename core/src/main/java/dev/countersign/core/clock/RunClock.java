// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.clock;

import dev.countersign.core.policy.ClockKind;
import dev.countersign.core.policy.Tier;

import java.time.Instant;

/// A clock of a run with its deadline, fixed when it started.
///
/// @param cycle what started and ended it
/// @param tier which target holds
/// @param tierAssumed whether nothing in the payload says so
/// @param pauses whether its target counts open hours only, so that closed ones pause it
/// @param due the deadline
/// @param role who is waited for
/// @param escalateTo who hears of a breach
/// @param breachSeverity 1 to 4: what a breach is worth
/// @param policyVersion the policy the deadline was fixed under
public record RunClock(
        Cycle cycle,
        Tier tier,
        boolean tierAssumed,
        boolean pauses,
        Instant due,
        String role,
        String escalateTo,
        int breachSeverity,
        String policyVersion) {
    /// Which clock it is.
    public ClockKind kind() {
        return cycle.kind();
    }

    /// Whether it still runs.
    public boolean open() {
        return cycle.ending() == null;
    }

    /// Whether it ran at an instant: it had not ended yet (CLOCKS, "replay them for any past
    /// instant").
    public boolean openAt(Instant now) {
        Cycle.Ending ending = cycle.ending();
        return ending == null || ending.at().isAfter(now);
    }

    /// Whether it had missed its deadline at an instant. One that ran then had from the due instant
    /// on (CLOCKS, "A breach is a finding"); one that ended at the due instant was in time.
    public boolean breached(Instant now) {
        Cycle.Ending ending = cycle.ending();
        return ending == null || ending.at().isAfter(now)
                ? !now.isBefore(due)
                : ending.at().isAfter(due);
    }
}
