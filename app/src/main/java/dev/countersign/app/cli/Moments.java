// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.cli;

import org.jspecify.annotations.Nullable;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/// Bounds of a period as they are written on the command line: an instant with its offset, or a
/// date, which is a whole day of UTC.
final class Moments {
    private static final int DATE = "2026-01-31".length();

    private Moments() {}

    /// The first instant that is meant; null if nothing was given.
    static @Nullable Instant first(String option, @Nullable String text) throws UsageException {
        return text == null ? null : moment(option, text, 0);
    }

    /// The last instant that is meant; null if nothing was given.
    static @Nullable Instant last(String option, @Nullable String text) throws UsageException {
        return text == null ? null : moment(option, text, 1);
    }

    private static Instant moment(String option, String text, int day) throws UsageException {
        try {
            if (text.length() == DATE) {
                Instant start =
                        LocalDate.parse(text)
                                .plusDays(day)
                                .atStartOfDay(ZoneOffset.UTC)
                                .toInstant();
                return start.minusNanos(day);
            }
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException e) {
            throw new UsageException(
                    option
                            + " "
                            + text
                            + " is not an instant: write it as 2026-01-31T12:00:00Z or 2026-01-31");
        }
    }
}
