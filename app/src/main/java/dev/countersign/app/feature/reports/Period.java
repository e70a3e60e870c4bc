// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.feature.reports;

import org.jspecify.annotations.Nullable;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/// Days of UTC, as they were typed.
///
/// @param from the first one; empty for no bound
/// @param to the last one; empty for no bound
public record Period(String from, String to) {
    /// All of it.
    public static final Period ALL = new Period("", "");

    /// Whether both are days, and in their order.
    public boolean valid() {
        try {
            Instant first = first();
            Instant last = last();
            return first == null || last == null || first.isBefore(last);
        } catch (DateTimeException e) {
            return false;
        }
    }

    /// The first instant of it; null for no bound.
    ///
    /// @throws DateTimeException if what was typed is no day
    public @Nullable Instant first() {
        return from.isEmpty()
                ? null
                : LocalDate.parse(from).atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    /// The last instant of it; null for no bound.
    ///
    /// @throws DateTimeException if what was typed is no day
    public @Nullable Instant last() {
        return to.isEmpty()
                ? null
                : LocalDate.parse(to)
                        .plusDays(1)
                        .atStartOfDay(ZoneOffset.UTC)
                        .toInstant()
                        .minusNanos(1);
    }
}
