// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.journal;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoField;

/// Instants as CPython's `datetime.isoformat` prints them in UTC: six fraction digits, none when
/// they are zero, `+00:00` (FORMATS 2).
final class PythonTime {
    private static final DateTimeFormatter WHOLE =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss");
    private static final DateTimeFormatter MICROS =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS");

    private PythonTime() {}

    static String isoFormat(Instant at) {
        LocalDateTime time = LocalDateTime.ofInstant(at, ZoneOffset.UTC);
        boolean whole = time.get(ChronoField.MICRO_OF_SECOND) == 0;
        return time.format(whole ? WHOLE : MICROS) + "+00:00";
    }
}
