// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.workspace;

import static dev.countersign.core.workspace.SampleRuns.COMPLETED;
import static dev.countersign.core.workspace.SampleRuns.NOW;
import static dev.countersign.core.workspace.SampleRuns.desk;
import static dev.countersign.core.workspace.SampleRuns.lines;
import static dev.countersign.core.workspace.SampleRuns.scan;
import static dev.countersign.core.workspace.SampleRuns.write;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.countersign.core.chain.Checkpoint;
import dev.countersign.core.json.JsonValue;
import dev.countersign.core.ledger.Actor;
import dev.countersign.core.testkit.RawSql;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** What another desk has seen of a run, held against what lies here. */
class WitnessTest {
    private static final Actor ANN = new Actor("ann", Actor.Type.USER);

    @TempDir Path temp;
    private WorkspaceFolder folder;
    private Path run;

    @BeforeEach
    void workspace() throws Exception {
        folder = SampleRuns.workspace(temp, COMPLETED);
        run = temp.resolve("runs").resolve(COMPLETED);
    }

    private static String hash(String line) {
        return line.replaceAll(".*\"hash\": \"([0-9a-f]{64})\".*", "$1");
    }

    private static Witnessed seen(long records, String head) {
        Checkpoint checkpoint = new Checkpoint("A", records, head, null, "2026-11-20T00:00:00Z");
        return new Witnessed(COMPLETED, "w1", checkpoint, "ab".repeat(32), "ann");
    }

    private static List<Finding> disagreements(Workspace workspace) throws Exception {
        scan(workspace);
        return workspace.findings(NOW).stream()
                .filter(f -> f.kind() == FindingKind.WITNESS_DISAGREES)
                .toList();
    }

    @Test
    void aWitnessThatAgreesIsNoFinding() throws Exception {
        Witnessed same = seen(23, hash(lines(run).get(22)));
        Witnessed earlier = seen(9, hash(lines(run).get(8)));
        try (Workspace workspace = Workspace.open(folder, desk(NOW))) {
            scan(workspace);
            assertThat(workspace.testimony().take(List.of(same, earlier), ANN)).isEqualTo(2);
            assertThat(disagreements(workspace)).isEmpty();
            assertThat(workspace.testimony().take(List.of(same), ANN)).isZero();
            assertThat(workspace.testimony().others()).containsOnlyKeys(COMPLETED);
        }
    }

    @Test
    void whoHasSeenARunIsAskedOfThatRunAlone() throws Exception {
        Witnessed furthest = seen(23, hash(lines(run).get(22)));
        Witnessed earlier = seen(9, hash(lines(run).get(8)));
        try (Workspace workspace = Workspace.open(folder, desk(NOW))) {
            scan(workspace);
            workspace.testimony().take(List.of(earlier, furthest), ANN);
            Sightings seen = workspace.testimony().of(COMPLETED);
            assertThat(seen.own()).isEqualTo(workspace.testimony().own().get(COMPLETED));
            assertThat(seen.own()).isNotEmpty();
            assertThat(seen.others()).containsExactlyInAnyOrder(earlier, furthest);
            assertThat(seen.furthest()).isEqualTo(furthest);
            assertThat(workspace.testimony().of("another")).isEqualTo(Sightings.NONE);
            assertThat(Sightings.NONE.furthest()).isNull();
        }
    }

    @Test
    void aWitnessThatHasSeenAnotherHeadIsNamedAtOnceAndOnce() throws Exception {
        String other = "0f".repeat(32);
        try (Workspace workspace = Workspace.open(folder, desk(NOW))) {
            scan(workspace);
            workspace.testimony().take(List.of(seen(9, other)), ANN);
            List<Finding> found = disagreements(workspace);
            assertThat(found)
                    .containsExactly(
                            new Finding(
                                    FindingKind.WITNESS_DISAGREES,
                                    1,
                                    COMPLETED,
                                    other + " w1",
                                    NOW,
                                    null,
                                    "m.chu",
                                    hash(lines(run).get(22)),
                                    JsonValue.object()
                                            .with("witness", "w1")
                                            .with("checkpoint", "head_mismatch")
                                            .with("records_before", 9)
                                            .with("head_before", other)
                                            .with("taken_at", "2026-11-20T00:00:00Z")
                                            .with("file_sha256", "ab".repeat(32))
                                            .with("imported_by", "ann")
                                            .with("records_now", 23)
                                            .with("head_now", hash(lines(run).get(22)))
                                            .build()));
            workspace.rebuild(
                    dev.countersign.core.chain.Progress.NONE,
                    dev.countersign.core.chain.Cancellation.NEVER);
            assertThat(disagreements(workspace)).isEqualTo(found);
        }
    }

    @Test
    void everyLaterReadingIsCompared() throws Exception {
        List<String> all = lines(run);
        try (Workspace workspace = Workspace.open(folder, desk(NOW))) {
            scan(workspace);
            workspace.testimony().take(List.of(seen(23, hash(all.get(22)))), ANN);
            assertThat(disagreements(workspace)).isEmpty();
        }
        write(run, all.subList(0, 20));
        try (Workspace workspace = Workspace.open(folder, desk(NOW))) {
            assertThat(disagreements(workspace))
                    .extracting(f -> f.evidence().string("checkpoint"))
                    .containsExactly("tail_missing");
        }
    }

    @Test
    void whatThisDeskHasSeenCanBeGivenToOthers() throws Exception {
        try (Workspace workspace = Workspace.open(folder, desk(NOW))) {
            scan(workspace);
            assertThat(workspace.testimony().own())
                    .isEqualTo(
                            Map.of(
                                    COMPLETED,
                                    List.of(
                                            new Checkpoint(
                                                    "A",
                                                    23,
                                                    hash(lines(run).get(22)),
                                                    null,
                                                    NOW.toString()))));
        }
    }

    @Test
    void whatWasSeenIsNotTakenBack() throws Exception {
        try (Workspace workspace = Workspace.open(folder, desk(NOW))) {
            scan(workspace);
            workspace.testimony().take(List.of(seen(9, "0f".repeat(32))), ANN);
            for (String sql :
                    List.of(
                            "delete from witnessed",
                            "update witnessed set head = 'x'",
                            "delete from checkpoint",
                            "update checkpoint set head = 'x'")) {
                assertThatThrownBy(() ->
                                new Store(workspace.database()).write(c -> RawSql.run(c, sql)))
                        .hasMessageContaining("append-only");
            }
        }
    }
}
