// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.countersign.core.source.SourceException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

class RunDirectoryTest {
    private static final byte[] CONTENT = "{}".getBytes(StandardCharsets.UTF_8);

    private @TempDir Path folder;

    private RunDirectory directory() throws SourceException {
        return RunDirectory.create(folder.resolve("runs/run-1"), Durability.EACH_WRITE);
    }

    @Test
    void nothingElseIsLeftBehind() throws Exception {
        RunDirectory directory = directory();
        assertThat(directory.state()).isNull();
        directory.writeState("{\"a\": 1}");
        directory.writeState("{}");
        directory.writeArtifact("a.json", CONTENT);

        assertThat(directory.state()).isEqualTo(CONTENT);
        try (var files = Files.walk(directory.path())) {
            assertThat(files.map(file -> directory.path().relativize(file).toString()))
                    .containsExactlyInAnyOrder("", "state.json", "artifacts", "artifacts/a.json");
        }
    }

    @Test
    void whatAKilledProcessLeft() throws Exception {
        RunDirectory directory = directory();
        Path left = Files.writeString(directory.path().resolve(".countersign-unfinished"), "{");
        directory.dropUnfinished();
        assertThat(left).doesNotExist();
    }

    @Test
    void nothingIsWrittenThroughALink() throws Exception {
        Path outside = Files.createDirectory(folder.resolve("outside"));
        RunDirectory directory = directory();
        Path artifacts = directory.path().resolve("artifacts");
        Files.createSymbolicLink(artifacts, outside);
        assertThatThrownBy(() -> directory.writeArtifact("a.json", CONTENT))
                .isInstanceOf(SourceException.class)
                .hasMessage(artifacts + " is not a folder: nothing is written through it.");

        Path run = Files.createSymbolicLink(folder.resolve("link"), outside);
        assertThatThrownBy(() -> RunDirectory.create(run, Durability.EACH_WRITE))
                .isInstanceOf(SourceException.class);

        Path elsewhere = Files.writeString(folder.resolve("elsewhere"), "mine");
        Files.createSymbolicLink(directory.path().resolve("state.json"), elsewhere);
        assertThatThrownBy(directory::state).isInstanceOf(SourceException.class);
        directory.writeState("{}");
        assertThat(elsewhere).hasContent("mine");
        assertThat(directory.path().resolve("state.json")).isRegularFile();
        assertThat(outside).isEmptyDirectory();
    }

    @Test
    void aRootThatIsALinkToNowhereIsNamed() throws Exception {
        Path link = Files.createSymbolicLink(folder.resolve("link"), folder.resolve("nowhere"));
        assertThatThrownBy(() -> RunDirectory.create(link.resolve("run"), Durability.EACH_WRITE))
                .isInstanceOf(SourceException.class)
                .hasMessage(
                        link.resolve("run")
                                + " cannot be made: something else is in its place, a file or a"
                                + " link that leads nowhere.");
    }

    @Test
    void anArtifactStaysInItsFolder() throws Exception {
        RunDirectory directory = directory();
        for (String name : new String[] {"../a", "a/b", "..", ".hidden", "", "a\\b", "ä"}) {
            assertThatThrownBy(() -> directory.writeArtifact(name, CONTENT))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }
}
