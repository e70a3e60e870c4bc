// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.workspace;

import static dev.countersign.core.workspace.SampleRuns.AWAITING;
import static dev.countersign.core.workspace.SampleRuns.NOW;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.core.run.RunCopy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What is worth SEV-1 as a finding is so where people look for what waits. */
class ConflictTest {
    private static final String REJECTED =
            "{\"event\": \"approval_recorded\", \"key\": \"change_approval\", \"approver\":"
                    + " \"a.singh\", \"decision\": \"rejected\"}";

    private @TempDir Path temp;

    private RunCopy run() throws Exception {
        return RunCopy.of(AWAITING, Files.createDirectories(temp.resolve("runs")));
    }

    private List<Boolean> conflicts() throws Exception {
        WorkspaceFolder folder = new WorkspaceFolder(temp);
        try (Workspace workspace = Workspace.open(folder, SampleRuns.desk(NOW))) {
            SampleRuns.scan(workspace);
            return workspace.runs().stream().map(run -> run.conflict()).toList();
        }
    }

    /// Of the finding of this kind that was found last.
    private String disposes(FindingKind kind) throws Exception {
        WorkspaceFolder folder = new WorkspaceFolder(temp);
        try (Workspace workspace = Workspace.open(folder, SampleRuns.desk(NOW))) {
            SampleRuns.scan(workspace);
            String id =
                    workspace.overview().raised().stream()
                            .filter(finding -> finding.kind() == kind)
                            .map(Finding::id)
                            .reduce((_, last) -> last)
                            .orElseThrow();
            return "{\"event\": \"finding_disposed\", \"finding\": \""
                    + id
                    + "\", \"disposition\": \"accepted\"}";
        }
    }

    @Test
    void aRejectionThatLetsGoOnStandsUntilItIsDisposedOf() throws Exception {
        RunCopy run = run();
        assertThat(conflicts()).containsExactly(false);
        run.append(REJECTED);
        assertThat(conflicts()).containsExactly(true);
        String disposes = disposes(FindingKind.REJECTION_LETS_GO_ON);
        run.append(disposes);
        assertThat(conflicts()).containsExactly(true);
        run.appendSigned(disposes.replaceFirst("f-.", "f-g"));
        assertThat(conflicts()).containsExactly(true);
        run.appendSigned(disposes);
        assertThat(conflicts()).containsExactly(false);
    }

    @Test
    void anotherRejectionIsNotDisposedOfWithTheFirst() throws Exception {
        RunCopy run = run();
        run.append(REJECTED);
        assertThat(conflicts()).containsExactly(true);
        run.appendSigned(disposes(FindingKind.REJECTION_LETS_GO_ON));
        assertThat(conflicts()).containsExactly(false);
        run.append(REJECTED);
        assertThat(conflicts()).containsExactly(true);
        run.appendSigned(disposes(FindingKind.REJECTION_LETS_GO_ON));
        assertThat(conflicts()).containsExactly(false);
    }

    @Test
    void aSignatureThatDoesNotHold() throws Exception {
        run().append(REJECTED.replace("rejected", "approved").replace("}", ", \"signature\": 1}"));
        assertThat(conflicts()).containsExactly(true);
    }

    @Test
    void aLogThatIsGone() throws Exception {
        RunCopy run = run();
        conflicts();
        Files.delete(run.log());
        assertThat(conflicts()).containsExactly(true);
    }
}
