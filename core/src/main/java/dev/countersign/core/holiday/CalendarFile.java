// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.holiday;

import dev.countersign.core.holiday.CalendarLines.Property;
import dev.countersign.core.holiday.HolidayImport.Skipped;
import dev.countersign.core.holiday.HolidayImport.Why;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Reads closed days from an iCalendar file (RFC 5545): events that take whole days, also several,
/// also yearly ones. Whatever else is in it is reported, not guessed. Bounded in all it does.
public final class CalendarFile {
    /// Largest file.
    public static final int MAX_BYTES = 1 << 20;

    private static final int MAX_EVENTS = 10_000;
    private static final int MAX_HOLIDAYS = 50_000;

    private final int firstYear;
    private final int lastYear;
    private final List<Holiday> days = new ArrayList<>();
    private final List<Skipped> skipped = new ArrayList<>();
    private int events;
    private int outside;

    private CalendarFile(int firstYear, int lastYear) {
        this.firstYear = firstYear;
        this.lastYear = lastYear;
    }

    /// Reads a file.
    ///
    /// @param bytes at most {@link #MAX_BYTES}
    /// @param firstYear first year of interest
    /// @param lastYear last year of interest, not before the first, within a century of it
    public static HolidayImport read(byte[] bytes, int firstYear, int lastYear) {
        if (lastYear < firstYear || lastYear - firstYear > 100) {
            throw new IllegalArgumentException("years " + firstYear + " to " + lastYear);
        }
        CalendarFile file = new CalendarFile(firstYear, lastYear);
        if (bytes.length > MAX_BYTES) {
            file.skip(1, Why.TOO_LARGE, "");
        } else {
            file.read(new CalendarLines(bytes));
        }
        return new HolidayImport(Holiday.byDate(file.days), file.skipped, file.outside);
    }

    private void skip(int line, Why why, String what) {
        skipped.add(new Skipped(line, why, what));
    }

    private void read(CalendarLines lines) {
        Property first = lines.next();
        if (first == null || !is(first, "BEGIN", "VCALENDAR")) {
            skip(1, Why.NOT_A_CALENDAR, "");
            return;
        }
        CalendarEvent event = null;
        int nested = 0; // alarms and the like within an event
        for (Property p = lines.next(); p != null; p = lines.next()) {
            if (event == null) {
                event = is(p, "BEGIN", "VEVENT") ? new CalendarEvent(p.line()) : null;
            } else if (is(p, "END", "VEVENT")) {
                if (!take(event)) {
                    return;
                }
                event = null;
                nested = 0;
            } else if (p.name().equals("BEGIN")) {
                nested++;
            } else if (p.name().equals("END")) {
                nested--;
            } else if (nested == 0) {
                event.take(p);
            }
        }
        end(lines, event);
    }

    private void end(CalendarLines lines, @Nullable CalendarEvent open) {
        if (lines.tooLong()) {
            skip(lines.line(), Why.TOO_LARGE, "");
        } else if (open != null) {
            skip(open.line, Why.ENDS_EARLY, open.summary());
        }
    }

    /// @return whether there may be more
    private boolean take(CalendarEvent event) {
        if (++events > MAX_EVENTS || days.size() > MAX_HOLIDAYS) {
            skip(event.line, Why.TOO_LARGE, event.summary());
            return false;
        }
        Why why = event.refused();
        if (why != null) {
            skip(event.line, why, event.summary());
            return true;
        }
        for (Holiday day : event.holidays(firstYear, lastYear)) {
            if (day.date().getYear() < firstYear || day.date().getYear() > lastYear) {
                outside += event.repeats() ? 0 : 1;
            } else {
                days.add(day);
            }
        }
        return true;
    }

    private static boolean is(Property property, String name, String value) {
        return property.name().equals(name)
                && property.value().strip().toUpperCase(Locale.ROOT).equals(value);
    }
}
