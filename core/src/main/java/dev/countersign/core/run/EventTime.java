// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.run;

import org.jspecify.annotations.Nullable;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;

/// Times as records write them: ISO 8601 with offset, which may be up to a day as it may in Python.
///
/// The producer's own form is read by hand: a formatter costs more than all else that is done with
/// a record, and loading it more than a short command may take.
final class EventTime {
    private static final int DATE_AND_TIME = "2026-01-31T12:00:00".length();
    private static final int ZONE = "+00:00".length();
    private static final int NANO_DIGITS = 9;

    private EventTime() {}

    /// The instant of a text, or null if it is none.
    static @Nullable Instant of(@Nullable String text) {
        if (text == null) {
            return null;
        }
        try {
            Instant quick = quickly(text);
            return quick != null ? quick : OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static @Nullable Instant quickly(String t) {
        int n = t.length();
        if (n < DATE_AND_TIME + 1
                || t.charAt(4) != '-'
                || t.charAt(7) != '-'
                || t.charAt(10) != 'T'
                || t.charAt(13) != ':'
                || t.charAt(16) != ':') {
            return null;
        }
        int zoneAt = t.charAt(n - 1) == 'Z' ? n - 1 : n - ZONE;
        int offset = t.charAt(n - 1) == 'Z' ? 0 : offset(t, zoneAt);
        int year = number(t, 0, 4);
        int month = number(t, 5, 7);
        int day = number(t, 8, 10);
        int hour = number(t, 11, 13);
        int minute = number(t, 14, 16);
        int second = number(t, 17, 19);
        int nanos = nanos(t, zoneAt);
        boolean odd = (year | month | day | hour | minute | second | nanos | offset + DAY) < 0;
        if (odd || hour > 23 || minute > 59 || second > 59) {
            return null;
        }
        long days = LocalDate.of(year, month, day).toEpochDay();
        long seconds = days * DAY + hour * 3_600L + minute * 60L + second - offset;
        return Instant.ofEpochSecond(seconds, nanos);
    }

    private static final int DAY = 86_400;

    /// Seconds east, or less than a day's if it is none.
    private static int offset(String t, int at) {
        if (at < DATE_AND_TIME || t.charAt(at + 3) != ':') {
            return -2 * DAY;
        }
        int hours = number(t, at + 1, at + 3);
        int minutes = number(t, at + 4, at + 6);
        char sign = t.charAt(at);
        if ((hours | minutes) < 0 || hours > 23 || minutes > 59 || sign != '+' && sign != '-') {
            return -2 * DAY;
        }
        int seconds = hours * 3_600 + minutes * 60;
        return sign == '+' ? seconds : -seconds;
    }

    /// The fraction of the second, or -1 if it is none.
    private static int nanos(String t, int zoneAt) {
        if (zoneAt == DATE_AND_TIME) {
            return 0;
        }
        int digits = zoneAt - DATE_AND_TIME - 1;
        if (digits < 1 || digits > NANO_DIGITS || t.charAt(DATE_AND_TIME) != '.') {
            return -1;
        }
        int value = number(t, DATE_AND_TIME + 1, zoneAt);
        for (int i = digits; i < NANO_DIGITS && value > 0; i++) {
            value *= 10;
        }
        return value;
    }

    /// The number in `[from, to)`, or -1 if it is none.
    private static int number(String t, int from, int to) {
        int value = 0;
        for (int i = from; i < to; i++) {
            int digit = t.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            value = value * 10 + digit;
        }
        return value;
    }
}
