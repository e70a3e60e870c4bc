// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.countersign.app.background.Threads;
import dev.countersign.app.feature.integrity.LogDesk;
import dev.countersign.core.chain.Cancellation;
import dev.countersign.core.chain.ChainReport;
import dev.countersign.core.chain.FaultCategory;
import dev.countersign.core.chain.Progress;
import dev.countersign.core.chain.Verdict;
import dev.countersign.core.chain.Verification;
import dev.countersign.core.source.SourceException;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;

/// The window's port on the real verifier.
class WiringTest {
    private static final String LOG =
            "{\"ts\": \"2026-11-21T00:25:15.476520+00:00\", \"event\": \"run_started\", \"prev\":"
                + " \"genesis\", \"run_id\": \"change-approval-0155cb2f963b\", \"name\":"
                + " \"change-approval\", \"hash\":"
                + " \"a0cc01889a6b4f6788ff480f35252dbde313e706861e584faf26fe9b4cf3d90c\"}\n"
                + "{\"ts\": \"2026-11-21T00:25:15.476646+00:00\", \"event\": \"step_started\","
                + " \"prev\": \"a0cc01889a6b4f6788ff480f35252dbde313e706861e584faf26fe9b4cf3d90c\","
                + " \"step\": \"ingest\", \"hash\":"
                + " \"88635ff0c54269a8195c6855b4ce04db8e5b250fd8d879e99fee6b420343cc31\"}\n"
                + "{\"ts\": \"2026-11-21T00:25:15.476779+00:00\", \"event\": \"step_result\","
                + " \"prev\": \"88635ff0c54269a8195c6855b4ce04db8e5b250fd8d879e99fee6b420343cc31\","
                + " \"step\": \"ingest\", \"status\": \"ok\", \"reason\": \"ingested CHG-1101\","
                + " \"hash\":"
                + " \"76a95de1ae68238e4b49e76372d0ca3252cb733e379be3407ec7ab6924088b9b\"}\n";

    @TempDir Path folder;
    private final ExecutorService workers = Threads.workers("test");
    private @Nullable LogDesk verifier;

    @BeforeEach
    void wire() {
        var access = Wiring.access(workers, new UserData(folder));
        verifier = Wiring.verifier(workers, access);
    }

    @AfterEach
    void stop() throws InterruptedException {
        workers.shutdownNow();
        assertThat(workers.awaitTermination(60, TimeUnit.SECONDS)).isTrue();
    }

    private ChainReport verify(Path path) throws SourceException {
        return ((Verification.Finished)
                        Objects.requireNonNull(verifier)
                                .verify(path, Progress.NONE, Cancellation.NEVER))
                .report();
    }

    @Test
    void aRunDirectoryMeansItsLog() throws Exception {
        Files.writeString(folder.resolve("audit.jsonl"), LOG);
        assertThat(verify(folder).head()).isEqualTo(verify(folder.resolve("audit.jsonl")).head());
        assertThat(verify(folder).verdict()).isEqualTo(Verdict.INTACT);
        assertThat(verify(folder).records()).isEqualTo(3);
    }

    @Test
    void oneByteChangedIsFound() throws Exception {
        Path log = write(LOG.replace("ingest", "ingesT"));
        assertThat(verify(log).faults())
                .extracting(f -> f.category())
                .contains(FaultCategory.CONTENT_MODIFIED);
        assertThat(verify(log).verdict()).isEqualTo(Verdict.BROKEN);
    }

    @Test
    void anEmptyLogIsNothingToVerify() throws Exception {
        assertThat(verify(write("")).verdict()).isEqualTo(Verdict.EMPTY);
    }

    @Test
    void aMissingLogIsASentence() {
        Path missing = folder.resolve("missing.jsonl");
        assertThatThrownBy(() -> verify(missing))
                .isInstanceOf(SourceException.class)
                .hasMessageContaining(missing.toString());
    }

    @Test
    void aFolderWithoutALogSaysWhatToOpen() throws IOException {
        assertThatThrownBy(() -> verify(folder))
                .hasMessage(
                        folder
                                + " holds no log: open a log, or a run directory with its"
                                + " audit.jsonl.");
        Files.writeString(Files.createDirectory(folder.resolve("run")).resolve("audit.jsonl"), LOG);
        assertThatThrownBy(() -> verify(folder))
                .hasMessage(folder + " is a folder of runs: open one of them.");
    }

    private Path write(String text) throws IOException {
        return Files.writeString(folder.resolve("log.jsonl"), text);
    }
}
