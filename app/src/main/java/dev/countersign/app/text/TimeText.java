// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.text;

import java.time.DateTimeException;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/// Moments as people read them, the same on every machine but for its time zone.
public final class TimeText {
    private static final DateTimeFormatter LOCAL =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);
    private static final DateTimeFormatter EXACT =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss xxx", Locale.ROOT);

    private static final DateTimeFormatter SECONDS =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT);

    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("uuuu-MM-dd", Locale.ROOT);

    private static final String ENDS = "end of ";
    private static final int LAST = 59;
    private static final int LAST_HOUR = 23;
    private static final int SMALL_HOURS = 3;

    private TimeText() {}

    /// `2026-11-21 03:55`, in its own time zone.
    public static String local(ZonedDateTime at) {
        return LOCAL.format(at);
    }

    /// The last moment at which something is due: `end of 2026-11-21`, where that is how a day
    /// ends, here or not long after midnight here because it ended elsewhere. Never later than it
    /// is.
    public static String until(ZonedDateTime at) {
        LocalTime time = at.toLocalTime();
        boolean second = at.getSecond() == LAST && at.getMinute() == LAST;
        if (second && at.getHour() == LAST_HOUR) {
            return ENDS + DATE.format(at);
        }
        boolean elsewhere = second && at.getHour() < SMALL_HOURS;
        return elsewhere || time.equals(LocalTime.MIDNIGHT)
                ? ENDS + DATE.format(at.minusDays(1))
                : local(at);
    }

    /// The same of a moment as a file or a ledger states it; what is none stays as it is.
    ///
    /// @param zone of whoever reads it
    public static String stated(String at, ZoneId zone) {
        try {
            return local(OffsetDateTime.parse(at).atZoneSameInstant(zone));
        } catch (DateTimeException e) {
            return Quotes.line(at);
        }
    }

    /// `2026-11-21 03:55:12`, in its own time zone.
    public static String seconds(ZonedDateTime at) {
        return SECONDS.format(at);
    }

    /// `2026-11-21 03:55:12 +01:00`.
    public static String exact(ZonedDateTime at) {
        return EXACT.format(at);
    }
}
