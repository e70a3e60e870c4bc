// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.clock;

import dev.countersign.core.policy.BusinessCalendar;
import dev.countersign.core.policy.Policy;

import java.time.Instant;
import java.util.Map;

/// In which hours clocks count: those of the policy that their deadlines were fixed under (CLOCKS).
///
/// @param today the policy in force
/// @param earlier the calendars of earlier policies by version; today's stands for one that nobody
///   kept
public record OfficeHours(Policy today, Map<String, BusinessCalendar> earlier) {
    public OfficeHours {
        earlier = Map.copyOf(earlier);
    }

    /// Where no earlier policy is known.
    public static OfficeHours of(Policy today) {
        return new OfficeHours(today, Map.of());
    }

    /// What a clock says at an instant.
    public ClockReading reading(RunClock clock, Instant now) {
        return Deadlines.reading(clock, of(clock), now);
    }

    private BusinessCalendar of(RunClock clock) {
        return clock.policyVersion().equals(today.version())
                ? today.calendar()
                : earlier.getOrDefault(clock.policyVersion(), today.calendar());
    }
}
