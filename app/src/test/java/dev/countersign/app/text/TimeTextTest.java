// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.Instant;
import java.time.ZoneId;

/// Moments as people say them.
class TimeTextTest {
    @ParameterizedTest
    @CsvSource({
        "2026-11-21T23:59:59Z, UTC, end of 2026-11-21",
        "2026-11-22T00:00:00Z, UTC, end of 2026-11-21",
        "2026-11-21T23:59:59Z, Europe/Oslo, end of 2026-11-21",
        "2026-07-21T23:59:59Z, Europe/Oslo, end of 2026-07-21",
        "2026-11-21T23:59:59Z, Asia/Tokyo, 2026-11-22 08:59",
        "2026-11-21T23:59:59Z, America/New_York, 2026-11-21 18:59",
        "2026-11-22T00:59:00Z, UTC, 2026-11-22 00:59",
        "2026-11-21T23:59:00Z, UTC, 2026-11-21 23:59",
        "2026-12-31T23:59:59Z, Europe/Oslo, end of 2026-12-31"
    })
    void aDayThatEndsIsSaidAsItsEnd(Instant at, ZoneId viewer, String said) {
        assertThat(TimeText.until(at.atZone(viewer))).isEqualTo(said);
    }
}
