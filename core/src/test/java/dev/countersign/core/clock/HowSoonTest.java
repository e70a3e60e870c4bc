// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.clock;

import static dev.countersign.core.clock.Calendars.WORKDAYS;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.core.policy.BusinessCalendar;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.Instant;

/** The words of PRODUCT's table of severities as instants. */
class HowSoonTest {
    // 2026-11-20 is a Friday; in winter Berlin is an hour ahead of UTC
    private static final BusinessCalendar BERLIN =
            Calendars.of("Europe/Berlin", WORKDAYS, "09:00-17:00");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    at once                              | 2026-11-20T23:30:00Z | 2026-11-20T23:30:00Z
                    At once; the workflow is put on hold | 2026-11-20T08:14:09Z | 2026-11-20T08:14:09Z
                    same day                             | 2026-11-20T08:14:09Z | 2026-11-20T22:59:59Z
                    same day                             | 2026-11-20T23:30:00Z | 2026-11-21T22:59:59Z
                    next business day                    | 2026-11-19T22:00:00Z | 2026-11-20T16:00:00Z
                    next business day                    | 2026-11-20T08:14:09Z | 2026-11-23T16:00:00Z
                    """)
    void theWordsOfThePolicyAreInstantsOfTheOwnersZone(String when, Instant from, Instant due) {
        assertThat(HowSoon.due(when, from, BERLIN)).isEqualTo(due);
    }

    @Test
    void otherWordsNameNoTime() {
        Instant from = Instant.parse("2026-11-20T08:14:09Z");
        assertThat(HowSoon.due("normal queue", from, BERLIN)).isNull();
        assertThat(HowSoon.due("", from, BERLIN)).isNull();
    }
}
