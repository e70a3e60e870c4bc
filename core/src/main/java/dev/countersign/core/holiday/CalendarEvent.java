// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.holiday;

import dev.countersign.core.holiday.CalendarLines.Property;
import dev.countersign.core.holiday.HolidayImport.Why;

import org.jspecify.annotations.Nullable;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Period;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// One event of a calendar file, as its properties say it.
final class CalendarEvent {
    private static final int MAX_DAYS = 366;

    final int line;
    private String summary = "";
    private @Nullable String start;
    private @Nullable String end;
    private @Nullable String duration;
    private @Nullable String rule;
    private boolean otherDates;
    private boolean cancelled;
    private final Set<LocalDate> without = new HashSet<>();

    CalendarEvent(int line) {
        this.line = line;
    }

    void take(Property property) {
        String value = property.value();
        switch (property.name()) {
            case "SUMMARY" -> summary = unescaped(value);
            case "DTSTART" -> start = value;
            case "DTEND" -> end = value;
            case "DURATION" -> duration = value;
            case "RRULE" -> {
                otherDates |= rule != null;
                rule = value;
            }
            case "RDATE", "EXRULE", "RECURRENCE-ID" -> otherDates = true;
            case "EXDATE" -> exclude(value);
            case "STATUS" -> cancelled = value.equalsIgnoreCase("CANCELLED");
            default -> {
                // says nothing of the date
            }
        }
    }

    private static String unescaped(String value) {
        return value.replaceAll("\\\\[nN]", " ").replaceAll("\\\\(.)", "$1");
    }

    private void exclude(String value) {
        for (String each : value.split(",", -1)) {
            LocalDate date = date(each);
            if (date == null) {
                otherDates = true;
            } else {
                without.add(date);
            }
        }
    }

    boolean repeats() {
        return rule != null;
    }

    String summary() {
        return Holiday.of(LocalDate.EPOCH, summary).name();
    }

    /// Why the event is not taken; null if it is.
    @Nullable Why refused() {
        if (cancelled) {
            return Why.CANCELLED;
        }
        LocalDate first = date(start);
        if (first == null) {
            return start != null && start.matches("[0-9]{8}T[0-9]{6}Z?")
                    ? Why.NOT_ALL_DAY
                    : Why.NO_DATE;
        }
        if (days(first) < 1) {
            return Why.BAD_END;
        }
        return otherDates || rule != null && Yearly.of(rule, first) == null ? Why.REPEATS : null;
    }

    /// How many days it lasts; less than 1 if that makes no sense.
    private int days(LocalDate first) {
        if (end == null && duration == null) {
            return 1;
        }
        LocalDate after = end != null ? date(end) : plus(first, duration);
        if (after == null || after.isAfter(first.plusDays(MAX_DAYS))) {
            return 0;
        }
        // an end on the day of the start is written by some for a single day
        return after.equals(first) && end != null
                ? 1
                : (int) (after.toEpochDay() - first.toEpochDay());
    }

    private static @Nullable LocalDate plus(LocalDate first, @Nullable String duration) {
        boolean whole = duration != null && duration.matches("\\+?P([0-9]{1,3}W|[0-9]{1,3}D)");
        return whole ? first.plus(Period.parse(duration)) : null;
    }

    /// The days of an event that is not refused.
    ///
    /// @param firstYear repetitions that are over before it are left out
    /// @param lastYear repetitions are followed up to here
    List<Holiday> holidays(int firstYear, int lastYear) {
        LocalDate first = start == null ? null : date(start);
        if (first == null) {
            throw new IllegalStateException("a refused event has no days");
        }
        Yearly yearly = rule == null ? null : Yearly.of(rule, first);
        String name = summary();
        List<Holiday> days = new ArrayList<>();
        for (LocalDate at : yearly == null ? List.of(first) : yearly.dates(first, lastYear)) {
            boolean over = yearly != null && at.getYear() < firstYear - 1;
            if (!over && !without.contains(at)) {
                for (int i = 0; i < days(first); i++) {
                    days.add(new Holiday(at.plusDays(i), name));
                }
            }
        }
        return days;
    }

    static @Nullable LocalDate date(@Nullable String text) {
        if (text == null || !text.matches("[0-9]{8}")) {
            return null;
        }
        try {
            return LocalDate.parse(text, DateTimeFormatter.BASIC_ISO_DATE);
        } catch (DateTimeException e) {
            return null;
        }
    }

    /// A rule that repeats an event every year, or every few, on its own date.
    ///
    /// @param every so many years
    /// @param count how often at most
    /// @param until the last date it may have
    private record Yearly(int every, int count, LocalDate until) {
        /// Null for a rule that says more than this can.
        static @Nullable Yearly of(String rule, LocalDate first) {
            int every = 1;
            int count = Integer.MAX_VALUE;
            LocalDate until = LocalDate.MAX;
            boolean yearly = false;
            for (String part : rule.toUpperCase(Locale.ROOT).split(";", -1)) {
                if (part.equals("FREQ=YEARLY")) {
                    yearly = true;
                } else if (part.matches("INTERVAL=[1-9][0-9]{0,2}")) {
                    every = Integer.parseInt(part.substring(9));
                } else if (part.matches("COUNT=[1-9][0-9]{0,3}")) {
                    count = Integer.parseInt(part.substring(6));
                } else if (part.matches("UNTIL=[0-9]{8}(T[0-9]{6}Z?)?")) {
                    until = date(part.substring(6, 14));
                } else if (!part.equals("BYMONTH=" + first.getMonthValue())
                        && !part.equals("BYMONTHDAY=" + first.getDayOfMonth())
                        && !part.startsWith("WKST=")) {
                    return null;
                }
                if (until == null) {
                    return null;
                }
            }
            return yearly ? new Yearly(every, count, until) : null;
        }

        /// 29 February comes in leap years only.
        List<LocalDate> dates(LocalDate first, int lastYear) {
            List<LocalDate> dates = new ArrayList<>();
            for (int year = first.getYear();
                    year <= lastYear && dates.size() < count;
                    year += every) {
                LocalDate date = first.withYear(year);
                if (date.isAfter(until)) {
                    break;
                }
                if (date.getDayOfMonth() == first.getDayOfMonth()) {
                    dates.add(date);
                }
            }
            return dates;
        }
    }
}
