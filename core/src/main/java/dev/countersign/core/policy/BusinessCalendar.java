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
/// @param exceptions open intervals of single dates, instead of the week's; an empty list is a
///   closed day
public record BusinessCalendar(
        ZoneId zone,
        Map<DayOfWeek, List<Interval>> week,
        Map<LocalDate, List<Interval>> exceptions) {
    public BusinessCalendar {
        week = Map.copyOf(week);
        exceptions = Map.copyOf(exceptions);
    }

    /// Open from a local time to another, exclusive. `00:00` as end is the end of the day.
    public record Interval(LocalTime from, LocalTime to) {}

    /// The open intervals of a date.
    public List<Interval> open(LocalDate date) {
        List<Interval> exception = exceptions.get(date);
        return exception != null ? exception : week.getOrDefault(date.getDayOfWeek(), List.of());
    }
}
