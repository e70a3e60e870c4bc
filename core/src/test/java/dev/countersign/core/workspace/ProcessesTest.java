// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.workspace;

import static dev.countersign.core.workspace.SampleRuns.SAMPLES;
import static dev.countersign.core.workspace.SampleRuns.desk;
import static dev.countersign.core.workspace.SampleRuns.scan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.core.chain.Verdict;
import dev.countersign.core.ledger.LedgerEvent;
import dev.countersign.core.run.RunSummary;
import dev.countersign.core.testkit.ChildJvm;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/**
 * Processes that share a workspace, or are killed in it: nothing is lost, nothing doubled, the
 * index is that of one that was never disturbed. {@code -Dworkspace.kills=200} kills more often.
 */
class ProcessesTest {
    private static final int KILLS = Integer.getInteger("workspace.kills", 4);

    /** A week after the samples: deadlines are over, so that there is something to raise. */
    private static final Instant NOW = Instant.parse("2026-11-28T02:30:00Z");

    @TempDir Path temp;
    private WorkspaceFolder folder = new WorkspaceFolder(Path.of(""));

    @BeforeEach
    void workspace() throws Exception {
        try (Stream<Path> samples = Files.list(SAMPLES)) {
            String[] names =
                    samples.map(p -> p.getFileName().toString()).sorted().toArray(String[]::new);
            folder = SampleRuns.workspace(temp.resolve("shared"), names);
        }
    }

    private static Process child(WorkspaceFolder folder, int times) {
        return ChildJvm.start(
                IndexingChild.class,
                folder.root().toString(),
                NOW.toString(),
                Integer.toString(times));
    }

    private static BufferedReader output(Process process) {
        return new BufferedReader(
                new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    @Test
    void twoProcessesAtOnceLeaveWhatOneWould() throws Exception {
        Process first = child(folder, 3);
        Process second = child(folder, 3);
        for (Process process : List.of(first, second)) {
            assertThat(output(process).lines().toList()).endsWith("done");
            assertThat(process.waitFor()).isZero();
        }
        isUndisturbed();
    }

    @Test
    void aProcessThatIsKilledLosesAndDoublesNothing() throws Exception {
        Random random = new Random(20261121);
        for (int kill = 0; kill < KILLS; kill++) {
            Process process = child(folder, 2);
            try (BufferedReader output = output(process)) {
                skip(output, random.nextInt(60));
                process.destroyForcibly().waitFor();
            }
        }
        isUndisturbed();
    }

    private static void skip(BufferedReader output, int lines) throws IOException {
        for (int i = 0; i < lines && output.readLine() != null; i++) {
            Thread.onSpinWait();
        }
    }

    /** Against a workspace of the same runs that one process indexed once. */
    private void isUndisturbed() throws Exception {
        WorkspaceFolder fresh =
                SampleRuns.workspace(
                        temp.resolve("fresh"),
                        Files.list(SAMPLES)
                                .map(p -> p.getFileName().toString())
                                .toArray(String[]::new));
        try (Workspace expected = Workspace.open(fresh, desk(NOW));
                Workspace actual = Workspace.open(folder, desk(NOW))) {
            scan(expected);
            expected.raise();
            scan(actual);
            actual.raise();
            assertThat(actual.runs())
                    .extracting(RunSummary::runId, RunSummary::head, RunSummary::clocks)
                    .isEqualTo(
                            expected.runs().stream()
                                    .map(r ->
                                            org.assertj.core.api.Assertions.tuple(
                                                    r.runId(), r.head(), r.clocks()))
                                    .toList());
            assertThat(actual.findings(NOW)).isEqualTo(expected.findings(NOW));
            assertThat(actual.ledger().verifyAll(null).verdict()).isEqualTo(Verdict.INTACT);
            assertThat(raised(actual)).isEqualTo(raised(expected)).doesNotHaveDuplicates();
        }
        assertThat(outbox(folder)).isEqualTo(outbox(fresh)).isNotEmpty();
    }

    private static List<String> raised(Workspace workspace) throws Exception {
        return workspace.ledger().byAction("finding_raised").stream()
                .map(LedgerEvent::resourceId)
                .sorted()
                .toList();
    }

    private static List<String> outbox(WorkspaceFolder folder) throws Exception {
        try (Stream<Path> files = Files.list(folder.outbox())) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> !name.startsWith(".countersign-"))
                    .sorted()
                    .toList();
        }
    }
}
