// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.clock;

import static dev.countersign.core.clock.Calendars.ALL_DAYS;
import static dev.countersign.core.clock.Calendars.WORKDAYS;
import static dev.countersign.core.clock.Calendars.except;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.core.policy.BusinessCalendar;
import dev.countersign.core.policy.Target;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Map;

/** Deadlines by example, each line a sentence of CLOCKS.md; local times of the owner. */
class DueTest {
    // 2026-11-02 is a Monday
    private static final BusinessCalendar OFFICE =
            Calendars.of("UTC", WORKDAYS, "09:00-12:00", "13:00-17:00");
    private static final Target ONE_DAY = new Target.BusinessDays(1);

    private static String due(BusinessCalendar calendar, Target target, String start) {
        Instant from = LocalDateTime.parse(start).atZone(calendar.zone()).toInstant();
        Instant due = Deadlines.due(from, target, calendar);
        return due.atZone(calendar.zone()).toLocalDateTime().toString();
    }

    @Test
    void nothingIsDueAfterTheYear9999() {
        Instant start = Instant.parse("9999-12-31T22:00:00Z");
        for (Target target :
                new Target[] {
                    ONE_DAY,
                    new Target.BusinessHours(Duration.ofHours(4)),
                    new Target.Elapsed(Duration.ofDays(1)),
                }) {
            assertThat(Deadlines.due(start, target, OFFICE))
                    .isEqualTo(Instant.parse("9999-12-31T23:59:59.999999Z"));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-02T09:00, 2026-11-02T14:00", // over lunch
        "2026-11-02T08:00, 2026-11-02T14:00", // from the next opening
        "2026-11-02T10:30, 2026-11-02T15:30",
        "2026-11-02T12:00, 2026-11-02T17:00", // due at the close, not at the next opening
        "2026-11-02T12:30, 2026-11-02T17:00",
        "2026-11-02T13:00:00.000001, 2026-11-03T09:00:00.000001",
        "2026-11-06T16:00, 2026-11-09T12:00", // over the weekend: one hour and three
        "2026-11-07T23:00, 2026-11-09T14:00",
    })
    void fourBusinessHours(String start, String due) {
        Target target = new Target.BusinessHours(Duration.ofHours(4));
        assertThat(due(OFFICE, target, start)).isEqualTo(due);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-02T10:15, 2026-11-03T10:15",
        "2026-11-06T16:30, 2026-11-09T16:30", // Friday to Monday
        "2026-11-07T11:00, 2026-11-10T09:00", // Saturday counts as Monday's opening
        "2026-11-02T07:00, 2026-11-03T09:00",
        "2026-11-02T12:30, 2026-11-03T13:00", // handed off at lunch: from the next opening
        "2026-11-02T17:00, 2026-11-04T09:00", // at the close: Tuesday's opening, so Wednesday's
        "2026-11-02T16:59:59.999999, 2026-11-03T16:59:59.999999",
    })
    void oneBusinessDay(String start, String due) {
        assertThat(due(OFFICE, ONE_DAY, start)).isEqualTo(due);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-02T16:30, 2026-11-03T12:00", // clipped to that day's close
        "2026-11-02T10:00, 2026-11-03T11:00", // it opens later
        "2026-11-02T11:30, 2026-11-03T11:30",
        "2026-11-03T11:30, 2026-11-05T11:30", // Wednesday is closed
    })
    void oneBusinessDayAmongExceptions(String start, String due) {
        var calendar = except(except(OFFICE, "2026-11-03", "11:00-12:00"), "2026-11-04");
        assertThat(due(calendar, ONE_DAY, start)).isEqualTo(due);
    }

    @Test
    void aTimeInABreakOfTheTargetDayIsTheOpeningAfterIt() {
        var calendar = except(OFFICE, "2026-11-02", "09:00-17:00");
        assertThat(due(calendar, ONE_DAY, "2026-11-02T12:30")).isEqualTo("2026-11-03T13:00");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-02T10:15, 2026-11-03T17:00",
        "2026-11-06T18:00, 2026-11-09T17:00",
        "2026-11-07T10:00, 2026-11-09T17:00",
    })
    void endOfTheNextOpenDay(String start, String due) {
        assertThat(due(OFFICE, new Target.EndOfBusinessDay(1), start)).isEqualTo(due);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-02T10:15, 2026-11-03T10:15",
        "2026-11-02T03:00, 2026-11-03T03:00", // elapsed hours do not look at opening hours
        "2026-11-05T23:00, 2026-11-06T23:00",
        "2026-11-06T15:00, 2026-11-09T15:00", // Saturday to Monday
        "2026-11-07T15:00, 2026-11-09T15:00", // Sunday to Monday
        "2026-11-08T15:00, 2026-11-09T15:00",
    })
    void aDayRolledToTheNextBusinessDay(String start, String due) {
        Target target = new Target.ElapsedToOpenDay(Duration.ofHours(24));
        assertThat(due(OFFICE, target, start)).isEqualTo(due);
    }

    @Test
    void anEmergencyCountsNightsAndHolidays() {
        Target target = new Target.Elapsed(Duration.ofHours(4));
        assertThat(due(OFFICE, target, "2026-11-06T22:00")).isEqualTo("2026-11-07T02:00");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-01T00:00, 2026-12-01T00:00",
        "2026-12-15T10:00, 2027-01-01T00:00",
    })
    void theNextPeriodEndsWithItsMonth(String start, String due) {
        assertThat(due(OFFICE, new Target.NextPeriod(), start)).isEqualTo(due);
    }

    /** Berlin: at 02:00 on 2026-03-29 it becomes 03:00; at 03:00 on 2026-10-25 it becomes 02:00. */
    @Test
    void shortAndLongDays() {
        var always = Calendars.of("Europe/Berlin", ALL_DAYS, "00:00-24:00");
        Target hours = new Target.BusinessHours(Duration.ofHours(4));
        assertThat(due(always, hours, "2026-03-29T00:00")).isEqualTo("2026-03-29T05:00");
        assertThat(due(always, hours, "2026-10-25T00:00")).isEqualTo("2026-10-25T03:00");
        assertThat(due(always, ONE_DAY, "2026-03-28T02:30")).isEqualTo("2026-03-29T03:00");
        assertThat(Deadlines.due(Instant.parse("2026-10-24T00:30:00Z"), ONE_DAY, always))
                .isEqualTo(Instant.parse("2026-10-25T00:30:00Z")); // the first 02:30
    }

    @Test
    void aStartInTheSecondPassOfAnHourCountsAsItsEnd() {
        var always = Calendars.of("Europe/Berlin", ALL_DAYS, "00:00-24:00");
        assertThat(Deadlines.due(Instant.parse("2026-10-25T01:15:00Z"), ONE_DAY, always))
                .isEqualTo(Instant.parse("2026-10-26T02:00:00Z")); // 03:00, for the second 02:15
    }

    @Test
    void hoursThatTheClocksSkipAreNotOpen() {
        var night = Calendars.of("Europe/Berlin", ALL_DAYS, "02:00-03:00");
        Target hour = new Target.BusinessHours(Duration.ofHours(1));
        assertThat(due(night, hour, "2026-03-28T03:00")).isEqualTo("2026-03-30T03:00");
        assertThat(due(night, ONE_DAY, "2026-03-28T02:30")).isEqualTo("2026-03-30T02:30");
        // and the hour that comes twice is open twice
        assertThat(new BusinessTime(night).spans(LocalDate.parse("2026-10-25")))
                .containsExactly(
                        new BusinessTime.Span(
                                Instant.parse("2026-10-25T00:00:00Z"),
                                Instant.parse("2026-10-25T02:00:00Z")));
    }

    @Test
    void aCalendarThatNeverOpensIsAnswered() {
        var never = new BusinessCalendar(OFFICE.zone(), Map.of(), Map.of());
        Target hours = new Target.BusinessHours(Duration.ofHours(4));
        assertThat(due(never, hours, "2026-11-02T10:00")).isEqualTo("2026-11-02T14:00");
        assertThat(due(never, ONE_DAY, "2026-11-02T10:00")).isEqualTo("2026-11-03T10:00");
        assertThat(due(never, new Target.EndOfBusinessDay(2), "2026-11-02T10:00"))
                .isEqualTo("2026-11-04T10:00");
        assertThat(
                        due(
                                never,
                                new Target.ElapsedToOpenDay(Duration.ofHours(24)),
                                "2026-11-02T10:00"))
                .isEqualTo("2026-11-03T10:00");
    }

    @Test
    void aTimeThatNoProducerWritesIsDueAtOnce() {
        assertThat(Deadlines.due(Instant.MAX, ONE_DAY, OFFICE)).isEqualTo(Instant.MAX);
        assertThat(Deadlines.due(Instant.MIN, ONE_DAY, OFFICE)).isEqualTo(Instant.MIN);
    }
}
