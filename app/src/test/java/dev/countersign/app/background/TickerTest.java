// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.background;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.app.background.Ticker.Pace;
import dev.countersign.app.sample.ManualTimer;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

class TickerTest {
    private final ManualTimer time = new ManualTimer(Instant.parse("2026-11-24T13:20:15.400Z"));
    private final Ticker ticker = time.ticker();
    private final List<Instant> heard = new ArrayList<>();

    TickerTest() {
        ticker.nowProperty().addListener((o, old, now) -> heard.add(now));
    }

    @Test
    void standsUntilSomebodyLooks() {
        time.pass(Duration.ofHours(1));
        assertThat(heard).isEmpty();
        assertThat(time.asked()).isEmpty();
    }

    @Test
    void movesJustAfterEachWholeMinute() {
        ticker.every(Pace.MINUTE);
        time.pass(Duration.ofMinutes(2));
        assertThat(heard)
                .containsExactly(
                        Instant.parse("2026-11-24T13:21:00.003Z"),
                        Instant.parse("2026-11-24T13:22:00.003Z"));
    }

    @Test
    void movesEachSecondWhenAskedAndBackAgain() {
        ticker.every(Pace.MINUTE);
        ticker.every(Pace.SECOND);
        ticker.every(Pace.SECOND);
        time.pass(Duration.ofSeconds(3));
        assertThat(heard).hasSize(3);
        ticker.every(Pace.MINUTE);
        heard.clear();
        time.pass(Duration.ofMinutes(1));
        assertThat(heard).containsExactly(Instant.parse("2026-11-24T13:21:00.003Z"));
    }

    @Test
    void whenStartedAgainItIsNowAtOnce() {
        ticker.every(Pace.SECOND);
        ticker.every(Pace.STOPPED);
        time.pass(Duration.ofHours(1));
        assertThat(heard).isEmpty();
        ticker.every(Pace.MINUTE);
        assertThat(heard).containsExactly(Instant.parse("2026-11-24T14:20:15.400Z"));
    }
}
