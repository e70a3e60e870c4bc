// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.workspace;

import static dev.countersign.core.workspace.SampleRuns.AWAITING;
import static dev.countersign.core.workspace.SampleRuns.COMPLETED;
import static dev.countersign.core.workspace.SampleRuns.NOW;
import static dev.countersign.core.workspace.SampleRuns.desk;
import static dev.countersign.core.workspace.SampleRuns.lines;
import static dev.countersign.core.workspace.SampleRuns.scan;
import static dev.countersign.core.workspace.SampleRuns.write;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.countersign.core.archive.ArchiveLimits;
import dev.countersign.core.archive.Packing;
import dev.countersign.core.bundle.BundleOrder;
import dev.countersign.core.bundle.BundleWriter;
import dev.countersign.core.bundle.SumAlgorithm;
import dev.countersign.core.chain.Cancellation;
import dev.countersign.core.chain.ChainFormat;
import dev.countersign.core.chain.ChainVerifier;
import dev.countersign.core.chain.Checkpoint;
import dev.countersign.core.chain.FileDigest;
import dev.countersign.core.chain.Progress;
import dev.countersign.core.clock.RunClock;
import dev.countersign.core.json.JsonValue;
import dev.countersign.core.ledger.LedgerQuery;
import dev.countersign.core.policy.DefaultPolicy;
import dev.countersign.core.run.RunReader;
import dev.countersign.core.run.RunSummary;
import dev.countersign.core.testkit.GeneratedLog;
import dev.countersign.core.testkit.LogLine;
import dev.countersign.core.testkit.SlowJson;
import dev.countersign.core.testkit.SlowValue;
import dev.countersign.core.trust.Octets;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Bundles as a source: versions of a run that come, go and disagree. */
class BundleSourceTest {
    private static final int ALL = 23;

    @TempDir Path temp;
    private Path drive = Path.of("");
    private WorkspaceFolder folder = new WorkspaceFolder(Path.of(""));
    private int made;

    @BeforeEach
    void emptyDrive() throws Exception {
        drive = Files.createDirectories(temp.resolve("drive"));
        folder = new WorkspaceFolder(Files.createDirectories(temp.resolve("workspace")));
        try (Workspace workspace = Workspace.open(folder, desk(NOW))) {
            workspace.addSource(drive);
        }
    }

    private static List<String> log() throws Exception {
        return lines(SampleRuns.SAMPLES.resolve(COMPLETED));
    }

    /** The same log, but for what one record says, chained anew from there. */
    private static List<String> rebuilt(
            List<String> log, int record, UnaryOperator<SlowValue.Obj> edit) {
        List<LogLine> lines = new ArrayList<>();
        for (String line : log) {
            lines.add(
                    LogLine.of(
                            (SlowValue.Obj) SlowJson.parse(line.getBytes(StandardCharsets.UTF_8))));
        }
        GeneratedLog edited =
                new GeneratedLog(ChainFormat.A, lines).edit(record, edit).rebuilt(record);
        return new String(edited.toBytes(), StandardCharsets.UTF_8).lines().toList();
    }

    private static String hash(String line) {
        return line.replaceAll(".*\"hash\": \"([0-9a-f]{64})\".*", "$1");
    }

    /**
     * The beginning of a log and one more record, which somebody wrote elsewhere at another time.
     */
    private static List<String> branch(List<String> log, int at) {
        return rebuilt(
                log.subList(0, at + 1),
                at,
                r -> r.with("ts", "2026-11-21T01:00:00.000001+00:00").with("reason", "other"));
    }

    /** A bundle that was written so many hours after the first. */
    private Path bundle(String name, int hour, List<String> log) throws Exception {
        return bundle(COMPLETED, name, hour, log);
    }

    private Path bundle(String runId, String name, int hour, List<String> log) throws Exception {
        Path run = SampleRuns.copy(runId, temp.resolve("made").resolve("" + made++));
        write(run, log);
        Path out = temp.resolve("out-" + made + "-" + name);
        BundleOrder order =
                new BundleOrder(
                        List.of(run),
                        Octets.of(DefaultPolicy.bytes()),
                        null,
                        Packing.form(out),
                        false,
                        EnumSet.of(SumAlgorithm.SHA256),
                        NOW,
                        "countersign test");
        RunReader reader = new RunReader(new ChainVerifier(Runnable::run, 1), DefaultPolicy.get());
        new BundleWriter(reader, ArchiveLimits.DEFAULT).write(order, out);
        Path there = drive.resolve(name);
        Files.deleteIfExists(there);
        Files.move(out, there);
        return written(there, hour);
    }

    private static Path written(Path file, int hour) throws Exception {
        Files.setLastModifiedTime(file, FileTime.from(hour(hour)));
        return file;
    }

    private static Instant hour(int hour) {
        return NOW.minus(Duration.ofDays(1)).plus(Duration.ofHours(hour));
    }

    /** What a new process sees. */
    private record Sight(ScanReport report, List<RunSummary> runs, List<Finding> history) {
        List<Long> records() {
            return runs.stream().map(RunSummary::records).toList();
        }

        Finding only() {
            assertThat(history).hasSize(1);
            return history.getFirst();
        }
    }

    private Sight look() throws Exception {
        try (Workspace workspace = Workspace.open(folder, desk(NOW))) {
            ScanReport report = scan(workspace);
            List<Finding> findings =
                    workspace.findings(NOW).stream()
                            .filter(f ->
                                    switch (f.kind()) {
                                        case HISTORY_FORKED,
                                                HISTORY_REWRITTEN,
                                                LOG_SHORTENED,
                                                RUN_VANISHED ->
                                                true;
                                        default -> false;
                                    })
                            .toList();
            return new Sight(report, workspace.runs(), findings);
        }
    }

    private static JsonValue.JsonObject evidence(
            String relation, Path before, List<String> was, Path now, List<String> is)
            throws Exception {
        return JsonValue.object()
                .with("relation", relation)
                .with("where_before", before.toString())
                .with("bundle_sha256_before", sha256(before))
                .with("records_before", was.size())
                .with("head_before", hash(was.getLast()))
                .with("seen_at", NOW.toString())
                .with("where_now", now.toString())
                .with("bundle_sha256_now", sha256(now))
                .with("records_now", is.size())
                .with("head_now", hash(is.getLast()))
                .build();
    }

    private static String sha256(Path file) throws Exception {
        return FileDigest.sha256(Files.readAllBytes(file));
    }

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

    private static void sources(Workspace workspace, Path only) throws Exception {
        for (Source source : workspace.sources()) {
            workspace.removeSource(source);
        }
        assertThat(workspace.addSource(only).kind()).isEqualTo(Source.Kind.BUNDLE);
    }

    @Test
    void theContinuationIsTheOneThatIsShown() throws Exception {
        Path first = bundle("1.zip", 1, log().subList(0, 12));
        assertThat(look().records()).containsExactly(12L);
        bundle("2.zip", 2, log());
        Sight both = look();
        assertThat(both.report().read()).isOne();
        assertThat(both.records()).containsExactly((long) ALL);
        assertThat(both.history()).isEmpty();
        bundle("1.zip", 3, log().subList(0, 20));
        assertThat(look().records()).containsExactly((long) ALL);
        assertThat(first).exists();
    }

    @Test
    void anOlderOneThatComesLaterIsNoFinding() throws Exception {
        bundle("2.zip", 2, log());
        assertThat(look().records()).containsExactly((long) ALL);
        bundle("1.zip", 1, log().subList(0, 12));
        Sight both = look();
        assertThat(both.records()).containsExactly((long) ALL);
        assertThat(both.history()).isEmpty();
    }

    @Test
    void theSameBundleTwiceIsOneRun() throws Exception {
        Path bundle = bundle("a.zip", 1, log());
        bundle("b.zip", 2, log().subList(0, 12));
        look();
        written(Files.copy(bundle, drive.resolve("copy.zip")), 3);
        Sight both = look();
        assertThat(both.records()).containsExactly((long) ALL);
        assertThat(both.report().read()).isOne();
    }

    @Test
    void aCopyOfAnOlderOneThatWasSeenIsNoRollback() throws Exception {
        Path bundle = bundle("1.zip", 1, log().subList(0, 12));
        bundle("2.zip", 2, log());
        look();
        written(Files.copy(bundle, drive.resolve("copy.zip")), 3);
        Sight all = look();
        assertThat(all.records()).containsExactly((long) ALL);
        assertThat(all.history()).isEmpty();
    }

    @Test
    void aLaterBundleWithFewerRecordsIsARollback() throws Exception {
        Path before = bundle("1.zip", 1, log());
        look();
        Path now = bundle("2.zip", 2, log().subList(0, 12));
        Sight both = look();
        assertThat(both.records()).containsExactly((long) ALL);
        assertThat(both.only())
                .isEqualTo(
                        new Finding(
                                FindingKind.LOG_SHORTENED,
                                1,
                                COMPLETED,
                                hash(log().getLast()) + " " + now,
                                NOW,
                                null,
                                "m.chu",
                                hash(log().get(11)),
                                evidence("rolled_back", before, log(), now, log().subList(0, 12))));
        assertThat(look().history()).isEqualTo(both.history());
    }

    @Test
    void aRollbackThatWasReadButNotJudgedIsFoundByTheNextLook() throws Exception {
        bundle("b.zip", 2, log());
        look();
        bundle("b.zip", 3, log().subList(0, 12));
        String url = "jdbc:sqlite:" + folder.database();
        try (var connection = DriverManager.getConnection(url);
                var statement = connection.createStatement()) {
            statement.executeUpdate(
                    "create trigger crash before insert on finding when new.kind = 'log_shortened'"
                            + " begin select raise(abort, 'crash'); end");
            assertThatThrownBy(this::look).hasMessageContaining("crash");
            statement.executeUpdate("drop trigger crash");
        }
        assertThat(look().only().kind()).isEqualTo(FindingKind.LOG_SHORTENED);
        assertThat(look().report().changed()).isFalse();
    }

    @Test
    void aBundleThatIsReplacedByAnEarlierOneIsARollback() throws Exception {
        Path bundle = bundle("b.zip", 2, log());
        look();
        String before = sha256(bundle);
        bundle("b.zip", 1, log().subList(0, 12));
        Sight now = look();
        assertThat(now.records()).containsExactly(12L);
        assertThat(now.only().kind()).isEqualTo(FindingKind.LOG_SHORTENED);
        assertThat(now.only().evidence().get("bundle_sha256_before"))
                .isEqualTo(JsonValue.of(before));
        assertThat(now.only().evidence().get("bundle_sha256_now"))
                .isEqualTo(JsonValue.of(sha256(bundle)));
    }

    @Test
    void twoThatContinueTheSameHeadDifferentlyAreAFork() throws Exception {
        List<String> other = branch(log(), 12);
        bundle("0.zip", 0, log().subList(0, 12));
        Path before = bundle("1.zip", 1, other);
        look();
        List<String> mine = log().subList(0, 14);
        Path now = bundle("2.zip", 2, mine);
        Sight both = look();
        assertThat(both.records()).containsExactly(13L, 14L);
        assertThat(both.only().kind()).isEqualTo(FindingKind.HISTORY_FORKED);
        assertThat(both.only().evidence()).isEqualTo(evidence("fork", before, other, now, mine));
    }

    @Test
    void anotherHistoryIsRewritten() throws Exception {
        Path before = bundle("1.zip", 1, log());
        look();
        List<String> other = rebuilt(log(), 4, r -> r.with("reason", "nothing was wrong"));
        Path now = bundle("2.zip", 2, other);
        Sight both = look();
        assertThat(both.records()).containsExactly((long) ALL, (long) ALL);
        assertThat(both.only().kind()).isEqualTo(FindingKind.HISTORY_REWRITTEN);
        assertThat(both.only().evidence()).isEqualTo(evidence("edited", before, log(), now, other));
    }

    @Test
    void anotherHistoryInPlaceOfWhatWasSeenToo() throws Exception {
        bundle("b.zip", 1, log());
        look();
        bundle("b.zip", 2, rebuilt(log(), 4, r -> r.with("reason", "nothing was wrong")));
        assertThat(look().only().kind()).isEqualTo(FindingKind.HISTORY_REWRITTEN);
    }

    @Test
    void aRefusedBundleIsSaidAndTheOthersAreRead() throws Exception {
        bundle("good.zip", 1, log());
        Path cut = bundle("cut.zip", 2, log());
        byte[] bytes = Files.readAllBytes(cut);
        Files.write(cut, Arrays.copyOf(bytes, bytes.length / 2));
        Path changed = bundle("changed.tar", 3, log());
        String text = Files.readString(changed, StandardCharsets.ISO_8859_1);
        Files.writeString(
                changed,
                text.replace("ingested CHG-1042", "ingested CHG-1043"),
                StandardCharsets.ISO_8859_1);
        Sight first = look();
        assertThat(first.records()).containsExactly((long) ALL);
        assertThat(first.report().unreadable())
                .extracting(ScanReport.Unreadable::path)
                .containsExactlyInAnyOrder(cut, changed);
        assertThat(first.report().unreadable())
                .extracting(ScanReport.Unreadable::why)
                .anyMatch(why -> why.startsWith(cut + " is refused: "))
                .anyMatch(why -> why.startsWith(changed + " is not whole: "));
        Sight again = look();
        assertThat(again.report().unreadable())
                .containsExactlyInAnyOrderElementsOf(first.report().unreadable());
        assertThat(again.report().changed()).isFalse();
        assertThat(again.history()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aBagThatLostItsDeclarationIsNotWhole(boolean source) throws Exception {
        Path bag = bundle("bag", 1, log());
        Files.delete(bag.resolve("bagit.txt"));
        if (source) {
            try (Workspace workspace = Workspace.open(folder, desk(NOW))) {
                sources(workspace, bag);
            }
        }
        ScanReport.Unreadable said =
                new ScanReport.Unreadable(
                        bag,
                        bag
                                + " is not whole: bagit.txt is missing, which every bag must have"
                                + " (RFC 8493).");
        Sight sight = look();
        assertThat(sight.report().unreadable()).containsExactly(said);
        assertThat(sight.runs()).isEmpty();
        Sight again = look();
        assertThat(again.report().unreadable()).containsExactly(said);
        assertThat(again.report().changed()).isFalse();
        Overview plain =
                Overview.of(
                        drive, DefaultPolicy.get(), KeptClocks.none(), desk(NOW), Progress.NONE);
        assertThat(plain.unreadable()).containsExactly(said);
        assertThat(plain.runs()).isEmpty();
    }

    @Test
    void aBagThatLosesItsDeclarationStaysWhatItWas() throws Exception {
        Path bag = bundle("bag", 1, log());
        look();
        Files.delete(bag.resolve("bagit.txt"));
        Sight now = look();
        assertThat(now.records()).containsExactly((long) ALL);
        assertThat(now.report().unreadable()).hasSize(1);
        assertThat(now.history()).isEmpty();
    }

    @Test
    void aBundleThatIsRefusedNowStaysWhatItWas() throws Exception {
        Path bundle = bundle("b.zip", 1, log());
        look();
        byte[] bytes = Files.readAllBytes(bundle);
        Files.write(bundle, Arrays.copyOf(bytes, bytes.length / 2));
        Sight now = look();
        assertThat(now.records()).containsExactly((long) ALL);
        assertThat(now.report().unreadable()).hasSize(1);
        Files.write(bundle, bytes);
        Sight whole = look();
        assertThat(whole.records()).containsExactly((long) ALL);
        assertThat(whole.report().unreadable()).isEmpty();
        assertThat(whole.history()).isEmpty();
    }

    @Test
    void aRemovedBundleIsNoLoss() throws Exception {
        Path bundle = bundle("b.zip", 1, log());
        look();
        Path elsewhere = Files.move(bundle, temp.resolve("away.zip"));
        Sight gone = look();
        assertThat(gone.report().vanished()).isOne();
        assertThat(gone.runs()).isEmpty();
        assertThat(gone.history()).isEmpty();
        Files.move(elsewhere, bundle);
        Sight back = look();
        assertThat(back.records()).containsExactly((long) ALL);
        assertThat(back.history()).isEmpty();
    }

    @Test
    void aDriveThatIsGoneIsMissingAndItsRunsAreRemembered() throws Exception {
        bundle("b.zip", 1, log());
        look();
        Path elsewhere = Files.move(drive, temp.resolve("unplugged"));
        Sight gone = look();
        assertThat(gone.report().missing()).extracting(Source::path).containsExactly(drive);
        assertThat(gone.records()).containsExactly((long) ALL);
        assertThat(gone.history()).isEmpty();
        Files.move(elsewhere, drive);
        assertThat(look().report().changed()).isFalse();
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
    void besideARunDirectoryABundleIsACopy() throws Exception {
        Path run = SampleRuns.copy(COMPLETED, drive);
        bundle("same.zip", 101, log());
        bundle("older.zip", 100, log().subList(0, 12));
        Sight all = look();
        assertThat(all.runs()).extracting(RunSummary::directory).containsExactly(run);
        assertThat(all.history()).isEmpty();
    }

    @Test
    void aRunDirectoryThatGoesOnDifferentlyIsAFork() throws Exception {
        Path run = SampleRuns.copy(COMPLETED, drive);
        write(run, log().subList(0, 12));
        bundle("b.zip", 1, branch(log(), 12));
        assertThat(look().records()).containsExactly(13L);
        write(run, log().subList(0, 14));
        assertThat(look().only().kind()).isEqualTo(FindingKind.HISTORY_FORKED);
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

    private List<Finding> all() throws Exception {
        try (Workspace workspace = Workspace.open(folder, desk(NOW))) {
            return workspace.findings(NOW);
        }
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
