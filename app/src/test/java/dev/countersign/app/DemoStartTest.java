// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.app.background.Threads;
import dev.countersign.app.sample.SignerNotes;
import dev.countersign.core.chain.Cancellation;
import dev.countersign.core.chain.Progress;
import dev.countersign.core.queue.Severity;
import dev.countersign.core.run.RunStatus;
import dev.countersign.core.run.RunSummary;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/// The real services behind the first start: the demo is written, read as a workspace, and watched.
class DemoStartTest {
    @TempDir Path home;
    private final ExecutorService workers = Threads.workers("test");
    private final ScheduledExecutorService waiting = Threads.waiting("test-clock");

    @AfterEach
    void stop() {
        waiting.shutdownNow();
        workers.shutdownNow();
    }

    @Test
    void theDemoHasAQueueOfEveryState() throws Exception {
        var data = new UserData(home);
        var access = Access.on(home, InstantSource.system(), workers);
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
        Path demo = services.demo().write();
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

    @Test
    void aChangedLogIsHeardOf() throws Exception {
        Path run = Files.createDirectories(home.resolve("runs").resolve("change-approval-1"));
        var source =
                Access.on(home.resolve("data"), InstantSource.system(), workers)
                        .open(home.resolve("runs"));
        var heard = new LinkedBlockingQueue<String>();
        Runnable unwatch = source.watch(() -> heard.add("changed"));
        source.read(Instant.EPOCH, Progress.NONE, Cancellation.NEVER);
        Files.writeString(run.resolve("audit.jsonl"), "{}\n");
        assertThat(heard.poll(20, TimeUnit.SECONDS)).isEqualTo("changed");
        unwatch.run();
    }
}
