// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.workspace;

import static dev.countersign.core.workspace.SampleRuns.AWAITING;
import static dev.countersign.core.workspace.SampleRuns.COMPLETED;
import static dev.countersign.core.workspace.SampleRuns.NOW;
import static dev.countersign.core.workspace.SampleRuns.desk;
import static dev.countersign.core.workspace.SampleRuns.lines;
import static dev.countersign.core.workspace.SampleRuns.scan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.countersign.core.chain.Cancellation;
import dev.countersign.core.chain.Checkpoint;
import dev.countersign.core.chain.Progress;
import dev.countersign.core.clock.RunClock;
import dev.countersign.core.json.JsonValue;
import dev.countersign.core.ledger.LedgerQuery;
import dev.countersign.core.policy.DefaultPolicy;
import dev.countersign.core.run.RunSummary;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Bundles as a source: what is read of them, and kept. */
class BundleSourceTest extends BundleDrive {
    @ParameterizedTest
    @ValueSource(strings = {"b.zip", "b.tar", "b.tar.gz", "b.tgz", "b"})
    void theRunsOfABundleAreReadWhereTheyLie(String name) throws Exception {
        Path bundle = bundle(name, 0, log());
        Sight first = look();
        assertThat(first.report().unreadable()).isEmpty();
        assertThat(first.report().read()).isOne();
        assertThat(first.runs())
                .extracting(RunSummary::directory)
                .allMatch(place -> place.startsWith(bundle) && place.endsWith(COMPLETED));
        assertThat(first.records()).containsExactly((long) ALL);
        Sight again = look();
        assertThat(again.report().changed()).isFalse();
        assertThat(again.runs()).isEqualTo(first.runs());
    }

    @Test
    void aBundleMayBeTheSource() throws Exception {
        Path bundle = bundle("b.zip", 0, log());
        try (Workspace workspace = Workspace.open(folder, desk(NOW))) {
            sources(workspace, bundle);
            assertThat(scan(workspace).read()).isOne();
            assertThat(workspace.runs()).hasSize(1);
            assertThat(scan(workspace).changed()).isFalse();
            Files.delete(bundle);
            ScanReport gone = scan(workspace);
            assertThat(gone.missing()).extracting(Source::path).containsExactly(bundle);
            assertThat(workspace.runs()).hasSize(1);
            assertThat(workspace.findings(NOW)).isEmpty();
        }
    }

    @Test
    void anotherFileWithTheSameBytesIsNotReadAgain() throws Exception {
        Path bundle = bundle("b.zip", 1, log());
        look();
        byte[] bytes = Files.readAllBytes(bundle);
        Files.delete(bundle);
        Files.write(bundle, bytes);
        Sight again = look();
        assertThat(again.report().changed()).isFalse();
        assertThat(again.records()).containsExactly((long) ALL);
    }

    @Test
    void everyRunHasItsProvenance() throws Exception {
        Path first = bundle("1.zip", 1, log().subList(0, 12));
        look();
        Path second = bundle("2.zip", 2, log());
        look();
        try (Workspace workspace = Workspace.open(folder, desk(NOW))) {
            assertThat(workspace.provenance(COMPLETED))
                    .containsExactly(
                            provenance(first, 1, log().subList(0, 12)),
                            provenance(second, 2, log()));
            assertThat(workspace.ledger().find(LedgerQuery.ALL.byAction("imported")))
                    .extracting(event -> event.resourceId())
                    .containsExactlyInAnyOrder(first.toString(), second.toString());
        }
        String url = "jdbc:sqlite:" + folder.database();
        for (String change :
                List.of("delete from provenance", "update provenance set records = 0")) {
            try (var connection = DriverManager.getConnection(url);
                    var statement = connection.createStatement()) {
                assertThatThrownBy(() -> statement.executeUpdate(change))
                        .isInstanceOf(SQLException.class)
                        .hasMessageContaining("append-only");
            }
        }
    }

    private static Provenance provenance(Path bundle, int hour, List<String> log) throws Exception {
        return new Provenance(
                COMPLETED,
                bundle.toString(),
                sha256(bundle),
                "bundle/data/runs/" + COMPLETED,
                "A",
                log.size(),
                hash(log.getLast()),
                true,
                hour(hour),
                NOW);
    }

    private static Checkpoint kept(List<String> log) {
        return new Checkpoint("A", log.size(), hash(log.getLast()), null, NOW.toString());
    }

    @Test
    void whatWasSeenOfARunInABundleIsKeptLikeThatOfADirectory() throws Exception {
        List<String> first = log().subList(0, 12);
        bundle("b.zip", 1, first);
        look();
        bundle("b.zip", 2, log());
        assertThat(look().history()).isEmpty();
        bundle("b.zip", 3, log().subList(0, 20));
        assertThat(look().only().kind()).isEqualTo(FindingKind.LOG_SHORTENED);
        List<String> cut = new ArrayList<>(log().subList(0, 15));
        cut.set(3, cut.get(3).replace("\"step\": \"", "\"step\": \"other"));
        bundle("b.zip", 4, cut);
        Sight now = look();
        try (Workspace workspace = Workspace.open(folder, desk(NOW))) {
            assertThat(workspace.testimony().own())
                    .isEqualTo(Map.of(COMPLETED, List.of(kept(first), kept(log()))));
        }
        String last = hash(log().getLast());
        assertThat(now.history()).hasSize(2);
        assertThat(now.history())
                .filteredOn(finding -> finding.subject().equals(last))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.kind()).isEqualTo(FindingKind.LOG_SHORTENED);
                    assertThat(finding.evidence())
                            .isEqualTo(
                                    JsonValue.object()
                                            .with("checkpoint", "tail_missing")
                                            .with("records_before", ALL)
                                            .with("head_before", last)
                                            .with("taken_at", NOW.toString())
                                            .with("records_now", 15)
                                            .with("head_now", hash(cut.getLast()))
                                            .with("since", NOW.toString())
                                            // an edited record stands below both heads
                                            .with("agreed_records", 0)
                                            .with("agreed_at", (String) null)
                                            .build());
                });
    }

    @ParameterizedTest
    @ValueSource(strings = {"b.zip", "b.tar.gz", "b"})
    void recomputingMovesTheDeadlinesOfARunInABundle(String name) throws Exception {
        bundle(AWAITING, name, 1, lines(SampleRuns.SAMPLES.resolve(AWAITING)));
        try (Workspace workspace = Workspace.open(folder, desk(NOW))) {
            scan(workspace);
            String other =
                    new String(DefaultPolicy.bytes(), StandardCharsets.UTF_8)
                            .replace("\"default-1\"", "\"ours-2\"")
                            .replaceAll("\"zone\": *\"[^\"]+\"", "\"zone\": \"America/New_York\"");
            Files.writeString(folder.policy(), other);
            assertThat(workspace.recomputeDeadlines(Progress.NONE, Cancellation.NEVER))
                    .as("approval and observation")
                    .isEqualTo(2);
            scan(workspace);
            assertThat(workspace.runs().getFirst().clocks())
                    .filteredOn(RunClock::open)
                    .extracting(RunClock::policyVersion)
                    .containsExactly("ours-2", "ours-2");
        }
    }

    @Test
    void aFolderWithoutAnIndexIsReadAsAWorkspaceWould() throws Exception {
        Path waiting = SampleRuns.copy(AWAITING, drive);
        List<String> other = branch(log(), 12);
        bundle("0.zip", 0, log().subList(0, 12));
        bundle("1.tar.gz", 1, other);
        bundle("2.tar", 2, log());
        bundle("folder", 4, log());
        bundle("3.zip", 3, log().subList(0, 14));
        Files.writeString(drive.resolve("broken.zip"), "PK");
        Files.writeString(drive.resolve("notes.txt"), "not a run");
        Sight sight = look();
        Overview plain =
                Overview.of(
                        drive, DefaultPolicy.get(), KeptClocks.none(), desk(NOW), Progress.NONE);
        assertThat(plain.runs()).isEqualTo(sight.runs());
        assertThat(plain.runs()).extracting(RunSummary::directory).contains(waiting).hasSize(3);
        assertThat(plain.findings(NOW)).isEqualTo(all());
        assertThat(plain.findings(NOW))
                .extracting(Finding::kind)
                .contains(FindingKind.HISTORY_FORKED, FindingKind.LOG_SHORTENED);
        assertThat(plain.unreadable())
                .containsExactlyElementsOf(sight.report().unreadable())
                .hasSize(1);
    }

    @Test
    void aRebuildFindsTheSame() throws Exception {
        bundle("1.zip", 1, log());
        look();
        bundle("2.zip", 2, log().subList(0, 12));
        Sight before = look();
        try (Workspace workspace = Workspace.open(folder, desk(NOW))) {
            ScanReport report = workspace.rebuild(Progress.NONE, Cancellation.NEVER);
            assertThat(report.read()).isEqualTo(2);
            assertThat(report.newFindings()).isZero();
            assertThat(workspace.runs()).isEqualTo(before.runs());
        }
    }
}
