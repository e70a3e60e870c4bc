// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.workspace;

import static dev.countersign.core.workspace.SampleRuns.AWAITING;
import static dev.countersign.core.workspace.SampleRuns.NOW;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.core.run.RunCopy;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;

/** Two copies of a run: what is alike in both is found once, what is not is found of each. */
class CopiesTest {
    private static final String ARTIFACT = "approval_request.json";

    private @TempDir Path temp;
    private RunCopy one;
    private RunCopy other;

    @BeforeEach
    void copies() throws Exception {
        one = RunCopy.of(AWAITING, Files.createDirectories(temp.resolve("runs")));
        other = RunCopy.of(AWAITING, Files.createDirectories(temp.resolve("copy")));
    }

    private List<String> found() throws Exception {
        WorkspaceFolder folder = new WorkspaceFolder(temp.resolve("desk"));
        try (Workspace workspace = Workspace.open(folder, SampleRuns.desk(NOW))) {
            workspace.addSource(temp.resolve("runs"));
            workspace.addSource(temp.resolve("copy"));
            SampleRuns.scan(workspace);
            Overview overview = workspace.overview();
            List<Finding> raised = overview.raised();
            List<FindingState> states = overview.states(raised, NOW.plusSeconds(3650 * 86_400L));
            return IntStream.range(0, raised.size())
                    .mapToObj(i -> raised.get(i).kind().word() + " " + states.get(i))
                    .filter(line -> !line.startsWith("exception ") && !line.startsWith("state_"))
                    .sorted()
                    .toList();
        }
    }

    private void rejected(RunCopy run, String by) throws Exception {
        run.append(
                "{\"event\": \"approval_recorded\", \"key\": \"change_approval\", \"approver\": \""
                        + by
                        + "\", \"decision\": \"rejected\"}");
    }

    private void disposes(RunCopy run) throws Exception {
        WorkspaceFolder folder = new WorkspaceFolder(temp.resolve("alone"));
        try (Workspace workspace = Workspace.open(folder, SampleRuns.desk(NOW))) {
            workspace.addSource(run.log().getParent());
            SampleRuns.scan(workspace);
            run.appendSigned(
                    "{\"event\": \"finding_disposed\", \"finding\": \""
                            + workspace.overview().raised().stream()
                                    .filter(f -> f.kind() == FindingKind.REJECTION_LETS_GO_ON)
                                    .map(Finding::id)
                                    .findFirst()
                                    .orElseThrow()
                            + "\", \"disposition\": \"accepted\"}");
        }
    }

    @Test
    void theSameInBothIsDisposedOfInEither() throws Exception {
        rejected(one, "a.singh");
        rejected(other, "a.singh");
        assertThat(found()).containsExactly("rejection_lets_go_on OPEN");
        disposes(one);
        assertThat(found()).containsExactly("rejection_lets_go_on DISPOSED_NOT_VERIFIED");
    }

    @Test
    void whatTheOtherSaysStands() throws Exception {
        rejected(one, "a.singh");
        rejected(other, "somebody.else");
        assertThat(found())
                .containsExactly("rejection_lets_go_on OPEN", "rejection_lets_go_on OPEN");
        disposes(one);
        assertThat(found())
                .containsExactly(
                        "rejection_lets_go_on DISPOSED_NOT_VERIFIED", "rejection_lets_go_on OPEN");
    }

    @Test
    void filesThatWereChangedOtherwise() throws Exception {
        Files.writeString(one.artifact(ARTIFACT), "{}");
        Files.writeString(other.artifact(ARTIFACT), "{}");
        assertThat(found()).containsExactly("artifact_differs OPEN");
        Files.writeString(other.artifact(ARTIFACT), "{\"a\": 1}");
        assertThat(found()).containsExactly("artifact_differs OPEN", "artifact_differs OPEN");
    }

    @Test
    void recordsThatWereChangedOtherwise() throws Exception {
        one.edit(one.log(), "map_controls", "map_contrals");
        other.edit(other.log(), "map_controls", "map_contrals");
        assertThat(found()).containsExactly("chain_broken OPEN");
        other.edit(other.log(), "map_contrals", "map_contrels");
        assertThat(found()).containsExactly("chain_broken OPEN", "chain_broken OPEN");
    }
}
