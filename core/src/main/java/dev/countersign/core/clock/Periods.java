// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.clock;

import dev.countersign.core.policy.ClockKind;
import dev.countersign.core.policy.ClockRule;
import dev.countersign.core.policy.Policy;
import dev.countersign.core.policy.Tier;

import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/// Which periods wait for their sample: pure, like {@link Deadlines}.
public final class Periods {
    private Periods() {}

    /// The period that an instant lies in.
    public static YearMonth of(Instant at, ZoneId zone) {
        return YearMonth.from(at.atZone(zone));
    }

    /// The clocks of the months, in the owner's zone, that are over and in which runs started; the
    /// earliest first. A month in which nothing ran has nothing to sample.
    ///
    /// @param starts when runs started (FORMATS 5, "Population of a period")
    public static List<PeriodClock> over(Collection<Instant> starts, Policy policy, Instant now) {
        ZoneId zone = policy.calendar().zone();
        YearMonth running = of(now, zone);
        SortedMap<YearMonth, Integer> runs = new TreeMap<>();
        for (Instant start : starts) {
            runs.merge(of(start, zone), 1, Integer::sum);
        }
        List<PeriodClock> clocks = new ArrayList<>();
        runs.headMap(running)
                .forEach((period, count) ->
                        clocks.add(new PeriodClock(period, count, clock(period, policy))));
        return clocks;
    }

    private static RunClock clock(YearMonth period, Policy policy) {
        Instant end =
                period.plusMonths(1).atDay(1).atStartOfDay(policy.calendar().zone()).toInstant();
        ClockRule rule = policy.clock(ClockKind.POPULATION);
        Cycle cycle = new Cycle(ClockKind.POPULATION, "", "", -1, "", end, false, null);
        return new RunClock(
                cycle,
                Tier.STANDARD,
                false,
                Deadlines.pauses(rule.standard()),
                Deadlines.due(end, rule.standard(), policy.calendar()),
                rule.role(),
                rule.escalateTo(),
                rule.severity(),
                policy.version());
    }
}
