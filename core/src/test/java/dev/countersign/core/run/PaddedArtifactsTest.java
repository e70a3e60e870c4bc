// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.core.testkit.Folders;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/// An artifact that was changed, or taken away, among more than is looked at: it is seen all the
/// same.
class PaddedArtifactsTest {
    private static final String RUN = "change-approval-0da804633cdb";
    private static final int TOO_MANY = 10_001;

    @TempDir Path folder;
    private Path artifacts = Path.of("");

    @BeforeEach
    void changed() throws Exception {
        Path run = Folders.copy(Path.of("src/test/resources/samples", RUN), folder.resolve(RUN));
        artifacts = run.resolve("artifacts");
        Path paper = artifacts.resolve("workpaper.json");
        Files.writeString(paper, " ", StandardOpenOption.APPEND);
        Files.delete(artifacts.resolve("approval_request.json"));
    }

    private RunSnapshot read() throws Exception {
        return RunCopy.reader().read(artifacts.getParent());
    }

    private void seen(RunSnapshot run) {
        assertThat(run.channels().failed(Check.Kind.ARTIFACT_FILES)).isTrue();
        assertThat(run.artifacts().artifacts())
                .filteredOn(artifact -> artifact.recorded() != null)
                .extracting(artifact -> artifact.name() + " " + artifact.state())
                .containsExactly(
                        "approval_request.json MISSING",
                        "handoff_report.json MATCHES",
                        "independent_review.json MATCHES",
                        "workpaper.json DIFFERS");
    }

    @Test
    void aFolderThatLiesTooDeepStandsForWhatIsInIt() throws Exception {
        String deepest = "d/".repeat(31) + "d";
        Files.createDirectories(artifacts.resolve(deepest).resolve("d"));
        RunSnapshot run = read();
        seen(run);
        assertThat(run.artifacts().outcome()).isEqualTo(ArtifactCheck.Outcome.FAILED);
        assertThat(run.artifacts().artifacts())
                .contains(new Artifact(deepest, Artifact.State.NOT_A_FILE, null, null));
    }

    @Test
    void foldersWithoutEnd() throws Exception {
        for (int i = 0; i < TOO_MANY; i++) {
            Files.createDirectory(artifacts.resolve("d" + i));
        }
        RunSnapshot run = read();
        seen(run);
        assertThat(run.artifacts().outcome()).isEqualTo(ArtifactCheck.Outcome.TOO_LARGE);
    }

    @Test
    void filesWithoutEnd() throws Exception {
        for (int i = 0; i < TOO_MANY; i++) {
            Files.createFile(artifacts.resolve("f" + i));
        }
        RunSnapshot run = read();
        seen(run);
        assertThat(run.artifacts().outcome()).isEqualTo(ArtifactCheck.Outcome.TOO_LARGE);
    }
}
