// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.app.background.Threads;
import dev.countersign.app.feature.queue.QueueSource;
import dev.countersign.app.sample.SignerNotes;
import dev.countersign.core.chain.Cancellation;
import dev.countersign.core.chain.Progress;
import dev.countersign.core.queue.Severity;
import dev.countersign.core.run.RunStatus;
import dev.countersign.core.run.RunSummary;
import dev.countersign.core.testkit.Folders;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/// The real services behind the first start: the demo is written, read as a workspace, and watched.
class DemoStartTest {
    private static final Path SAMPLE =
            Path.of("../core/src/test/resources/samples/change-approval-0155cb2f963b");

    @TempDir Path home;
    private final Access desks = new Access();
    private final ExecutorService workers = Threads.workers("test");
    private final ScheduledExecutorService waiting = Threads.waiting("test-clock");

    /// Nobody is in the folder any more when it goes: closing what is open waits for whoever reads
    /// it, and the watch ends.
    @AfterEach
    void stop() throws Exception {
        desks.close();
        waiting.shutdownNow();
        workers.shutdownNow();
        assertThat(workers.awaitTermination(60, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void theDemoHasAQueueOfEveryState() throws Exception {
        var data = new UserData(home);
        var access = desks.on(home, InstantSource.system(), workers);
        var services =
                Wiring.runs(
                        workers,
                        waiting,
                        data,
                        access,
                        new SignerNotes(),
                        Optional::empty,
                        Optional::empty,
                        (title, name) -> Optional.empty(),
                        folder -> {});
        Path today = data.demo(LocalDate.ofInstant(Instant.now(), ZoneOffset.UTC));
        Files.createDirectories(today.resolve("runs/change-approval-1"));
        Path demo = services.demo().write();
        assertThat(today.resolve("policy.json")).as("what was cut short stays").doesNotExist();
        assertThat(services.demo().write()).as("once a day").isEqualTo(demo);
        var source = services.sources().apply(demo);
        Runnable unwatch = source.watch(() -> {});
        Instant now = services.ticker().nowProperty().get();
        var snapshot = source.read(now, Progress.NONE, Cancellation.NEVER);
        assertThat(snapshot.runs()).hasSizeGreaterThanOrEqualTo(35);
        assertThat(snapshot.items())
                .extracting(item -> item.run().status())
                .contains(RunStatus.AWAITING_APPROVAL, RunStatus.BLOCKED, RunStatus.FAILED);
        assertThat(snapshot.items())
                .anyMatch(item -> Severity.of(item, now) == Severity.SEV_1)
                .anyMatch(item -> item.clock() != null && item.clock().breached(now));
        RunSummary first = snapshot.items().getFirst().run();
        assertThat(
                        services.reader()
                                .read(first.directory(), Progress.NONE, Cancellation.NEVER)
                                .orElseThrow()
                                .run()
                                .runId())
                .isEqualTo(first.runId());
        unwatch.run();
    }

    /// The best of a few, since the machine may have other things to do; what is looked at by
    /// turns, every half minute, would be late each time.
    @Test
    void newAndChangedRunsAppearByThemselvesWithinTwoSeconds() throws Exception {
        Path runs = Files.createDirectories(home.resolve("runs"));
        var source = desks.on(home.resolve("data"), InstantSource.system(), workers).open(runs);
        var heard = new LinkedBlockingQueue<String>();
        Runnable unwatch = source.watch(() -> heard.add("changed"));
        Instant now = Instant.parse("2026-11-21T10:00:00Z");
        source.read(now, Progress.NONE, Cancellation.NEVER);
        long fresh = Long.MAX_VALUE;
        long changed = Long.MAX_VALUE;
        for (int i = 0; i < 5 && Math.max(fresh, changed) > 2_000; i++) {
            String name = "copy-" + i;
            long start = System.nanoTime();
            Folders.copy(SAMPLE, runs.resolve(name));
            fresh = Math.min(fresh, until(source, heard, now, name, 13) - start / 1_000_000);
            String line = "{\"ts\": \"2026-11-21T09:00:00+00:00\", \"event\": \"later\"}\n";
            start = System.nanoTime();
            Files.writeString(
                    runs.resolve(name).resolve("audit.jsonl"), line, StandardOpenOption.APPEND);
            changed = Math.min(changed, until(source, heard, now, name, 14) - start / 1_000_000);
        }
        unwatch.run();
        assertThat(fresh).isLessThanOrEqualTo(2_000);
        assertThat(changed).isLessThanOrEqualTo(2_000);
    }

    /// When a run was first seen with so many records, after hearing of it, in milliseconds.
    private static long until(
            QueueSource source, LinkedBlockingQueue<String> heard, Instant now, String name, int n)
            throws Exception {
        while (true) {
            assertThat(heard.poll(60, TimeUnit.SECONDS)).isEqualTo("changed");
            var snapshot = source.read(now, Progress.NONE, Cancellation.NEVER);
            if (snapshot.runs().stream()
                    .anyMatch(run -> run.directory().endsWith(name) && run.records() == n)) {
                return System.nanoTime() / 1_000_000;
            }
        }
    }

    @Test
    void aChangedLogIsHeardOf() throws Exception {
        Path run = Files.createDirectories(home.resolve("runs").resolve("change-approval-1"));
        var source =
                desks.on(home.resolve("data"), InstantSource.system(), workers)
                        .open(home.resolve("runs"));
        var heard = new LinkedBlockingQueue<String>();
        Runnable unwatch = source.watch(() -> heard.add("changed"));
        source.read(Instant.EPOCH, Progress.NONE, Cancellation.NEVER);
        Files.writeString(run.resolve("audit.jsonl"), "{}\n");
        assertThat(heard.poll(20, TimeUnit.SECONDS)).isEqualTo("changed");
        unwatch.run();
    }
}
