// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.demo;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/// Moments of the last weeks, counted back from now.
///
/// @param now to the second
record DemoCalendar(Instant now) {
    DemoCalendar {
        now = now.truncatedTo(ChronoUnit.SECONDS);
    }

    Instant ago(Duration duration) {
        return now.minus(duration);
    }

    Instant minutesAgo(int minutes) {
        return ago(Duration.ofMinutes(minutes));
    }

    Instant hoursAgo(int hours) {
        return ago(Duration.ofHours(hours));
    }

    /// A time of day on a working day, so many days ago or a little earlier; UTC, as in the default
    /// policy.
    Instant workday(int daysAgo, int hour, int minute) {
        LocalDate date = LocalDate.ofInstant(now, ZoneOffset.UTC).minusDays(daysAgo);
        while (date.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) > 0) {
            date = date.minusDays(1);
        }
        return date.atTime(hour, minute).toInstant(ZoneOffset.UTC);
    }

    static LocalDate date(Instant instant) {
        return LocalDate.ofInstant(instant, ZoneOffset.UTC);
    }
}
