// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.workspace;

import static dev.countersign.core.workspace.SampleRuns.AWAITING;
import static dev.countersign.core.workspace.SampleRuns.NOW;
import static dev.countersign.core.workspace.SampleRuns.desk;
import static dev.countersign.core.workspace.SampleRuns.scan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.core.run.RunSummary;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// Whoever takes runs away takes neither them from the list of what is known nor their breaches.
class LostRunsTest {
    private static final Instant WEEK_LATER = NOW.plus(Duration.ofDays(7));
    @TempDir Path temp;
    private WorkspaceFolder folder = new WorkspaceFolder(Path.of(""));

    @BeforeEach
    void seenOnce() throws Exception {
        folder = SampleRuns.workspace(temp, AWAITING);
        try (Workspace workspace = Workspace.open(folder, desk(NOW))) {
            assertThat(scan(workspace).runs()).isOne();
        }
    }

    private static void remove(Path folder) throws Exception {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void theFolderOfRunsIsMissingAndWhatWasInItIsNotForgotten(boolean aFileInstead)
            throws Exception {
        remove(folder.runs());
        if (aFileInstead) {
            Files.writeString(folder.runs(), "x");
        }
        try (Workspace workspace = Workspace.open(folder, desk(NOW))) {
            ScanReport report = scan(workspace);
            assertThat(report.vanished()).isZero();
            assertThat(workspace.seen().missing())
                    .containsExactly(new Source("runs", folder.runs(), Source.Kind.MISSING));
            assertThat(workspace.runs()).extracting(RunSummary::runId).containsExactly(AWAITING);
        }
    }

    @Test
    void aBreachOutlivesItsRun() throws Exception {
        remove(folder.runs().resolve(AWAITING));
        try (Workspace workspace = Workspace.open(folder, desk(WEEK_LATER))) {
            assertThat(scan(workspace).vanished()).isOne();
            List<Finding> told = workspace.overview().findings(WEEK_LATER);
            assertThat(told)
                    .extracting(Finding::kind)
                    .containsExactlyInAnyOrder(
                            FindingKind.RUN_VANISHED,
                            FindingKind.EXCEPTION,
                            FindingKind.BREACHED_OBSERVATION,
                            FindingKind.BREACHED_APPROVAL);
            assertThat(workspace.findings(WEEK_LATER)).isEqualTo(told);
            assertThat(workspace.raise()).containsExactlyInAnyOrderElementsOf(told);
        }
    }

    @Test
    void aRunThatWasMovedAnswersWhereItIsNow() throws Exception {
        Path other = Files.createDirectory(temp.resolve("other"));
        Files.move(folder.runs().resolve(AWAITING), other.resolve(AWAITING));
        try (Workspace workspace = Workspace.open(folder, desk(NOW))) {
            workspace.addSource(other);
            scan(workspace);
            assertThat(workspace.seen().lost()).isEmpty();
            assertThat(workspace.vanished()).hasSize(1);
        }
    }

    @Test
    void aSummaryInBytesOfAnotherVersionIsDroppedNotMisread() throws Exception {
        remove(folder.runs().resolve(AWAITING));
        try (Workspace workspace = Workspace.open(folder, desk(NOW))) {
            assertThat(scan(workspace).vanished()).isOne();
            new Store(workspace.database())
                    .write(c -> new SourceTable(c).state(Index.READING, "summary of old"));
        }
        for (int start = 0; start < 2; start++) {
            try (Workspace workspace = Workspace.open(folder, desk(NOW))) {
                scan(workspace);
                assertThat(workspace.vanished()).isEmpty();
            }
        }
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void aFolderWhoseNameIsNoTextIsSaid() throws Exception {
        int exit =
                new ProcessBuilder(
                                "sh",
                                "-c",
                                "cp -r \"$1\" \"$2/$(printf 'caf\\351')\"",
                                "sh",
                                folder.runs().resolve(AWAITING).toString(),
                                folder.runs().toString())
                        .start()
                        .waitFor();
        assertThat(exit).isZero();
        Path named = folder.runs().resolve("caf\ufffd");
        String why =
                named + " has a name that is no UTF-8, so it cannot be opened by it: rename it.";
        try (Workspace workspace = Workspace.open(folder, desk(NOW))) {
            assertThat(scan(workspace).unreadable())
                    .containsExactly(new ScanReport.Unreadable(named, why));
            assertThat(workspace.seen().unreadable())
                    .containsExactly(new ScanReport.Unreadable(named, why));
        }
    }
}
