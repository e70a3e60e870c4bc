// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.workspace;

import static dev.countersign.core.workspace.SampleRuns.AWAITING;
import static dev.countersign.core.workspace.SampleRuns.NOW;
import static dev.countersign.core.workspace.SampleRuns.desk;
import static dev.countersign.core.workspace.SampleRuns.scan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.countersign.core.chain.Cancellation;
import dev.countersign.core.chain.Progress;
import dev.countersign.core.clock.OfficeHours;
import dev.countersign.core.clock.RunClock;
import dev.countersign.core.policy.ClockKind;
import dev.countersign.core.policy.DefaultPolicy;
import dev.countersign.core.source.SourceException;
import dev.countersign.core.testkit.Changed;
import dev.countersign.core.testkit.RawSql;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Stream;

/** A deadline is fixed when its clock is first seen (CLOCKS). */
class FirstDeadlinesTest {
    @TempDir Path temp;

    private static RunClock approval(Workspace workspace) throws Exception {
        return workspace.runs().getFirst().clocks().stream()
                .filter(clock -> clock.kind() == ClockKind.APPROVAL)
                .findFirst()
                .orElseThrow();
    }

    /** The default policy with another zone, in which deadlines fall elsewhere. */
    private static void otherPolicy(WorkspaceFolder folder) throws Exception {
        String text = new String(DefaultPolicy.bytes(), StandardCharsets.UTF_8);
        String other =
                text.replace("\"default-1\"", "\"ours-2\"")
                        .replaceAll("\"zone\": *\"[^\"]+\"", "\"zone\": \"America/New_York\"");
        assertThat(other).isNotEqualTo(text);
        Files.writeString(folder.policy(), other);
    }

    @Test
    void aLaterPolicyDoesNotMoveADeadlineThatWasSeen() throws Exception {
        WorkspaceFolder folder = SampleRuns.workspace(temp, AWAITING);
        Instant due;
        try (Workspace workspace = Workspace.open(folder, desk(NOW))) {
            scan(workspace);
            due = approval(workspace).due();
        }
        otherPolicy(folder);
        try (Workspace workspace = Workspace.open(folder, desk(NOW))) {
            assertThat(scan(workspace).read()).as("read under the other policy").isOne();
            assertThat(approval(workspace).due()).isEqualTo(due);
            assertThat(approval(workspace).policyVersion()).isEqualTo("default-1");
        }
    }

    @Test
    void whatIsFixedIsReadBesideADeskThatIsOpenAndNothingIsLeftBesideIt() throws Exception {
        WorkspaceFolder folder = SampleRuns.workspace(temp, AWAITING);
        RunClock fixed;
        try (Workspace workspace = Workspace.open(folder, desk(NOW))) {
            scan(workspace);
            fixed = approval(workspace);
            assertThat(KeptClocks.of(folder).of(AWAITING, later(fixed)).due())
                    .isEqualTo(fixed.due());
        }
        try (Stream<Path> files = Files.list(folder.root())) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .contains("countersign.db")
                    .doesNotContain("countersign.db-wal", "countersign.db-shm");
        }
        assertThat(KeptClocks.of(folder).of(AWAITING, later(fixed)).due()).isEqualTo(fixed.due());
        try (Stream<Path> files = Files.list(folder.root())) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .doesNotContain("countersign.db-wal", "countersign.db-shm");
        }
        Files.delete(folder.database());
        assertThat(KeptClocks.of(folder).of(AWAITING, later(fixed))).isEqualTo(later(fixed));
        Files.createFile(folder.database());
        assertThat(KeptClocks.of(folder).of(AWAITING, later(fixed))).isEqualTo(later(fixed));
        Files.writeString(folder.database(), "no database at all, but as long as a header is\n");
        assertThatThrownBy(() -> KeptClocks.of(folder))
                .isInstanceOf(SourceException.class)
                .hasMessageContaining("is not a database");
    }

    private static RunClock later(RunClock clock) {
        return Changed.with(
                Changed.with(clock, "due", clock.due().plusSeconds(1)), "policyVersion", "later");
    }

    /** A workspace of an earlier version has none, and gets that of its policy when it looks. */
    @Test
    void theHoursOfThePolicyThatFixedItAreKept() throws Exception {
        WorkspaceFolder folder = SampleRuns.workspace(temp, AWAITING);
        try (Workspace workspace = Workspace.open(folder, desk(NOW))) {
            scan(workspace);
            boolean _ =
                    workspace
                            .database()
                            .write(c -> {
                                RawSql.run(c, "delete from workspace_state where key like 'cal%'");
                                return true;
                            });
            scan(workspace);
        }
        otherPolicy(folder);
        try (Workspace workspace = Workspace.open(folder, desk(NOW))) {
            scan(workspace);
            assertThat(workspace.hours())
                    .isEqualTo(
                            new OfficeHours(
                                    workspace.policy(),
                                    Map.of(
                                            "default-1",
                                            DefaultPolicy.get().calendar(),
                                            "ours-2",
                                            workspace.policy().calendar())));
        }
    }

    @Test
    void onlyAnExplicitActMovesItAndTheFirstOneIsKeptBesideIt() throws Exception {
        WorkspaceFolder folder = SampleRuns.workspace(temp, AWAITING);
        try (Workspace workspace = Workspace.open(folder, desk(NOW))) {
            scan(workspace);
            Instant before = approval(workspace).due();
            otherPolicy(folder);
            int moved = workspace.recomputeDeadlines(Progress.NONE, Cancellation.NEVER);
            scan(workspace);
            assertThat(moved).as("approval and observation").isEqualTo(2);
            assertThat(approval(workspace).due()).isEqualTo(before.plus(Duration.ofHours(5)));
            assertThat(approval(workspace).policyVersion()).isEqualTo("ours-2");
            String rows =
                    workspace
                            .database()
                            .read(c -> RawSql.value(c, "select count(*) from deadline"));
            assertThat(rows).as("three were fixed, of which one has ended").isEqualTo("5");
            assertThat(workspace.recomputeDeadlines(Progress.NONE, Cancellation.NEVER)).isZero();
        }
    }
}
