// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.holiday;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.core.holiday.HolidayImport.Skipped;
import dev.countersign.core.holiday.HolidayImport.Why;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;

/** Calendar files, as they are and as they should not be. */
class CalendarFileTest {
    private static HolidayImport read(String... lines) {
        String text = "BEGIN:VCALENDAR\r\n" + String.join("\r\n", lines) + "\r\nEND:VCALENDAR\r\n";
        return CalendarFile.read(text.getBytes(StandardCharsets.UTF_8), 2026, 2027);
    }

    private static HolidayImport event(String... lines) {
        return read(
                "BEGIN:VEVENT\r\nSUMMARY:X\r\n" + String.join("\r\n", lines) + "\r\nEND:VEVENT");
    }

    private static Holiday day(String date, String name) {
        return new Holiday(LocalDate.parse(date), name);
    }

    private static HolidayImport days(Holiday... days) {
        return new HolidayImport(List.of(days), List.of(), 0);
    }

    @Test
    void aWholeFile() {
        HolidayImport read =
                read(
                        "VERSION:2.0",
                        "BEGIN:VTIMEZONE",
                        "TZID:X",
                        "BEGIN:STANDARD",
                        "DTSTART:19701025T030000",
                        "END:STANDARD",
                        "END:VTIMEZONE",
                        "BEGIN:VEVENT",
                        "DTSTART;VALUE=DATE:20261225",
                        "DTEND;VALUE=DATE:20261227",
                        "SUMMARY;LANGUAGE=\"de:x\":Weih",
                        " nachten\\, fr\u00f6hlich",
                        "BEGIN:VALARM",
                        "DURATION:-P1D",
                        "END:VALARM",
                        "END:VEVENT",
                        "begin:vevent",
                        "dtstart:20260501",
                        "summary:Labour Day",
                        "end:vevent",
                        "BEGIN:VEVENT",
                        "DTSTART:20260501",
                        "SUMMARY:May Day",
                        "END:VEVENT");
        assertThat(read)
                .isEqualTo(
                        days(
                                day("2026-05-01", "Labour Day / May Day"),
                                day("2026-12-25", "Weihnachten, fr\u00f6hlich"),
                                day("2026-12-26", "Weihnachten, fr\u00f6hlich")));
    }

    /** Of the byte pair of an umlaut, one before the fold and one after it. */
    @Test
    void aFoldMayCutACharacter() {
        byte[] head =
                "BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART:20260501\nSUMMARY:"
                        .getBytes(StandardCharsets.UTF_8);
        byte[] tail = "\nEND:VEVENT\nEND:VCALENDAR\n".getBytes(StandardCharsets.UTF_8);
        byte[] cut = {(byte) 0xc3, '\n', '\t', (byte) 0xb6};
        byte[] all = new byte[head.length + cut.length + tail.length];
        System.arraycopy(head, 0, all, 0, head.length);
        System.arraycopy(cut, 0, all, head.length, cut.length);
        System.arraycopy(tail, 0, all, head.length + cut.length, tail.length);
        assertThat(CalendarFile.read(all, 2026, 2026)).isEqualTo(days(day("2026-05-01", "\u00f6")));
    }

    @Test
    void aDurationInDays() {
        assertThat(event("DTSTART:20260501", "DURATION:P2D"))
                .isEqualTo(days(day("2026-05-01", "X"), day("2026-05-02", "X")));
    }

    @Test
    void everyYear() {
        var both = days(day("2026-12-25", "X"), day("2027-12-25", "X"));
        assertThat(event("DTSTART:20001225", "RRULE:FREQ=YEARLY")).isEqualTo(both);
        assertThat(event("DTSTART:20001225", "RRULE:FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=25"))
                .isEqualTo(both);
        assertThat(event("DTSTART:20001225", "RRULE:FREQ=YEARLY;INTERVAL=2"))
                .isEqualTo(days(day("2026-12-25", "X")));
        assertThat(event("DTSTART:20201225", "RRULE:FREQ=YEARLY;COUNT=7"))
                .isEqualTo(days(day("2026-12-25", "X")));
        assertThat(event("DTSTART:20201225", "RRULE:FREQ=YEARLY;UNTIL=20261225T000000Z"))
                .isEqualTo(days(day("2026-12-25", "X")));
        assertThat(event("DTSTART:20001225", "RRULE:FREQ=YEARLY", "EXDATE:20261225"))
                .isEqualTo(days(day("2027-12-25", "X")));
        assertThat(event("DTSTART:20000229", "RRULE:FREQ=YEARLY")).isEqualTo(days());
        assertThat(event("DTSTART:20251231", "DTEND:20260102", "RRULE:FREQ=YEARLY"))
                .isEqualTo(
                        new HolidayImport(
                                List.of(
                                        day("2026-01-01", "X"),
                                        day("2026-12-31", "X"),
                                        day("2027-01-01", "X"),
                                        day("2027-12-31", "X")),
                                List.of(),
                                0));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "DTSTART:20260501T090000Z | NOT_ALL_DAY",
                "DTSTART;TZID=Europe/Berlin:20260501T090000 | NOT_ALL_DAY",
                "DTSTART:20260230 | NO_DATE",
                "DTEND:20260502 | NO_DATE",
                "DTSTART:20260501;DTEND:20260430 | BAD_END",
                "DTSTART:20260501;DTEND:20280501 | BAD_END",
                "DTSTART:20260501;DURATION:PT8H | BAD_END",
                "DTSTART:20260501;RRULE:FREQ=WEEKLY | REPEATS",
                "DTSTART:20260501;RRULE:FREQ=YEARLY,BYDAY=1FR | REPEATS",
                "DTSTART:20260501;RDATE:20260601 | REPEATS",
                "DTSTART:20260501;RECURRENCE-ID:20260601 | REPEATS",
                "DTSTART:20260501;STATUS:CANCELLED | CANCELLED",
            })
    void whatIsNotTakenIsSaid(String properties, Why why) {
        // within a rule the table has commas for semicolons
        String[] lines = properties.replace("DTSTART;TZID", "DTSTART\u0000TZID").split(";");
        for (int i = 0; i < lines.length; i++) {
            lines[i] = lines[i].replace('\u0000', ';').replace(",BYDAY", ";BYDAY");
        }
        assertThat(event(lines))
                .isEqualTo(new HolidayImport(List.of(), List.of(new Skipped(2, why, "X")), 0));
    }

    @Test
    void otherYearsAreCounted() {
        assertThat(event("DTSTART:20200501")).isEqualTo(new HolidayImport(List.of(), List.of(), 1));
    }

    @Test
    void whatIsNoCalendar() {
        var skipped = new Skipped(1, Why.NOT_A_CALENDAR, "");
        for (String text : List.of("", "\n\n", "<html>", "BEGIN:VCARD", "\u0000")) {
            assertThat(CalendarFile.read(text.getBytes(StandardCharsets.UTF_8), 2026, 2026))
                    .isEqualTo(new HolidayImport(List.of(), List.of(skipped), 0));
        }
    }

    @Test
    void limits() {
        assertThat(CalendarFile.read(new byte[CalendarFile.MAX_BYTES + 1], 2026, 2026).skipped())
                .containsExactly(new Skipped(1, Why.TOO_LARGE, ""));
        assertThat(event("DTSTART:20260501", "DESCRIPTION:" + "x".repeat(20_000)).skipped())
                .containsExactly(new Skipped(5, Why.TOO_LARGE, ""));
        assertThat(event("DTSTART:20260501", "DESCRIPTION:x" + "\r\n y".repeat(20_000)).skipped())
                .containsExactly(new Skipped(5, Why.TOO_LARGE, ""));
        String cut = "BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART:20260501\nSUMMARY:Cut";
        assertThat(CalendarFile.read(cut.getBytes(StandardCharsets.UTF_8), 2026, 2026))
                .isEqualTo(
                        new HolidayImport(
                                List.of(), List.of(new Skipped(2, Why.ENDS_EARLY, "Cut")), 0));
    }

    /** As much as fits into a file, each year for a year, from the beginning of time. */
    @Test
    void muchIsBounded() {
        String event =
                "BEGIN:VEVENT\nDTSTART:00010101\nDURATION:P366D\nRRULE:FREQ=YEARLY\nEND:VEVENT\n";
        String text = "BEGIN:VCALENDAR\n" + event.repeat(12_000);
        HolidayImport read = CalendarFile.read(text.getBytes(StandardCharsets.UTF_8), 2000, 2100);
        assertThat(read.days()).hasSize(36_890);
        assertThat(read.skipped()).extracting(Skipped::why).containsExactly(Why.TOO_LARGE);
    }

    @Test
    void anyBytesAreAnswered() {
        String text =
                "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nDTSTART;VALUE=DATE:20261225\r\n"
                        + "RRULE:FREQ=YEARLY;COUNT=3\r\nSUMMARY:a\\,b\r\n c\r\nEND:VEVENT\r\n";
        Random random = new Random(5);
        for (int i = 0; i < 5_000; i++) {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            for (int n = random.nextInt(4); n >= 0; n--) {
                bytes[16 + random.nextInt(bytes.length - 16)] = (byte) random.nextInt();
            }
            assertThat(CalendarFile.read(bytes, 2026, 2027)).isNotNull();
        }
    }
}
