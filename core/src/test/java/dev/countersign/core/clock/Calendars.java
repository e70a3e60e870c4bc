// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.clock;

import dev.countersign.core.policy.BusinessCalendar;
import dev.countersign.core.policy.BusinessCalendar.Day;
import dev.countersign.core.policy.BusinessCalendar.Interval;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Calendars for tests. */
final class Calendars {
    static final Set<DayOfWeek> WORKDAYS = EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY);
    static final Set<DayOfWeek> ALL_DAYS = EnumSet.allOf(DayOfWeek.class);

    private Calendars() {}

    /** Open at {@code "09:00-12:00", "13:00-24:00"} on some weekdays. */
    static BusinessCalendar of(String zone, Set<DayOfWeek> days, String... hours) {
        Map<DayOfWeek, List<Interval>> week = new EnumMap<>(DayOfWeek.class);
        days.forEach(day -> week.put(day, intervals(hours)));
        return new BusinessCalendar(ZoneId.of(zone), week, Map.of());
    }

    /** The same calendar with other hours on one date; none closes it. */
    static BusinessCalendar except(BusinessCalendar calendar, String date, String... hours) {
        Map<LocalDate, Day> exceptions = new HashMap<>(calendar.exceptions());
        exceptions.put(LocalDate.parse(date), new Day("", intervals(hours)));
        return new BusinessCalendar(calendar.zone(), calendar.week(), exceptions);
    }

    private static List<Interval> intervals(String... hours) {
        List<Interval> intervals = new ArrayList<>();
        for (String each : hours) {
            String to = each.substring(6);
            intervals.add(
                    new Interval(
                            LocalTime.parse(each.substring(0, 5)),
                            to.equals("24:00") ? LocalTime.MIDNIGHT : LocalTime.parse(to)));
        }
        return intervals;
    }
}
