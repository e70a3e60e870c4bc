// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.app.sample.Steps;
import dev.countersign.core.chain.Cancellation;
import dev.countersign.core.chain.Progress;
import dev.countersign.core.database.Database;
import dev.countersign.core.ledger.LedgerCheckpoint;
import dev.countersign.core.workspace.WorkspaceFolder;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;

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
}
