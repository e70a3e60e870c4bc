// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.workspace;

import static dev.countersign.core.workspace.SampleRuns.COMPLETED;
import static dev.countersign.core.workspace.SampleRuns.NOW;
import static dev.countersign.core.workspace.SampleRuns.desk;
import static dev.countersign.core.workspace.SampleRuns.scan;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.List;

/** A run that a workspace has seen once. */
abstract class SeenRun {
    @TempDir Path temp;
    Path run = Path.of("");
    WorkspaceFolder folder = new WorkspaceFolder(Path.of(""));

    @BeforeEach
    void seenOnce() throws Exception {
        folder = SampleRuns.workspace(temp, COMPLETED);
        run = temp.resolve("runs").resolve(COMPLETED);
        try (Workspace workspace = Workspace.open(folder, desk(NOW))) {
            scan(workspace);
            assertThat(workspace.findings(NOW)).isEmpty();
        }
    }

    Finding only(FindingKind kind) throws Exception {
        try (Workspace workspace = Workspace.open(folder, desk(NOW))) {
            scan(workspace);
            List<Finding> found =
                    workspace.findings(NOW).stream().filter(f -> f.kind() == kind).toList();
            assertThat(found).hasSize(1);
            return found.getFirst();
        }
    }

    static String hash(String line) {
        return line.replaceAll(".*\"hash\": \"([0-9a-f]{64})\".*", "$1");
    }
}
