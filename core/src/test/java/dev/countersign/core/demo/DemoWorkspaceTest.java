// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.countersign.core.chain.ChainVerifier;
import dev.countersign.core.chain.Fault;
import dev.countersign.core.chain.FaultCategory;
import dev.countersign.core.policy.ClockKind;
import dev.countersign.core.policy.DefaultPolicy;
import dev.countersign.core.queue.QueueItem;
import dev.countersign.core.queue.ReviewQueue;
import dev.countersign.core.run.RunReader;
import dev.countersign.core.run.RunSnapshot;
import dev.countersign.core.run.RunStatus;
import dev.countersign.core.run.RunSummary;
import dev.countersign.core.source.SourceException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

class DemoWorkspaceTest {
    private static final Instant NOW = Instant.parse("2026-11-18T10:00:00Z");

    private static List<RunSnapshot> runs(Path folder) throws SourceException, IOException {
        RunReader reader = new RunReader(new ChainVerifier(Runnable::run, 1), DefaultPolicy.get());
        List<RunSnapshot> runs = new ArrayList<>();
        try (Stream<Path> directories = Files.list(folder.resolve("runs"))) {
            for (Path directory : directories.sorted().toList()) {
                runs.add(reader.read(directory));
            }
        }
        return runs;
    }

    private static Map<String, String> files(Path folder) throws IOException {
        var files = new TreeMap<String, String>();
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                files.put(folder.relativize(file).toString(), Files.readString(file));
            }
        }
        return files;
    }

    @Test
    void everyState(@TempDir Path folder) throws Exception {
        List<String> written = DemoWorkspace.write(folder.resolve("demo"), NOW);
        List<RunSnapshot> runs = runs(folder.resolve("demo"));

        assertThat(runs.stream().map(RunSnapshot::runId))
                .containsExactlyInAnyOrderElementsOf(written);
        Map<RunStatus, Integer> counts = new EnumMap<>(RunStatus.class);
        runs.forEach(run -> counts.merge(run.status(), 1, Integer::sum));
        assertThat(counts)
                .containsOnlyKeys(
                        RunStatus.RUNNING,
                        RunStatus.BLOCKED,
                        RunStatus.AWAITING_APPROVAL,
                        RunStatus.APPROVED_PENDING_RESUME,
                        RunStatus.REJECTED,
                        RunStatus.FAILED,
                        RunStatus.COMPLETED);
    }

    @Test
    void threeDamagedLogs(@TempDir Path folder) throws Exception {
        DemoWorkspace.write(folder, NOW);

        List<FaultCategory> faults = new ArrayList<>();
        for (RunSnapshot run : runs(folder)) {
            Fault first = run.chain() == null ? null : run.chain().first();
            if (first != null) {
                faults.add(first.category());
            }
        }
        assertThat(faults)
                .containsExactlyInAnyOrder(
                        FaultCategory.CONTENT_MODIFIED,
                        FaultCategory.TORN_TAIL,
                        FaultCategory.FORK);
    }

    /// Whatever the hour: something is about to breach, something has time, something is late, and
    /// a second approval of an emergency is still to come.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-11-18T10:00:00Z",
                "2026-11-21T03:30:00Z",
                "2026-11-22T23:59:00Z",
                "2026-11-23T00:10:00Z",
                "2026-03-29T01:30:00Z"
            })
    void deadlines(String at, @TempDir Path folder) throws Exception {
        Instant now = Instant.parse(at);
        DemoWorkspace.write(folder, now);
        List<RunSummary> runs = runs(folder).stream().map(RunSummary::of).toList();
        List<QueueItem> queue = ReviewQueue.of(runs, List.of(), DefaultPolicy.get(), now);

        assertThat(queue.stream().map(QueueItem::clock).filter(c -> c != null))
                .anyMatch(c -> c.breached(now))
                .anyMatch(c -> !c.breached(now) && Duration.between(now, c.due()).toMinutes() < 15)
                .anyMatch(c -> Duration.between(now, c.due()).toHours() >= 3)
                .anyMatch(c -> c.kind() == ClockKind.RETROACTIVE_APPROVAL)
                .anyMatch(c -> c.kind() == ClockKind.OPERATOR_REVIEW);
        for (RunSnapshot run : runs(folder)) {
            assertThat(run.events())
                    .as(run.runId())
                    .allMatch(event -> event.at() != null && !event.at().isAfter(now));
        }
    }

    @Test
    void sameInstantSameBytes(@TempDir Path one, @TempDir Path other) throws Exception {
        DemoWorkspace.write(one, NOW);
        DemoWorkspace.write(other, NOW);

        assertThat(files(one)).isEqualTo(files(other));
    }

    @Test
    void aFolderWithSomethingInItIsLeftAlone(@TempDir Path folder) throws Exception {
        Files.writeString(folder.resolve("mine"), "mine");

        assertThatThrownBy(() -> DemoWorkspace.write(folder, NOW))
                .isInstanceOf(SourceException.class)
                .hasMessage(folder + " is not empty: nothing was written; name another folder.");
        assertThat(files(folder)).isEqualTo(Map.of("mine", "mine"));
    }
}
