// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app;

import static dev.countersign.app.Rounds.Round.EVERYTHING;
import static dev.countersign.app.Rounds.Round.NONE;
import static dev.countersign.app.Rounds.Round.UNSETTLED;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.time.Duration;

/// When runs are looked at again though nobody told of anything.
class RoundsTest {
    private final Rounds rounds = new Rounds(0);

    private static long at(double seconds) {
        return Duration.ofMillis(Math.round(seconds * 1000)).toNanos();
    }

    @Test
    void whatWasHalfWrittenIsLookedAtEveryTwoSeconds() {
        assertThat(rounds.due(at(1.9), true)).isEqualTo(NONE);
        assertThat(rounds.due(at(2), true)).isEqualTo(UNSETTLED);
        assertThat(rounds.due(at(2), false)).isEqualTo(NONE);
        rounds.done(UNSETTLED, at(2), at(2.01));
        assertThat(rounds.due(at(4), true)).isEqualTo(NONE);
        assertThat(rounds.due(at(4.01), true)).isEqualTo(UNSETTLED);
    }

    @Test
    void everythingIsLookedAtEveryHalfMinute() {
        assertThat(rounds.due(at(29.9), false)).isEqualTo(NONE);
        assertThat(rounds.due(at(30), false)).isEqualTo(EVERYTHING);
        rounds.done(EVERYTHING, at(30), at(30.1));
        assertThat(rounds.due(at(60), false)).isEqualTo(NONE);
        assertThat(rounds.due(at(60.1), false)).isEqualTo(EVERYTHING);
    }

    @Test
    void lookingAtEverythingTakesOnePartInAHundredOfTheTime() {
        rounds.done(EVERYTHING, at(30), at(31.5));
        assertThat(rounds.due(at(181), false)).isEqualTo(NONE);
        assertThat(rounds.due(at(181.5), false)).isEqualTo(EVERYTHING);
    }

    @Test
    void whatWasHalfWrittenWaitsLongerWhereLookingTakesLong() {
        rounds.done(UNSETTLED, at(2), at(3));
        assertThat(rounds.due(at(6.9), true)).isEqualTo(NONE);
        assertThat(rounds.due(at(7), true)).isEqualTo(UNSETTLED);
    }
}
