// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.background;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.app.sample.ManualTimer;
import dev.countersign.core.source.SourceException;

import org.junit.jupiter.api.Test;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

class JobsTest {
    private static final long MS = 1_000_000;

    private final AtomicLong clock = new AtomicLong();
    private final Deque<Runnable> screen = new ArrayDeque<>();
    private final Jobs jobs = new Jobs(Runnable::run, screen::addLast, clock::get);
    private final List<JobProgress> heard = new ArrayList<>();
    private final List<JobEnd<String>> ends = new ArrayList<>();

    private Job start(Work<String> work) {
        return jobs.start(work, heard::add, ends::add);
    }

    private void drain() {
        while (!screen.isEmpty()) {
            screen.removeFirst().run();
        }
    }

    @Test
    void theLatestNewsWins() {
        start((progress, cancellation) -> {
            progress.at(10, 100, 1, 0);
            progress.at(90, 100, 9, 1);
            progress.at(40, 100, 4, 0); // a slower worker
            return "done";
        });
        drain();
        assertThat(heard)
                .extracting(JobProgress::done, JobProgress::records)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(90L, 9L));
    }

    @Test
    void newsComesAtMostTwentyTimesASecond() {
        start((progress, cancellation) -> {
            for (int ms = 0; ms < 1000; ms++) {
                clock.addAndGet(MS);
                progress.at(ms, 1000, ms, 0);
                drain();
            }
            return "done";
        });
        assertThat(heard).hasSizeBetween(10, 20);
    }

    @Test
    void aSlowScreenIsNotFlooded() {
        start((progress, cancellation) -> {
            for (int ms = 0; ms < 1000; ms++) {
                clock.addAndGet(MS);
                progress.at(ms, 1000, ms, 0);
            }
            assertThat(screen).hasSize(1);
            return "done";
        });
        drain();
        assertThat(heard).hasSize(1);
        assertThat(heard.getFirst().done()).isEqualTo(999);
    }

    @Test
    void endsOnceAndLast() {
        List<String> order = new ArrayList<>();
        jobs.<String>start(
                (progress, cancellation) -> {
                    progress.at(1, 2, 1, 0);
                    clock.addAndGet(70 * MS);
                    return "done";
                },
                p -> order.add("progress"),
                end -> order.add("end " + end));
        drain();
        assertThat(order).containsExactly("progress", "end Done[value=done, taken=PT0.07S]");
    }

    @Test
    void aCancelledJobEndsWithWhatWasDone() {
        Deque<Runnable> workers = new ArrayDeque<>();
        Job job =
                new Jobs(workers::addLast, screen::addLast, clock::get)
                        .start(
                                (progress, cancellation) ->
                                        cancellation.requested() ? "stopped" : "finished",
                                heard::add,
                                ends::add);
        job.cancel();
        workers.removeFirst().run();
        drain();
        assertThat(ends).hasSize(1);
        assertThat(ends.getFirst())
                .isInstanceOfSatisfying(
                        JobEnd.Done.class, done -> assertThat(done.value()).isEqualTo("stopped"));
    }

    @Test
    void theEnvironmentFailsWithASentence() {
        start((progress, cancellation) -> {
            throw new SourceException(Path.of("x"), "x does not exist: check the path.");
        });
        drain();
        assertThat(ends).containsExactly(new JobEnd.Failed<>("x does not exist: check the path."));
    }

    @Test
    void workThatSaysNothingIsShownOnceItTakesAWhile() {
        var timer = new ManualTimer(Instant.EPOCH);
        Deque<Runnable> workers = new ArrayDeque<>();
        var quiet = new Jobs(workers::addLast, screen::addLast, clock::get, timer);
        var title = new JobTitle("Looking", JobTitle.Unit.BYTES);
        quiet.<String>start(title, (progress, cancellation) -> "done", heard::add, ends::add);
        timer.pass(Duration.ofMillis(399));
        drain();
        assertThat(quiet.shown()).isEmpty();
        timer.pass(Duration.ofMillis(1));
        drain();
        assertThat(quiet.shown()).extracting(RunningJob::title).containsExactly(title);
        workers.removeFirst().run();
        drain();
        assertThat(quiet.shown()).isEmpty();
    }

    @Test
    void workThatIsOverIsNotShownLater() {
        var timer = new ManualTimer(Instant.EPOCH);
        Deque<Runnable> workers = new ArrayDeque<>();
        var quiet = new Jobs(workers::addLast, screen::addLast, clock::get, timer);
        var title = new JobTitle("Looking", JobTitle.Unit.BYTES);
        quiet.<String>start(title, (progress, cancellation) -> "done", heard::add, ends::add);
        workers.removeFirst().run();
        drain();
        timer.pass(Duration.ofSeconds(1));
        drain();
        assertThat(quiet.shown()).isEmpty();
    }

    @Test
    void rateAndTimeLeftComeFromTheLastSeconds() {
        var meter = new Meter(0);
        meter.at(100 * MS, 1000);
        assertThat(meter.left(1000)).as("too early to tell").isNull();
        for (int ms = 200; ms <= 10_000; ms += 100) {
            meter.at(ms * MS, ms < 5000 ? 1000 : 1000 + (ms - 5000L) * 1000);
        }
        assertThat(meter.rate()).isBetween(999_000.0, 1_001_000.0);
        assertThat(meter.left(2_000_000)).hasMillis(2000);
    }

    @Test
    void nothingToDoIsNoFraction() {
        assertThat(JobProgress.NONE.fraction()).isZero();
        assertThat(new JobProgress(50, 200, 0, 0, 0, null).fraction()).isEqualTo(0.25);
    }
}
