// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.policy;

import dev.countersign.core.policy.PolicyFaults.Table;
import dev.countersign.core.policy.PolicyProblem.Kind;

/** Faults of the calendar: zone, opening hours, closed days. */
final class CalendarFaults {
    private CalendarFaults() {}

    static void add(Table t) {
        String zone = "an IANA time zone such as Europe/Berlin";
        String hours = "opening hours as HH:MM-HH:MM, at most to 24:00";
        String monday = "\"monday\": [\"09:00-17:00\"]";
        String at = "/calendar/week/monday/";
        t.unseen(
                "no such zone",
                "\"UTC\"",
                "\"Europe/Atlantis\"",
                "/calendar/zone",
                Kind.BAD_VALUE,
                "Europe/Atlantis",
                zone);
        t.seen(
                "hours without minutes",
                monday,
                "\"monday\": [\"9-17\"]",
                at + "0",
                Kind.BAD_VALUE,
                "9-17",
                hours);
        t.seen(
                "no such hour",
                monday,
                "\"monday\": [\"09:00-25:00\"]",
                at + "0",
                Kind.BAD_VALUE,
                "09:00-25:00",
                hours);
        t.unseen(
                "hours that end before they begin",
                monday,
                "\"monday\": [\"17:00-09:00\"]",
                at + "0",
                Kind.BAD_INTERVALS,
                "17:00-09:00",
                "one that ends after it starts");
        t.unseen(
                "the end of the day as 00:00",
                monday,
                "\"monday\": [\"17:00-00:00\"]",
                at + "0",
                Kind.BAD_VALUE,
                "17:00-00:00",
                hours);
        t.unseen(
                "hours that overlap",
                monday,
                "\"monday\": [\"09:00-13:00\", \"12:00-17:00\"]",
                at + "1",
                Kind.BAD_INTERVALS,
                "12:00-17:00",
                "one that starts after the one before");
        t.seen(
                "a day as text",
                monday,
                "\"monday\": \"09:00-17:00\"",
                "/calendar/week/monday",
                Kind.WRONG_TYPE,
                "09:00-17:00",
                "a list");
        t.seen(
                "no such day",
                "\"sunday\": []",
                "\"sonntag\": []",
                "/calendar/week/sonntag",
                Kind.UNKNOWN_KEY,
                "sonntag",
                "sunday");
        t.seen(
                "an exception without hours",
                "\"exceptions\": []",
                "\"exceptions\": [{\"date\": \"2026-12-25\"}]",
                "/calendar/exceptions/0/open",
                Kind.MISSING,
                "",
                "");
        t.seen(
                "an exception on no date",
                "\"exceptions\": []",
                "\"exceptions\": [{\"date\": \"25.12.2026\", \"open\": []}]",
                "/calendar/exceptions/0/date",
                Kind.BAD_VALUE,
                "25.12.2026",
                "a date as YYYY-MM-DD");
        String day = "{\"date\": \"2026-12-25\", \"open\": []}";
        t.unseen(
                "a date twice",
                "\"exceptions\": []",
                "\"exceptions\": [" + day + ", " + day + "]",
                "/calendar/exceptions/1/date",
                Kind.DUPLICATE,
                "2026-12-25",
                "");
    }
}
