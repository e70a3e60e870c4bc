// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.core.clock.ClockReading;
import dev.countersign.core.clock.Cycle;
import dev.countersign.core.clock.RunClock;
import dev.countersign.core.policy.ClockKind;
import dev.countersign.core.policy.Tier;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

class ClockTextTest {
    private static final ZoneId OSLO = ZoneId.of("Europe/Oslo");
    private static final Instant DUE = Instant.parse("2026-11-24T14:40:00Z");
    private static final Instant NOW = Instant.parse("2026-11-24T12:30:00Z");

    @ParameterizedTest
    @CsvSource({
        "0, 0s",
        "59, 59s",
        "60, 1m",
        "-725, 12m 5s",
        "3600, 1h",
        "7800, 2h 10m",
        "7859, 2h 10m",
        "-3900, 1h 5m",
        "86399, 23h 59m",
        "86400, 1d",
        "187200, 2d 4h"
    })
    void spansHaveTwoUnits(long seconds, String text) {
        assertThat(ClockText.span(seconds)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({
        "RUNNING, 7800, 2h 10m left · due Tue 15:40",
        "PAUSED, 7800, 2h 10m left · due Tue 15:40",
        "BREACHED, -3900, 1h 5m over · was due Tue 15:40",
        "MET, 600, 'met, 10m to spare · was due Tue 15:40'",
        "LATE, -60, late by 1m · was due Tue 15:40"
    })
    void aLineSaysHowMuchAndWhen(ClockReading.State state, long seconds, String text) {
        var reading = new ClockReading(state, seconds, 50);
        assertThat(ClockText.line(clock(null, false, false), reading, NOW, OSLO)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-24T14:40:00Z, Tue 15:40",
        "2026-11-30T22:59:00Z, Mon 23:59",
        "2026-11-30T23:00:00Z, Tue 1 Dec 00:00",
        "2026-11-17T08:00:00Z, Tue 17 Nov 09:00",
        "2027-03-02T08:00:00Z, Tue 2 Mar 2027 09:00"
    })
    void farMomentsHaveTheirDate(Instant at, String text) {
        assertThat(ClockText.when(at, NOW, OSLO)).isEqualTo(text);
    }

    @Test
    void marksSayWhatWasAssumed() {
        var ending = new Cycle.Ending(14, DUE, Cycle.How.APPROVED, true);
        assertThat(ClockText.marks(clock(null, false, false), reading(ClockReading.State.RUNNING)))
                .isEqualTo("standard");
        assertThat(ClockText.marks(clock(ending, true, true), reading(ClockReading.State.MET)))
                .isEqualTo("standard (assumed) · start assumed · self-asserted");
        assertThat(ClockText.marks(clock(null, false, false), reading(ClockReading.State.PAUSED)))
                .isEqualTo("standard · paused, closed hours");
    }

    @Test
    void theStoryLeavesNothingOut() {
        var ending = new Cycle.Ending(14, NOW, Cycle.How.APPROVED, true);
        assertThat(
                        ClockText.story(
                                clock(ending, true, true),
                                reading(ClockReading.State.MET),
                                NOW,
                                OSLO))
                .isEqualTo(
                        "Approval: met, 2h 10m to spare. Due 2026-11-24 15:40:00 +01:00 (14:40:00"
                            + " UTC). Started at record 12, 2026-11-23 15:40:00 +01:00 (14:40:00"
                            + " UTC); the chain gives no such start, policy assumes it. Approved at"
                            + " record 14, 2026-11-24 13:30:00 +01:00 (12:30:00 UTC); only the"
                            + " record's own clock vouches for that (self-asserted). The payload"
                            + " names no tier, so the standard one applies. A breach is a SEV-3"
                            + " finding and goes to process owner. Policy default 1.");
        assertThat(
                        ClockText.story(
                                clock(null, false, false),
                                reading(ClockReading.State.PAUSED),
                                NOW,
                                ZoneOffset.UTC))
                .isEqualTo(
                        "Approval: 2h 10m left. Due 2026-11-24 14:40:00 +00:00. Started at record"
                                + " 12, 2026-11-23 14:40:00 +00:00. It is closed hours: the clock"
                                + " counts again when they end. Waits for: approver. A breach is a"
                                + " SEV-3 finding and goes to process owner. Policy default 1.");
    }

    @Test
    void everyKindStateAndTierHasItsWord() {
        assertThat(ClockKind.values())
                .extracting(ClockText::name)
                .containsExactly(
                        "Review",
                        "Approval",
                        "Retroactive approval",
                        "Observation",
                        "Sample of the period");
        assertThat(ClockReading.State.values())
                .extracting(ClockText::state)
                .containsExactly("Running", "Paused", "Met", "Late", "Breached");
        assertThat(Tier.values())
                .extracting(ClockText::tier)
                .containsExactly("standard", "emergency");
    }

    private static ClockReading reading(ClockReading.State state) {
        return new ClockReading(state, 7800, 50);
    }

    private static RunClock clock(
            Cycle.@Nullable Ending ending, boolean startAssumed, boolean tierAssumed) {
        var cycle =
                new Cycle(
                        ClockKind.APPROVAL,
                        "human_approval",
                        "change_approval",
                        12,
                        "c6".repeat(32),
                        Instant.parse("2026-11-23T14:40:00Z"),
                        startAssumed,
                        ending);
        return new RunClock(
                cycle,
                Tier.STANDARD,
                tierAssumed,
                true,
                DUE,
                "approver",
                "process owner",
                3,
                "default 1");
    }

    @Test
    void aMomentInALabelIsBrokenOnlyBeforeItsBracket() {
        Instant at = Instant.parse("2026-11-24T14:40:00Z");
        assertThat(ClockText.lines(at, ZoneId.of("Europe/Vienna")))
                .isEqualTo("2026-11-24\u00a015:40:00\u00a0+01:00 (14:40:00\u00a0UTC)");
        assertThat(ClockText.lines(at, ZoneOffset.UTC)).doesNotContain(" ");
    }
}
