// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.run;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Instant;
import java.time.OffsetDateTime;

/// The quick way reads what the formatter reads, and nothing else.
class EventTimeTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-11-21T00:25:15.476520+00:00",
                "2026-11-21T00:25:15+00:00",
                "2026-11-21T00:25:15Z",
                "2026-11-21T00:25:15.1Z",
                "2026-11-21T00:25:15.123456789-09:30",
                "2024-02-29T23:59:59.000001+14:00",
                "1969-12-31T23:59:59.5+05:45",
                "0001-01-01T00:00:00Z",
                "2026-11-21T00:25Z",
                "2026-11-21T00:25:15.Z",
                "2026-11-21T00:25:15+05:00:30",
                "+12026-11-21T00:25:15Z"
            })
    void isTheInstant(String text) {
        assertThat(EventTime.of(text)).isEqualTo(OffsetDateTime.parse(text).toInstant());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "now",
                "2026-11-21",
                "2026-11-21T00:25:15",
                "2026-11-21T00:25:15.1234567890Z",
                "2026-02-30T00:25:15Z",
                "2026-13-01T00:25:15Z",
                "2026-11-21T24:25:15Z",
                "2026-11-21T00:60:15Z",
                "2026-11-21T00:25:60Z",
                "2026-11-21T00:25:15+24:00",
                "2026-11-21T00:25:15-23:60",
                "2026-11-21T00:25:15*01:00",
                "2026-11-21T00:25:15+0x:00",
                "2026-11-2\u0661T00:25:15Z",
                "2026-11-21 00:25:15Z"
            })
    void isNone(String text) {
        assertThat(EventTime.of(text)).isNull();
    }

    @Test
    void anOffsetMayBeUpToADayAsInPython() {
        assertThat(EventTime.of("2026-11-21T00:25:15.5+23:59"))
                .isEqualTo(Instant.parse("2026-11-20T00:26:15.5Z"));
        assertThat(EventTime.of("2026-11-21T00:25:15-23:59"))
                .isEqualTo(Instant.parse("2026-11-22T00:24:15Z"));
    }

    @Test
    void noneIsNone() {
        assertThat(EventTime.of(null)).isNull();
    }
}
