// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.workspace;

import static dev.countersign.core.workspace.SampleRuns.AWAITING;
import static dev.countersign.core.workspace.SampleRuns.NOW;
import static dev.countersign.core.workspace.SampleRuns.desk;
import static dev.countersign.core.workspace.SampleRuns.scan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.core.clock.RunClock;
import dev.countersign.core.journal.Decisions;
import dev.countersign.core.journal.Durability;
import dev.countersign.core.journal.RecordDraft;
import dev.countersign.core.journal.RunDirectory;
import dev.countersign.core.queue.QueueItem;
import dev.countersign.core.queue.ReviewQueue;
import dev.countersign.core.queue.Severity;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// A log that somebody took away, padded, or put something else in its place, before this desk ever
/// looked.
class LogMissingTest {
    @TempDir Path temp;
    private WorkspaceFolder folder = new WorkspaceFolder(Path.of(""));
    private Path log = Path.of("");

    @BeforeEach
    void aRun() throws Exception {
        folder = SampleRuns.workspace(temp, AWAITING);
        log = folder.runs().resolve(AWAITING).resolve("audit.jsonl");
    }

    @Test
    void itIsGone() throws Exception {
        Files.delete(log);
        lost("no_log");
    }

    @Test
    void itIsALink() throws Exception {
        Path elsewhere = Files.move(log, temp.resolve("elsewhere.jsonl"));
        Files.createSymbolicLink(log, elsewhere);
        lost("not_followed");
    }

    @Test
    void itIsAFolder() throws Exception {
        Files.delete(log);
        Files.createDirectory(log);
        lost("not_followed");
    }

    @Test
    void itIsEmpty() throws Exception {
        Files.writeString(log, "");
        lost("no_records");
    }

    /// Right records that nobody needs: they must not make what waits be forgotten.
    @Test
    void itWasPadded() throws Exception {
        RunDirectory directory = RunDirectory.of(log.getParent(), Durability.LEFT_TO_SYSTEM);
        String padding = "x".repeat(1 << 20);
        for (int i = 0; i < 17; i++) {
            Decisions.record(
                    directory, null, new RecordDraft(NOW, "heartbeat").with("n", padding), null);
        }
        found(FindingKind.RUN_TOO_LARGE, "{\"records\": 30}");
    }

    /// Its clock was running when it was seen: it runs on, and is over in time.
    @Test
    void theClockOfALogThatIsTakenAwayGoesOn() throws Exception {
        List<RunClock> clocks;
        try (Workspace workspace = Workspace.open(folder, desk(NOW))) {
            scan(workspace);
            clocks = workspace.runs().getFirst().clocks();
        }
        Files.delete(log);
        Instant later = NOW.plus(Duration.ofDays(7));
        try (Workspace workspace = Workspace.open(folder, desk(later))) {
            scan(workspace);
            assertThat(workspace.runs().getFirst().clocks()).isEqualTo(clocks);
            assertThat(workspace.overview().findings(later))
                    .extracting(Finding::kind)
                    .contains(
                            FindingKind.LOG_SHORTENED,
                            FindingKind.LOG_MISSING,
                            FindingKind.BREACHED_APPROVAL,
                            FindingKind.BREACHED_OBSERVATION);
        }
    }

    private void lost(String why) throws Exception {
        found(FindingKind.LOG_MISSING, "{\"why\": \"" + why + "\"}");
    }

    private void found(FindingKind kind, String evidence) throws Exception {
        try (Workspace workspace = Workspace.open(folder, desk(NOW))) {
            scan(workspace);
            Finding missing =
                    workspace.findings(NOW).stream()
                            .filter(finding -> finding.kind() == kind)
                            .findFirst()
                            .orElseThrow();
            assertThat(missing.severity()).isEqualTo(2);
            assertThat(missing.runId()).isEqualTo(AWAITING);
            assertThat(missing.evidence().text()).isEqualTo(evidence);
            List<QueueItem> items =
                    ReviewQueue.of(workspace.runs(), List.of(), workspace.policy(), NOW);
            assertThat(items)
                    .extracting(item -> Severity.of(item, NOW))
                    .containsExactly(Severity.SEV_2);
        }
    }

    /// Whoever was killed before the first record left an empty file, and nothing else.
    @Test
    void aRunThatJustBegins() throws Exception {
        Path run = Files.createDirectory(folder.runs().resolve("change-approval-000000000000"));
        Files.createFile(run.resolve("audit.jsonl"));
        try (Workspace workspace = Workspace.open(folder, desk(NOW))) {
            scan(workspace);
            assertThat(workspace.findings(NOW))
                    .extracting(Finding::kind)
                    .doesNotContain(FindingKind.LOG_MISSING);
        }
    }
}
