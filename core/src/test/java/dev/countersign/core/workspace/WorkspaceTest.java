// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.workspace;

import static dev.countersign.core.workspace.SampleRuns.AWAITING;
import static dev.countersign.core.workspace.SampleRuns.BLOCKED;
import static dev.countersign.core.workspace.SampleRuns.COMPLETED;
import static dev.countersign.core.workspace.SampleRuns.NOW;
import static dev.countersign.core.workspace.SampleRuns.copy;
import static dev.countersign.core.workspace.SampleRuns.desk;
import static dev.countersign.core.workspace.SampleRuns.scan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.countersign.core.chain.Cancellation;
import dev.countersign.core.chain.FileDigest;
import dev.countersign.core.chain.Progress;
import dev.countersign.core.run.RunStatus;
import dev.countersign.core.run.RunSummary;
import dev.countersign.core.source.SourceException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.stream.Stream;

class WorkspaceTest {
    @TempDir Path temp;

    @Test
    void runsInTheFolderAreItsFirstSourceAndAreReadOnce() throws Exception {
        WorkspaceFolder folder = SampleRuns.workspace(temp, COMPLETED, AWAITING, BLOCKED);
        Source runs = new Source("runs", temp.resolve("runs"), Source.Kind.FOLDER);
        try (Workspace workspace = Workspace.open(folder, desk(NOW))) {
            assertThat(scan(workspace))
                    .isEqualTo(new ScanReport(true, 3, 3, 0, 2, List.of(runs), List.of()));
            assertThat(scan(workspace))
                    .isEqualTo(new ScanReport(true, 3, 0, 0, 0, List.of(runs), List.of()));
            assertThat(workspace.runs())
                    .extracting(RunSummary::runId, RunSummary::status, RunSummary::records)
                    .containsExactly(
                            tuple(AWAITING, RunStatus.AWAITING_APPROVAL, 13L),
                            tuple(COMPLETED, RunStatus.COMPLETED, 23L),
                            tuple(BLOCKED, RunStatus.BLOCKED, 7L));
        }
        assertThat(temp.resolve("trust")).isDirectory();
        assertThat(temp.resolve("outbox")).isDirectory();
    }

    @Test
    void whatWasReadIsKnownAtTheNextStartEvenIfTheWorkspaceMoved() throws Exception {
        Path first = temp.resolve("first");
        WorkspaceFolder folder = SampleRuns.workspace(first, COMPLETED, AWAITING);
        List<RunSummary> before;
        try (Workspace workspace = Workspace.open(folder, desk(NOW))) {
            scan(workspace);
            before = workspace.runs();
        }
        Path second = Files.move(first, temp.resolve("second"));
        WorkspaceFolder moved = new WorkspaceFolder(second);
        try (Workspace workspace = Workspace.open(moved, desk(NOW))) {
            assertThat(scan(workspace).read()).isZero();
            assertThat(workspace.runs())
                    .extracting(run -> run.directory().getParent())
                    .containsOnly(second.resolve("runs"));
            assertThat(workspace.runs())
                    .extracting(RunSummary::head)
                    .isEqualTo(before.stream().map(RunSummary::head).toList());
        }
    }

    @Test
    void onlyWhatChangedIsReadAgain() throws Exception {
        WorkspaceFolder folder = SampleRuns.workspace(temp, COMPLETED, AWAITING, BLOCKED);
        try (Workspace workspace = Workspace.open(folder, desk(NOW))) {
            scan(workspace);
            Path artifact = temp.resolve("runs/" + COMPLETED + "/artifacts/workpaper.json");
            FileTime time = Files.getLastModifiedTime(artifact);
            Files.writeString(artifact, Files.readString(artifact) + " ");
            Files.setLastModifiedTime(artifact, time);
            ScanReport report = scan(workspace);
            assertThat(report.read()).isOne();
            assertThat(workspace.findings(NOW))
                    .extracting(Finding::kind, Finding::runId, Finding::subject)
                    .contains(
                            tuple(
                                    FindingKind.ARTIFACT_DIFFERS,
                                    COMPLETED,
                                    "workpaper.json "
                                            + FileDigest.sha256(Files.readAllBytes(artifact))));
        }
    }

    @Test
    void anEditWhoseTimeIsPutBackIsSeen() throws Exception {
        WorkspaceFolder folder = SampleRuns.workspace(temp, COMPLETED);
        try (Workspace workspace = Workspace.open(folder, desk(NOW))) {
            scan(workspace);
            for (String name : List.of("audit.jsonl", "state.json", "artifacts/workpaper.json")) {
                Path file = temp.resolve("runs").resolve(COMPLETED).resolve(name);
                FileTime time = Files.getLastModifiedTime(file);
                Files.writeString(file, Files.readString(file).replace("a", "b"));
                Files.setLastModifiedTime(file, time);
                assertThat(scan(workspace).read()).as(name).isOne();
            }
        }
    }

    @Test
    void aRebuiltIndexIsAFreshOne() throws Exception {
        WorkspaceFolder folder = SampleRuns.workspace(temp, COMPLETED, AWAITING, BLOCKED);
        try (Workspace workspace = Workspace.open(folder, desk(NOW))) {
            scan(workspace);
            List<RunSummary> runs = workspace.runs();
            List<Finding> findings = workspace.findings(NOW);
            ScanReport report = workspace.rebuild(Progress.NONE, Cancellation.NEVER);
            assertThat(report.read()).isEqualTo(3);
            assertThat(report.newFindings()).isZero();
            assertThat(workspace.runs()).isEqualTo(runs);
            assertThat(workspace.findings(NOW)).isEqualTo(findings);
        }
    }

    @Test
    void aSourceThatIsNotThereIsSaidAndNotForgotten() throws Exception {
        WorkspaceFolder folder = SampleRuns.workspace(temp.resolve("workspace"), COMPLETED);
        Path stick = temp.resolve("stick");
        copy(AWAITING, stick);
        try (Workspace workspace = Workspace.open(folder, desk(NOW))) {
            workspace.addSource(stick);
            assertThat(scan(workspace).runs()).isEqualTo(2);
            Path drawn = Files.move(stick, temp.resolve("drawn"));
            ScanReport gone = scan(workspace);
            assertThat(gone.missing()).extracting(Source::path).containsExactly(stick);
            assertThat(gone.vanished()).isZero();
            assertThat(workspace.runs()).extracting(RunSummary::runId).contains(AWAITING);
            Files.move(drawn, stick);
            assertThat(scan(workspace).missing()).isEmpty();
        }
    }

    @Test
    void aSourceMayBeOneRunOrALoneLog() throws Exception {
        WorkspaceFolder folder = new WorkspaceFolder(temp.resolve("workspace"));
        Path run = copy(AWAITING, temp);
        Path log =
                Files.copy(copy(COMPLETED, temp).resolve("audit.jsonl"), temp.resolve("l.jsonl"));
        try (Workspace workspace = Workspace.open(folder, desk(NOW))) {
            assertThat(workspace.addSource(run).kind()).isEqualTo(Source.Kind.RUN);
            assertThat(workspace.addSource(log).kind()).isEqualTo(Source.Kind.LOG);
            scan(workspace);
            assertThat(workspace.runs())
                    .extracting(RunSummary::runId, RunSummary::records)
                    .containsExactly(tuple(AWAITING, 13L), tuple(COMPLETED, 23L));
        }
    }

    @Test
    void aPathThatIsNotThereIsNoSource() throws Exception {
        try (Workspace workspace = Workspace.open(new WorkspaceFolder(temp), desk(NOW))) {
            Path nowhere = temp.resolve("nowhere");
            assertThatThrownBy(() -> workspace.addSource(nowhere))
                    .isInstanceOf(SourceException.class)
                    .hasMessage(nowhere + " does not exist: check the path.");
        }
    }

    @Test
    void nothingIsWrittenIntoAFolderWithoutAWorkspace() throws Exception {
        Path runs = temp.resolve("runs");
        copy(COMPLETED, runs);
        Path data = temp.resolve("data");
        try (Workspace workspace = Workspace.openFor(runs, data, desk(NOW))) {
            assertThat(scan(workspace).runs()).isOne();
            assertThat(workspace.folder().root().getParent()).isEqualTo(data.resolve("workspaces"));
        }
        try (Stream<Path> files = Files.list(runs)) {
            assertThat(files).containsExactly(runs.resolve(COMPLETED));
        }
    }

    @Test
    void whatIsNoRunIsNotOneAndALinkIsNotFollowed() throws Exception {
        WorkspaceFolder folder = SampleRuns.workspace(temp, COMPLETED);
        Path runs = temp.resolve("runs");
        Files.createDirectory(runs.resolve("empty"));
        Files.writeString(runs.resolve("notes.txt"), "no run");
        Path elsewhere = copy(AWAITING, temp.resolve("elsewhere"));
        Path link = Files.createSymbolicLink(runs.resolve("link"), elsewhere);
        try (Workspace workspace = Workspace.open(folder, desk(NOW))) {
            ScanReport report = scan(workspace);
            assertThat(workspace.runs()).extracting(RunSummary::runId).containsExactly(COMPLETED);
            assertThat(report.unreadable())
                    .containsExactly(
                            new ScanReport.Unreadable(
                                    link,
                                    link
                                            + " is a link, which is not followed: give the folder"
                                            + " that it points to instead."));
        }
    }

    @Test
    void aPolicyThatCannotBeUsedStopsTheScan() throws Exception {
        WorkspaceFolder folder = SampleRuns.workspace(temp, COMPLETED);
        Files.writeString(folder.policy(), "{}");
        try (Workspace workspace = Workspace.open(folder, desk(NOW))) {
            assertThatThrownBy(() -> scan(workspace))
                    .isInstanceOf(SourceException.class)
                    .hasMessageStartingWith(folder.policy() + " line 1: ")
                    .hasMessageEndingWith(": correct the policy, then try again.");
        }
    }
}
