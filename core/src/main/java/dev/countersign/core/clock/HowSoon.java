// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.clock;

import dev.countersign.core.policy.BusinessCalendar;
import dev.countersign.core.policy.Target;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.Locale;

/// By when somebody has to act on a finding, where policy says it in words (PRODUCT, "Severity and
/// escalation").
public final class HowSoon {
    private HowSoon() {}

    /// The instant that `at once`, `same day` or `next business day` mean. Only the words before
    /// the first comma, semicolon or full stop count.
    ///
    /// @param when the owner's words
    /// @param from when it was found
    /// @param calendar the owner's
    /// @return null where the words name no time
    public static @Nullable Instant due(String when, Instant from, BusinessCalendar calendar) {
        return switch (words(when).toLowerCase(Locale.ROOT)) {
            case "at once" -> from;
            case "same day" -> lastSecond(from, calendar);
            case "next business day" ->
                    Deadlines.due(from, new Target.EndOfBusinessDay(1), calendar);
            default -> null;
        };
    }

    /// The words that say how soon, without what is said beside it.
    public static String words(String when) {
        return when.split("[;,.]", 2)[0].strip();
    }

    /// Of its date in the owner's zone, whether or not that is an open day.
    private static Instant lastSecond(Instant at, BusinessCalendar calendar) {
        return at.atZone(calendar.zone())
                .toLocalDate()
                .plusDays(1)
                .atStartOfDay(calendar.zone())
                .toInstant()
                .minusSeconds(1);
    }
}
