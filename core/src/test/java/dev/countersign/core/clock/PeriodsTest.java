// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.clock;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.core.policy.ClockKind;
import dev.countersign.core.policy.DefaultPolicy;
import dev.countersign.core.policy.Policy;
import dev.countersign.core.policy.Tier;

import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;

/** Which months wait for their sample. The default's owner is in UTC. */
class PeriodsTest {
    private static final Policy POLICY = DefaultPolicy.get();

    private static List<PeriodClock> over(String now, String... starts) {
        return Periods.over(
                List.of(starts).stream().map(Instant::parse).toList(), POLICY, Instant.parse(now));
    }

    private static PeriodClock period(String month, int runs, String from, String due) {
        var cycle =
                new Cycle(ClockKind.POPULATION, "", "", -1, "", Instant.parse(from), false, null);
        return new PeriodClock(
                YearMonth.parse(month),
                runs,
                new RunClock(
                        cycle,
                        Tier.STANDARD,
                        false,
                        false,
                        Instant.parse(due),
                        "control owner",
                        "completeness review",
                        3,
                        POLICY.version()));
    }

    @Test
    void theMonthThatRunsWaitsForNothing() {
        assertThat(over("2026-11-30T23:59:59Z", "2026-11-21T00:25:15Z")).isEmpty();
    }

    @Test
    void aMonthIsOverWhenTheNextBegins() {
        assertThat(over("2026-12-01T00:00:00Z", "2026-11-21T00:25:15Z", "2026-11-01T00:00:00Z"))
                .containsExactly(
                        period("2026-11", 2, "2026-12-01T00:00:00Z", "2027-01-01T00:00:00Z"));
    }

    @Test
    void aMonthWithoutRunsHasNothingToSample() {
        assertThat(over("2026-12-15T00:00:00Z", "2026-11-02T09:00:00Z", "2026-09-30T23:59:59Z"))
                .containsExactly(
                        period("2026-09", 1, "2026-10-01T00:00:00Z", "2026-11-01T00:00:00Z"),
                        period("2026-11", 1, "2026-12-01T00:00:00Z", "2027-01-01T00:00:00Z"));
    }

    @Test
    void theOwnersZoneSaysWhichMonthItWas() {
        assertThat(POLICY.calendar().zone()).isEqualTo(ZoneId.of("UTC"));
        assertThat(over("2026-12-15T00:00:00Z", "2026-11-30T23:30:00Z", "2026-12-01T00:30:00Z"))
                .extracting(PeriodClock::period, PeriodClock::runs)
                .containsExactly(
                        org.assertj.core.api.Assertions.tuple(YearMonth.parse("2026-11"), 1));
    }
}
