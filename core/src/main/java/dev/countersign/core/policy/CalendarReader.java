// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.policy;

import dev.countersign.core.policy.BusinessCalendar.Day;
import dev.countersign.core.policy.BusinessCalendar.Interval;
import dev.countersign.core.policy.Place.Members;
import dev.countersign.core.policy.PolicyProblem.Kind;

import org.jspecify.annotations.Nullable;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/// Reads `calendar` of a policy.
final class CalendarReader {
    /// More dated exceptions than thirty years of holidays in several countries.
    static final int MAX_EXCEPTIONS = 5_000;

    /// A desk closed for longer than this is no desk.
    static final int MAX_CLOSED_DAYS = 366;

    private static final int MAX_INTERVALS = 24;
    private static final String INTERVAL = "opening hours as HH:MM-HH:MM, at most to 24:00";

    private CalendarReader() {}

    static BusinessCalendar read(Place place) {
        Members members = place.members(Set.of("zone", "week", "exceptions"), Set.of());
        ZoneId zone = members.<ZoneId>read("zone", ZoneOffset.UTC, CalendarReader::zone);
        Map<DayOfWeek, List<Interval>> week = members.read("week", Map.of(), CalendarReader::week);
        Map<LocalDate, Day> exceptions =
                members.read("exceptions", Map.of(), CalendarReader::exceptions);
        var calendar = new BusinessCalendar(zone, week, exceptions);
        Place dates = members.get("exceptions");
        if (dates != null && !week.isEmpty() && closedTooLong(calendar)) {
            dates.problem(Kind.CLOSED_TOO_LONG, "");
        }
        return calendar;
    }

    private static ZoneId zone(Place place) {
        ZoneId zone = place.parsed("an IANA time zone such as Europe/Berlin", CalendarReader::zone);
        return zone == null ? ZoneOffset.UTC : zone;
    }

    private static @Nullable ZoneId zone(String id) {
        // by name: the list of all zones costs a short command more than its work
        boolean known = id.equals("UTC") || ZoneId.getAvailableZoneIds().contains(id);
        return known ? ZoneId.of(id) : null;
    }

    private static Map<DayOfWeek, List<Interval>> week(Place place) {
        Set<String> names = new TreeSet<>();
        for (DayOfWeek day : DayOfWeek.values()) {
            names.add(word(day));
        }
        Members members = place.members(Set.of(), names);
        Map<DayOfWeek, List<Interval>> week = new EnumMap<>(DayOfWeek.class);
        for (DayOfWeek day : DayOfWeek.values()) {
            List<Interval> open = members.read(word(day), List.of(), CalendarReader::intervals);
            if (!open.isEmpty()) {
                week.put(day, open);
            }
        }
        if (week.isEmpty()) {
            place.problem(Kind.NEVER_OPEN, "at least one day with opening hours");
        }
        return week;
    }

    static String word(DayOfWeek day) {
        return day.name().toLowerCase(Locale.ROOT);
    }

    private static Map<LocalDate, Day> exceptions(Place place) {
        Map<LocalDate, Day> exceptions = new HashMap<>();
        for (Place element : place.elements(MAX_EXCEPTIONS)) {
            Members members = element.members(Set.of("date", "open"), Set.of("name"));
            String name = members.read("name", "", p -> p.words(true));
            List<Interval> open = members.read("open", List.of(), CalendarReader::intervals);
            Place at = members.get("date");
            LocalDate date = at == null ? null : date(at);
            if (at != null && date != null && exceptions.put(date, new Day(name, open)) != null) {
                at.problem(Kind.DUPLICATE, "");
            }
        }
        return exceptions;
    }

    static @Nullable LocalDate date(Place place) {
        return place.parsed("a date as YYYY-MM-DD", CalendarReader::date);
    }

    private static @Nullable LocalDate date(String text) {
        try {
            return text.length() == 10 ? LocalDate.parse(text) : null;
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static List<Interval> intervals(Place place) {
        List<Interval> intervals = new ArrayList<>();
        for (Place element : place.elements(MAX_INTERVALS)) {
            Interval interval = element.parsed(INTERVAL, CalendarReader::interval);
            if (interval == null) {
                continue;
            }
            int last = intervals.isEmpty() ? 0 : intervals.getLast().endSecond();
            if (interval.from().toSecondOfDay() < last) {
                element.problem(Kind.BAD_INTERVALS, "one that starts after the one before");
            } else if (interval.from().toSecondOfDay() >= interval.endSecond()) {
                element.problem(Kind.BAD_INTERVALS, "one that ends after it starts");
            } else {
                intervals.add(interval);
            }
        }
        return intervals;
    }

    private static @Nullable Interval interval(String text) {
        if (text.length() != 11 || text.charAt(5) != '-') {
            return null;
        }
        LocalTime from = time(text.substring(0, 5));
        String end = text.substring(6);
        LocalTime to = end.equals("24:00") ? LocalTime.MIDNIGHT : time(end);
        // 00:00 is the morning; the end of the day is written 24:00
        return from == null || to == null || end.equals("00:00") ? null : new Interval(from, to);
    }

    /// Read by hand: a formatter costs a short command more than its work.
    private static @Nullable LocalTime time(String text) {
        int hour = number(text, 0);
        int minute = number(text, 3);
        return text.charAt(2) == ':' && hour >= 0 && hour < 24 && minute >= 0 && minute < 60
                ? LocalTime.of(hour, minute)
                : null;
    }

    /// Two digits, or -1.
    private static int number(String text, int at) {
        int tens = text.charAt(at) - '0';
        int ones = text.charAt(at + 1) - '0';
        return tens < 0 || tens > 9 || ones < 0 || ones > 9 ? -1 : tens * 10 + ones;
    }

    private static boolean closedTooLong(BusinessCalendar calendar) {
        for (LocalDate date : calendar.exceptions().keySet()) {
            if (calendar.open(date).isEmpty()
                    && !calendar.open(date.minusDays(1)).isEmpty()
                    && closedFrom(calendar, date)) {
                return true;
            }
        }
        return false;
    }

    private static boolean closedFrom(BusinessCalendar calendar, LocalDate first) {
        for (int i = 0; i <= MAX_CLOSED_DAYS; i++) {
            if (!calendar.open(first.plusDays(i)).isEmpty()) {
                return false;
            }
        }
        return true;
    }
}
