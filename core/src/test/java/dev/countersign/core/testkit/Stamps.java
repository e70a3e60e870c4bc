// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.testkit;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/// Times as the producers write them: six fraction digits, none when zero (FORMATS 2).
final class Stamps {
    private Stamps() {}

    /// Format A: `+00:00`.
    static String offset(Instant at) {
        return plain(at) + "+00:00";
    }

    /// Format B: `Z`.
    static String zulu(Instant at) {
        return plain(at) + "Z";
    }

    private static String plain(Instant at) {
        int micros = at.getNano() / 1000;
        String pattern = micros == 0 ? "yyyy-MM-dd'T'HH:mm:ss" : "yyyy-MM-dd'T'HH:mm:ss.SSSSSS";
        return DateTimeFormatter.ofPattern(pattern, Locale.ROOT)
                .format(at.atOffset(ZoneOffset.UTC));
    }
}
