// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.countersign.app.sample.Steps;
import dev.countersign.core.chain.Cancellation;
import dev.countersign.core.chain.Progress;
import dev.countersign.core.database.Database;
import dev.countersign.core.ledger.LedgerCheckpoint;
import dev.countersign.core.source.SourceException;
import dev.countersign.core.testkit.Folders;
import dev.countersign.core.workspace.RunWatch;
import dev.countersign.core.workspace.Workspace;
import dev.countersign.core.workspace.WorkspaceFolder;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// Who is in the folder of a workspace, and until when.
class SharedWorkspaceTest {
    private static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");

    @TempDir Path temp;
    @AutoClose private final Access desks = new Access();

    private Path folder(String name) throws Exception {
        return Files.createDirectories(temp.resolve(name).resolve("runs"));
    }

    /// Closing is asked for when the window shows another folder, and done whenever there is time.
    @Test
    void theEndWaitsForThoseThatAreStillToBeClosed() throws Exception {
        var waiting = new Steps();
        var access = desks.on(temp.resolve("user"), () -> NOW, waiting);
        WorkspaceSource first = access.open(folder("first"));
        Runnable leave = first.watch(() -> {});
        var _ = first.read(NOW, Progress.NONE, Cancellation.NEVER);
        leave.run();
        var second = access.open(folder("second"));
        var _ = second.read(NOW, Progress.NONE, Cancellation.NEVER);
        access.close();
        for (String name : new String[] {"first", "second"}) {
            Path root =
                    WorkspaceFolder.outside(
                                    temp.resolve(name).resolve("runs"), temp.resolve("user"))
                            .root();
            assertThat(root.resolve(LedgerCheckpoint.FILE)).as("remembered when closed").exists();
            assertThat(root.resolve(Database.FILE + "-wal"))
                    .as("nobody has it open")
                    .doesNotExist();
        }
        waiting.all();
    }

    private static final Path SAMPLE =
            Path.of("../core/src/test/resources/samples/change-approval-0155cb2f963b");

    /// It would look like nothing having changed from then on.
    @Test
    void aMistakeDoesNotEndTheWatch() throws Exception {
        Path runs = folder("desk");
        SharedWorkspace workspace =
                desks.on(temp.resolve("user"), () -> NOW).open(runs).workspace();
        var heard = new ArrayList<String>();
        workspace.watch(() -> {
            heard.add("changed");
            if (heard.size() == 1) {
                throw new IllegalStateException("a mistake, for this test");
            }
            workspace.close();
        });
        var patrol =
                new Patrol(workspace, new CountDownLatch(1), new PendingChanges(), Duration.ZERO);
        RunWatch watch = workspace.with(Workspace::watch);
        Folders.copy(SAMPLE, runs.resolve("run"));
        patrol.go(watch);
        assertThat(heard).hasSize(2);
    }

    @Test
    void whatALookFailedAtIsLookedAtAgain() throws Exception {
        Path runs = folder("desk");
        SharedWorkspace workspace =
                desks.on(temp.resolve("user"), () -> NOW).open(runs).workspace();
        Folders.copy(SAMPLE, runs.resolve("run"));
        Progress mistaken =
                (done, total, records, faulty) -> {
                    throw new IllegalStateException("a mistake, for this test");
                };
        assertThatThrownBy(() -> workspace.look(mistaken, Cancellation.NEVER))
                .isInstanceOf(IllegalStateException.class);
        assertThat(workspace.look(Progress.NONE, Cancellation.NEVER)).isTrue();
        assertThat(workspace.<Integer>with(open -> open.runs().size())).isEqualTo(1);
    }

    /// A sample would be drawn from the runs that happened to be there already.
    @Test
    void whoNeedsAllRunsWaitsForTheFirstLook() throws Exception {
        Path runs = folder("desk");
        SharedWorkspace workspace =
                desks.on(temp.resolve("user"), () -> NOW).open(runs).workspace();
        Folders.copy(SAMPLE, runs.resolve("run"));
        var found = new CompletableFuture<Integer>();
        var other =
                Thread.ofPlatform()
                        .unstarted(() -> {
                            try {
                                workspace.looked();
                                found.complete(workspace.with(open -> open.runs().size()));
                            } catch (SourceException e) {
                                found.completeExceptionally(e);
                            }
                        });
        boolean _ =
                workspace.look(
                        (done, total, records, faulty) -> {
                            if (other.getState() == Thread.State.NEW) {
                                other.start();
                            }
                            while (!found.isDone() && other.getState() == Thread.State.RUNNABLE) {
                                Thread.onSpinWait();
                            }
                        },
                        Cancellation.NEVER);
        assertThat(found.get(60, TimeUnit.SECONDS)).isEqualTo(1);
    }

    @Test
    void aFirstLookThatWasCancelledIsHadAgain() throws Exception {
        Path runs = folder("desk");
        SharedWorkspace workspace =
                desks.on(temp.resolve("user"), () -> NOW).open(runs).workspace();
        Folders.copy(SAMPLE, runs.resolve("run"));
        boolean _ = workspace.look(Progress.NONE, () -> true);
        workspace.looked();
        assertThat(workspace.<Integer>with(open -> open.runs().size())).isEqualTo(1);
    }

    @Test
    void whatCouldNotBeWatchedIsWatchedByTheNextLook() throws Exception {
        var watches = new Steps();
        var access = desks.on(temp.resolve("user"), () -> NOW, watches);
        SharedWorkspace workspace = access.open(folder("desk")).workspace();
        Path database = workspace.with(open -> open.folder().database());
        Path away = Files.createDirectory(temp.resolve("away"));
        move(database, away);
        assertThatThrownBy(() -> workspace.look(Progress.NONE, Cancellation.NEVER))
                .isInstanceOf(SourceException.class);
        assertThat(watches.waiting()).isZero();
        move(away.resolve(database.getFileName()), database.getParent());
        var _ = workspace.look(Progress.NONE, Cancellation.NEVER);
        assertThat(watches.waiting()).isEqualTo(1);
        access.close();
        watches.all();
    }

    /// With what SQLite has beside it.
    private static void move(Path database, Path folder) throws Exception {
        for (String end : new String[] {"", "-wal", "-shm"}) {
            Path file = Path.of(database + end);
            if (Files.exists(file)) {
                Files.move(file, folder.resolve(file.getFileName()));
            }
        }
    }
}
