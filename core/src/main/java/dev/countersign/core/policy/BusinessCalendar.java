// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.policy;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;

/// When the owner's desk is open: local dates and times, made instants by {@code clock}.
///
/// @param zone of the owner
/// @param week open intervals by weekday, in order, not overlapping; a day without is closed
/// @param exceptions single dates that differ from their weekday
public record BusinessCalendar(
        ZoneId zone, Map<DayOfWeek, List<Interval>> week, Map<LocalDate, Day> exceptions) {
    private static final int SECONDS_A_DAY = 86_400;

    public BusinessCalendar {
        week = Map.copyOf(week);
        exceptions = Map.copyOf(exceptions);
    }

    /// Open from a local time to another, exclusive. `00:00` as end is the end of the day.
    ///
    /// @param from in the zone of the calendar
    /// @param to likewise; not included
    public record Interval(LocalTime from, LocalTime to) {
        /// The second of the day at which it ends: at most 86,400.
        public int endSecond() {
            return endsWithDay() ? SECONDS_A_DAY : to.toSecondOfDay();
        }

        /// Whether it ends with the day.
        public boolean endsWithDay() {
            return to.equals(LocalTime.MIDNIGHT);
        }
    }

    /// A date that differs from its weekday.
    ///
    /// @param name why, e.g. the holiday's name; may be empty
    /// @param open its open intervals, in order, not overlapping; none is a closed day
    public record Day(String name, List<Interval> open) {
        public Day {
            open = List.copyOf(open);
        }
    }

    /// The open intervals of a date.
    public List<Interval> open(LocalDate date) {
        Day exception = exceptions.get(date);
        return exception != null
                ? exception.open()
                : week.getOrDefault(date.getDayOfWeek(), List.of());
    }
}
