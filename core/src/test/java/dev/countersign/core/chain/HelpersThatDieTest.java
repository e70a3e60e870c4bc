// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.chain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// What a helper had taken is not done if its thread dies, for want of memory say: nothing may look
/// as if it were.
class HelpersThatDieTest {
    /// A thread of its own for each task, which is over before the caller begins.
    private static final Executor ONE_AFTER_ANOTHER =
            task -> {
                Thread thread = new Thread(task);
                thread.setUncaughtExceptionHandler((_, _) -> {});
                thread.start();
                try {
                    thread.join();
                } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                }
            };

    static Stream<Error> errors() {
        return Stream.of(new OutOfMemoryError("Java heap space"), new StackOverflowError());
    }

    @ParameterizedTest
    @MethodSource("errors")
    void aCrewLosesNoOutcome(Error death) {
        Thread caller = Thread.currentThread();
        List<Integer> done = new ArrayList<>();
        assertThatThrownBy(() ->
                        new Crew(ONE_AFTER_ANOTHER, 2)
                                .each(
                                        IntStream.range(0, 100).boxed().toList(),
                                        item -> {
                                            if (Thread.currentThread() != caller) {
                                                throw death;
                                            }
                                            return item;
                                        },
                                        done::addAll,
                                        Cancellation.NEVER))
                .isSameAs(death);
        assertThat(done).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("errors")
    void aSliceThatIsLostIsNoSlice(Error death) {
        Thread caller = Thread.currentThread();
        assertThatThrownBy(() ->
                        ParallelSlices.run(
                                ONE_AFTER_ANOTHER,
                                2,
                                10,
                                () ->
                                        _ -> {
                                            if (Thread.currentThread() != caller) {
                                                throw death;
                                            }
                                        },
                                Cancellation.NEVER))
                .isSameAs(death);
    }

    @Test
    void whoDoesNotDieDoesItAll() {
        List<Integer> done = new ArrayList<>();
        List<Integer> items = IntStream.range(0, 100).boxed().toList();
        assertThat(
                        new Crew(ONE_AFTER_ANOTHER, 2)
                                .each(items, item -> item, done::addAll, Cancellation.NEVER))
                .isTrue();
        assertThat(done).containsExactlyInAnyOrderElementsOf(items);
    }
}
