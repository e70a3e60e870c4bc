// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.feature.queue;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

class TickTurnsTest {
    private final List<Integer> ticked = new ArrayList<>();
    private boolean running;
    private final TickTurns turns =
            new TickTurns() {
                @Override
                public void start() {
                    running = true;
                }

                @Override
                public void stop() {
                    running = false;
                }
            };

    private void of(int from, int to) {
        turns.of(IntStream.range(from, to).mapToObj(i -> (Runnable) () -> ticked.add(i)).toList());
    }

    private static List<Integer> numbers(int from, int to) {
        return IntStream.range(from, to).boxed().toList();
    }

    @Test
    void fewTickAtOnce() {
        of(0, 12);
        assertThat(ticked).isEqualTo(numbers(0, 12));
        assertThat(running).as("no frame is asked for").isFalse();
    }

    @Test
    void noFrameSeesMoreThanTwelveAndNoneIsForgotten() {
        of(0, 30);
        assertThat(ticked).isEqualTo(numbers(0, 12));
        turns.handle(1);
        assertThat(ticked).as("the frame that paints the first").isEqualTo(numbers(0, 12));
        turns.handle(2);
        assertThat(ticked).isEqualTo(numbers(0, 24));
        assertThat(running).isTrue();
        turns.handle(3);
        assertThat(ticked).isEqualTo(numbers(0, 30));
        assertThat(running).isFalse();
    }

    @Test
    void whoStillWaitsWhenAllTickAgainTicksOnce() {
        of(0, 20);
        of(100, 115);
        turns.handle(1);
        turns.handle(2);
        assertThat(ticked.subList(12, ticked.size())).isEqualTo(numbers(100, 115));
    }
}
