// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.clock;

import static dev.countersign.core.clock.Calendars.WORKDAYS;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.core.clock.ClockReading.State;
import dev.countersign.core.policy.BusinessCalendar;
import dev.countersign.core.policy.ClockKind;
import dev.countersign.core.policy.Tier;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.Instant;

/** What a clock says. 2026-11-02 is a Monday; the desk is open from 9 to 17. */
class ReadingTest {
    private static final BusinessCalendar OFFICE = Calendars.of("UTC", WORKDAYS, "09:00-17:00");

    private static RunClock clock(
            boolean pauses, String started, String due, Cycle.@Nullable Ending ending) {
        var cycle =
                new Cycle(
                        ClockKind.APPROVAL,
                        "human_approval",
                        "change_approval",
                        7,
                        "ab".repeat(32),
                        Instant.parse(started),
                        false,
                        ending);
        return new RunClock(
                cycle,
                Tier.STANDARD,
                false,
                pauses,
                Instant.parse(due),
                "approver",
                "process owner",
                3,
                "v1");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-02T12:00:00Z, RUNNING, 79200,    25",
        "2026-11-02T17:00:00Z, PAUSED,  61200,    87",
        "2026-11-03T03:00:00Z, PAUSED,  25200,    87",
        "2026-11-03T09:30:00Z, RUNNING, 1800,     93",
        "2026-11-03T09:59:59.5Z, RUNNING, 0,      99",
        "2026-11-03T10:00:00Z, BREACHED, 0,      100",
        "2026-11-03T10:00:00.5Z, BREACHED, -1,   100",
        "2026-11-03T14:00:00Z, BREACHED, -14400, 150",
        "2026-11-03T22:00:00Z, BREACHED, -43200, 187",
        "2026-11-02T08:00:00Z, PAUSED,  93600,     0",
    })
    void inBusinessTime(String now, State state, long remaining, int percent) {
        var clock = clock(true, "2026-11-02T10:00:00Z", "2026-11-03T10:00:00Z", null);
        assertThat(Deadlines.reading(clock, OFFICE, Instant.parse(now)))
                .isEqualTo(new ClockReading(state, remaining, percent));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-07T03:00:00Z, RUNNING, 3600,     75",
        "2026-11-07T03:59:59.999999Z, RUNNING, 0, 99",
        "2026-11-07T04:00:00Z, BREACHED, 0,      100",
        "2026-11-07T08:00:00Z, BREACHED, -14400, 200",
    })
    void inElapsedTime(String now, State state, long remaining, int percent) {
        var clock = clock(false, "2026-11-07T00:00:00Z", "2026-11-07T04:00:00Z", null);
        assertThat(Deadlines.reading(clock, OFFICE, Instant.parse(now)))
                .isEqualTo(new ClockReading(state, remaining, percent));
    }

    /**
     * Handed off on Saturday: the whole of Monday is the target, and Monday's night is not its end.
     */
    @Test
    void aHundredIsNotReachedBeforeTheDeadline() {
        var clock = clock(true, "2026-11-07T10:00:00Z", "2026-11-10T09:00:00Z", null);
        assertThat(Deadlines.reading(clock, OFFICE, Instant.parse("2026-11-09T20:00:00Z")))
                .isEqualTo(new ClockReading(State.PAUSED, 46_800, 99));
    }

    /** CLOCKS, "A breach is a finding": from the due instant on, closed hours or not. */
    @ParameterizedTest
    @CsvSource({
        "2026-11-03T16:59:59.999999Z, RUNNING",
        "2026-11-03T17:00:00Z, BREACHED",
    })
    void dueAtACloseIsBreachedThere(String now, State state) {
        var clock = clock(true, "2026-11-02T17:00:00Z", "2026-11-03T17:00:00Z", null);
        assertThat(Deadlines.reading(clock, OFFICE, Instant.parse(now)).state()).isEqualTo(state);
    }

    @Test
    void anEndedClockStands() {
        Instant later = Instant.parse("2027-01-01T00:00:00Z");
        var met =
                clock(
                        true,
                        "2026-11-02T10:00:00Z",
                        "2026-11-03T10:00:00Z",
                        end("2026-11-03T10:00:00Z"));
        assertThat(Deadlines.reading(met, OFFICE, later))
                .isEqualTo(new ClockReading(State.MET, 0, 100));
        var late =
                clock(
                        true,
                        "2026-11-02T10:00:00Z",
                        "2026-11-03T10:00:00Z",
                        end("2026-11-03T12:00:00Z"));
        assertThat(Deadlines.reading(late, OFFICE, later))
                .isEqualTo(new ClockReading(State.LATE, -7_200, 125));
    }

    /** CLOCKS, "an auditor can replay them for any past instant": the end had not come yet. */
    @ParameterizedTest
    @CsvSource({
        "2026-11-03T09:30:00Z, RUNNING, 1800,   93,  false",
        "2026-11-03T11:00:00Z, BREACHED, -3600, 112, true",
        "2026-11-03T12:00:00Z, LATE, -7200,     125, true",
    })
    void beforeItsEndItReadsAsItDidThen(
            String now, State state, long remaining, int percent, boolean breached) {
        var late =
                clock(
                        true,
                        "2026-11-02T10:00:00Z",
                        "2026-11-03T10:00:00Z",
                        end("2026-11-03T12:00:00Z"));
        assertThat(Deadlines.reading(late, OFFICE, Instant.parse(now)))
                .isEqualTo(new ClockReading(state, remaining, percent));
        assertThat(late.breached(Instant.parse(now))).isEqualTo(breached);
    }

    private static Cycle.Ending end(String at) {
        return new Cycle.Ending(9, Instant.parse(at), Cycle.How.APPROVED, true);
    }

    @Test
    void timesBeyondAllYearsAreAnswered() {
        var clock = clock(true, "2026-11-02T10:00:00Z", "2026-11-03T10:00:00Z", null);
        assertThat(Deadlines.reading(clock, OFFICE, Instant.MIN).state()).isEqualTo(State.RUNNING);
        ClockReading end = Deadlines.reading(clock, OFFICE, Instant.MAX);
        assertThat(end.state()).isEqualTo(State.BREACHED);
        // what is used of a target is measured for forty years
        assertThat(end.percent()).isBetween(1_000_000, 2_000_000);
    }
}
