// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.workspace;

import static dev.countersign.core.workspace.SampleRuns.AWAITING;
import static dev.countersign.core.workspace.SampleRuns.NOW;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.core.run.FindingId;
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

    private static String disposes(String kind) {
        return "{\"event\": \"finding_disposed\", \"finding\": \""
                + FindingId.of(kind, AWAITING, "")
                + "\", \"disposition\": \"accepted\"}";
    }

    @Test
    void aRejectionThatLetsGoOnStandsUntilItIsDisposedOf() throws Exception {
        RunCopy run = run();
        assertThat(conflicts()).containsExactly(false);
        run.append(REJECTED);
        assertThat(conflicts()).containsExactly(true);
        run.append(disposes("rejection_lets_go_on"));
        assertThat(conflicts()).containsExactly(true);
        run.appendSigned(disposes("segregation_violated"));
        assertThat(conflicts()).containsExactly(true);
        run.appendSigned(disposes("rejection_lets_go_on"));
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
