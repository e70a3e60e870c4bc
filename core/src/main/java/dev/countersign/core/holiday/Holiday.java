// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.holiday;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// A day on which a desk is closed.
///
/// @param date local
/// @param name one line, at most {@link #MAX_NAME} characters; may be empty
public record Holiday(LocalDate date, String name) {
    /// Most characters of a name: what a policy file takes.
    public static final int MAX_NAME = 200;

    /// A holiday whose name is made fit: one line, not too long.
    static Holiday of(LocalDate date, String name) {
        String line = name.replaceAll("\\p{Cntrl}+", " ").strip();
        int length = Math.min(line.length(), MAX_NAME);
        if (length > 0
                && length < line.length()
                && Character.isHighSurrogate(line.charAt(length - 1))) {
            length--;
        }
        return new Holiday(date, line.substring(0, length));
    }

    /// In order of their dates, one for a date: of several, with all names.
    static List<Holiday> byDate(List<Holiday> holidays) {
        Map<LocalDate, Holiday> byDate = new TreeMap<>();
        for (Holiday holiday : holidays) {
            byDate.merge(holiday.date(), holiday, Holiday::and);
        }
        return new ArrayList<>(byDate.values());
    }

    private Holiday and(Holiday other) {
        boolean says = other.name.isEmpty() || List.of(name.split(" / ")).contains(other.name);
        return says ? this : of(date, name.isEmpty() ? other.name : name + " / " + other.name);
    }
}
