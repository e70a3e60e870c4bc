// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.core.clock.PeriodClock;
import dev.countersign.core.clock.Periods;
import dev.countersign.core.policy.DefaultPolicy;
import dev.countersign.core.run.Outcome;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;

class QueueTextTest {
    @Test
    void rolesAreWords() {
        assertThat(QueueText.waitingFor("process_owner")).isEqualTo("Process owner");
        assertThat(QueueText.waitingFor("")).isEqualTo("Nobody");
    }

    @Test
    void whatWaitsIsCounted() {
        assertThat(QueueText.count(29, 29, 3412)).isEqualTo("29 waiting · 3,412 runs");
        assertThat(QueueText.count(3, 29, 1)).isEqualTo("3 of 29 waiting · 1 run");
    }

    @Test
    void aPeriodSaysWhatIsDueAndWhen() {
        Instant due = Instant.parse("2027-01-01T00:00:00Z");
        List<Instant> starts = List.of(Instant.parse("2026-11-21T00:25:15Z"));
        PeriodClock november = Periods.over(starts, DefaultPolicy.get(), due).getFirst();
        assertThat(QueueText.period(november, false, due.minusSeconds(1), ZoneOffset.UTC))
                .isEqualTo("Sample of November 2026, from 1 run: to be observed by Fri 00:00");
        assertThat(QueueText.period(november, false, due, ZoneOffset.UTC))
                .isEqualTo("Sample of November 2026, from 1 run: was to be observed by Fri 00:00");
        assertThat(QueueText.period(november, true, due.minusSeconds(1), ZoneOffset.UTC))
                .isEqualTo(
                        "Sample of November 2026, from 1 run: not drawn yet, to be drawn and"
                                + " observed by Fri 00:00");
        assertThat(QueueText.periodMeaning(november))
                .startsWith("A sample of the runs that started in this month")
                .endsWith("a missed one is a finding for the completeness review.");
    }

    @Test
    void aDefaultSaysThatItIsOne() {
        assertThat(QueueText.policy("1", false)).isEqualTo("Default policy, not assigned");
        assertThat(QueueText.policy("2026-2", true)).isEqualTo("Policy 2026-2");
        assertThat(QueueText.policyMeaning(false)).contains("until an owner confirms");
        assertThat(QueueText.policyMeaning(true)).contains("An owner confirmed");
    }

    @Test
    void noChainIsGoodBySilence() {
        assertThat(Outcome.values())
                .extracting(QueueText::chain)
                .containsExactly("Intact", "Broken", "Not checked");
        assertThat(QueueText.clock(null)).isEqualTo("waits without a clock");
    }

    @Test
    void aJobSaysWhatIsKnown() {
        assertThat(JobText.news(45, 100, 640e6, Duration.ofSeconds(12), JobText::bytes))
                .isEqualTo("45 %   640 MB/s   12 s left");
        assertThat(JobText.news(0, 0, 0, null, JobText::runs)).isEmpty();
        assertThat(JobText.news(5, 0, 1200, null, JobText::runs)).isEqualTo("1,200 runs/s");
    }
}
