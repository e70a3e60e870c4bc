// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.workspace;

import static dev.countersign.core.workspace.FindingState.CLOSED;
import static dev.countersign.core.workspace.FindingState.DISPOSED_NOT_VERIFIED;
import static dev.countersign.core.workspace.FindingState.OPEN;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.core.run.Disposition;
import dev.countersign.core.run.Outcome;
import dev.countersign.core.run.RunCopy;
import dev.countersign.core.run.RunSummary;
import dev.countersign.core.testkit.Changed;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Findings that the log of their run disposes of. */
class DispositionsTest {
    private static final Instant MUCH_LATER = Instant.parse("2026-12-31T00:00:00Z");

    @TempDir Path temp;
    private WorkspaceFolder folder = new WorkspaceFolder(Path.of(""));

    @BeforeEach
    void workspace() throws Exception {
        folder = SampleRuns.workspace(temp, SampleRuns.AWAITING);
    }

    private RunCopy blocked() throws Exception {
        return RunCopy.of(SampleRuns.BLOCKED, temp.resolve("runs"));
    }

    /** By kind, of the blocked run. */
    private Map<FindingKind, FindingState> states(Instant at) throws Exception {
        try (Workspace workspace = Workspace.open(folder, SampleRuns.desk(at))) {
            SampleRuns.scan(workspace);
            Overview overview = workspace.overview();
            List<Finding> findings = overview.findings(at);
            List<FindingState> states = overview.states(findings, at);
            Map<FindingKind, FindingState> byKind = new TreeMap<>();
            for (int i = 0; i < findings.size(); i++) {
                if (findings.get(i).runId().equals(SampleRuns.BLOCKED)) {
                    byKind.put(findings.get(i).kind(), states.get(i));
                }
            }
            return byKind;
        }
    }

    private static String disposes(String finding) {
        return "{\"event\": \"finding_disposed\", \"finding\": \""
                + finding
                + "\", \"disposition\": \"accepted\"}";
    }

    @Test
    void nobodyDecided() throws Exception {
        blocked();
        assertThat(states(MUCH_LATER))
                .isEqualTo(
                        Map.of(
                                FindingKind.RUN_BLOCKED, OPEN,
                                FindingKind.BREACHED_OBSERVATION, OPEN));
    }

    @Test
    void theRunIsNamedAndTheBreachStays() throws Exception {
        blocked().append(disposes(SampleRuns.BLOCKED));
        assertThat(states(MUCH_LATER))
                .isEqualTo(
                        Map.of(
                                FindingKind.RUN_BLOCKED, DISPOSED_NOT_VERIFIED,
                                FindingKind.BREACHED_OBSERVATION, OPEN));
    }

    @Test
    void theRecordIsNamed() throws Exception {
        RunCopy run = blocked();
        run.append(disposes("block:" + run.hash(6)));
        assertThat(states(MUCH_LATER))
                .containsEntry(FindingKind.RUN_BLOCKED, DISPOSED_NOT_VERIFIED);
    }

    @Test
    void theBreachIsNamed() throws Exception {
        RunCopy run = blocked();
        Finding breach;
        try (Workspace workspace = Workspace.open(folder, SampleRuns.desk(MUCH_LATER))) {
            SampleRuns.scan(workspace);
            breach =
                    workspace.findings(MUCH_LATER).stream()
                            .filter(f -> f.kind() == FindingKind.BREACHED_OBSERVATION)
                            .filter(f -> f.runId().equals(SampleRuns.BLOCKED))
                            .findFirst()
                            .orElseThrow();
            workspace.raise();
        }
        run.append(disposes(breach.id()));
        assertThat(states(MUCH_LATER))
                .isEqualTo(
                        Map.of(
                                FindingKind.RUN_BLOCKED, OPEN,
                                FindingKind.BREACHED_OBSERVATION, DISPOSED_NOT_VERIFIED));
    }

    @Test
    void beforeItWasDecidedItIsOpen() throws Exception {
        blocked().append(disposes(SampleRuns.BLOCKED));
        assertThat(states(Instant.parse("2026-11-23T06:59:59Z")))
                .containsEntry(FindingKind.RUN_BLOCKED, OPEN);
        assertThat(states(Instant.parse("2026-11-23T07:00:00Z")))
                .containsEntry(FindingKind.RUN_BLOCKED, DISPOSED_NOT_VERIFIED);
    }

    @Test
    void onlyASignatureThatHoldsCloses() throws Exception {
        RunSummary run = RunSummary.of(blocked().append(disposes(SampleRuns.BLOCKED)).read());
        try (Workspace workspace = Workspace.open(folder, SampleRuns.desk(MUCH_LATER))) {
            SampleRuns.scan(workspace);
            Finding block =
                    workspace.findings(MUCH_LATER).stream()
                            .filter(f -> f.kind() == FindingKind.RUN_BLOCKED)
                            .findFirst()
                            .orElseThrow();
            assertThat(
                            new Dispositions(List.of(signed(run, Outcome.VERIFIED)), List.of())
                                    .of(block, MUCH_LATER))
                    .isEqualTo(CLOSED);
            assertThat(
                            new Dispositions(List.of(signed(run, Outcome.FAILED)), List.of())
                                    .of(block, MUCH_LATER))
                    .isEqualTo(DISPOSED_NOT_VERIFIED);
        }
    }

    private static RunSummary signed(RunSummary run, Outcome signature) {
        Disposition said = run.dispositions().getFirst();
        return Changed.with(
                run, "dispositions", List.of(Changed.with(said, "signature", signature)));
    }
}
