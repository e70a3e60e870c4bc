// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.workspace;

import static dev.countersign.core.workspace.SampleRuns.AWAITING;
import static dev.countersign.core.workspace.SampleRuns.COMPLETED;
import static dev.countersign.core.workspace.SampleRuns.NOW;
import static dev.countersign.core.workspace.SampleRuns.desk;
import static dev.countersign.core.workspace.SampleRuns.scan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.core.chain.Cancellation;
import dev.countersign.core.chain.Progress;
import dev.countersign.core.run.RunSummary;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;

/** Nothing here sleeps: a watch returns when it is told something. */
class RunWatchTest {
    private static final Duration LONG = Duration.ofSeconds(30);
    @TempDir Path temp;

    private static Changes next(RunWatch watch) throws Exception {
        Changes changes = watch.awaitChange(LONG);
        assertThat(changes.none()).as("something changed").isFalse();
        return changes;
    }

    @Test
    void aRunThatComesIsReadWhenItIsThere() throws Exception {
        WorkspaceFolder folder = SampleRuns.workspace(temp, COMPLETED);
        try (Workspace workspace = Workspace.open(folder, desk(NOW))) {
            scan(workspace);
            try (RunWatch watch = workspace.watch()) {
                SampleRuns.copy(AWAITING, temp.resolve("runs"));
                while (workspace.runs().size() < 2
                        || workspace.runs().getFirst().clocks().isEmpty()) {
                    workspace.scan(next(watch), Progress.NONE, Cancellation.NEVER);
                }
                assertThat(workspace.runs())
                        .extracting(RunSummary::runId)
                        .containsExactly(AWAITING, COMPLETED);
            }
        }
    }

    @Test
    void aChangeInALogAndInAnArtifactIsTold() throws Exception {
        WorkspaceFolder folder = SampleRuns.workspace(temp, COMPLETED, AWAITING);
        Path run = temp.resolve("runs").resolve(COMPLETED);
        try (Workspace workspace = Workspace.open(folder, desk(NOW));
                RunWatch watch = workspace.watch()) {
            for (String name : new String[] {"audit.jsonl", "artifacts/workpaper.json"}) {
                Files.writeString(run.resolve(name), " ", StandardOpenOption.APPEND);
                assertThat(next(watch).places())
                        .containsExactly(new Changes.Place("runs", COMPLETED));
            }
        }
    }

    @Test
    void aSourceThatComesBackIsTold() throws Exception {
        WorkspaceFolder folder = SampleRuns.workspace(temp.resolve("w"), COMPLETED);
        Path stick = temp.resolve("stick");
        SampleRuns.copy(AWAITING, stick);
        try (Workspace workspace = Workspace.open(folder, desk(NOW))) {
            workspace.addSource(stick);
            Path drawn = Files.move(stick, temp.resolve("drawn"));
            try (RunWatch watch = workspace.watch()) {
                assertThat(watch.awaitChange(Duration.ZERO).none()).isTrue();
                Files.move(drawn, stick);
                assertThat(next(watch).everywhere()).isTrue();
            }
        }
    }

    @Test
    void whereTheSystemCannotWatchOneMoreFolderItIsLookedAt() throws Exception {
        WorkspaceFolder folder = SampleRuns.workspace(temp, COMPLETED);
        Path run = temp.resolve("runs").resolve(COMPLETED);
        RunWatch.Services none =
                () -> {
                    throw new IOException("User limit of inotify instances reached");
                };
        try (Workspace workspace = Workspace.open(folder, desk(NOW));
                RunWatch watch = new RunWatch(folder.root(), workspace.sources(), none)) {
            assertThat(watch.awaitChange(Duration.ZERO).none()).isTrue();
            Files.writeString(run.resolve("audit.jsonl"), " ", StandardOpenOption.APPEND);
            assertThat(next(watch).places()).containsExactly(new Changes.Place("runs", COMPLETED));
            SampleRuns.copy(AWAITING, temp.resolve("runs"));
            assertThat(next(watch).places()).contains(new Changes.Place("runs", AWAITING));
        }
    }
}
