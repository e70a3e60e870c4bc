// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.workspace;

import static dev.countersign.core.workspace.SampleRuns.COMPLETED;
import static dev.countersign.core.workspace.SampleRuns.NOW;
import static dev.countersign.core.workspace.SampleRuns.write;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.countersign.core.json.JsonValue;
import dev.countersign.core.run.RunSummary;

import org.junit.jupiter.api.Test;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.List;

/** Bundles as a source: versions of a run that come, go and disagree. */
class BundleVersionsTest extends BundleDrive {
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
    void takingTheLaterBundleAwayIsARollbackOfWhatIsLeft() throws Exception {
        Path before = bundle("1.zip", 1, log().subList(0, 12));
        Path later = bundle("2.zip", 2, log());
        assertThat(look().history()).isEmpty();
        var evidence = evidence("rolled_back", later, log(), before, log().subList(0, 12));
        Files.delete(later);

        Sight now = look();

        assertThat(now.records()).containsExactly(12L);
        assertThat(now.only())
                .isEqualTo(
                        new Finding(
                                FindingKind.LOG_SHORTENED,
                                1,
                                COMPLETED,
                                hash(log().getLast()) + " " + before,
                                NOW,
                                null,
                                "m.chu",
                                hash(log().get(11)),
                                evidence));
        assertThat(look().history()).isEqualTo(now.history());
    }

    @Test
    void takingABundleAwayThatAnotherHasOrGoesOnFromIsNone() throws Exception {
        Path first = bundle("1.zip", 1, log().subList(0, 12));
        Path second = bundle("2.zip", 2, log());
        Files.copy(second, drive.resolve("3.zip"));
        look();
        Files.delete(first);
        Files.delete(second);

        Sight now = look();

        assertThat(now.records()).containsExactly((long) ALL);
        assertThat(now.history()).isEmpty();
    }

    @Test
    void takingTheLaterBundleAwayFromBesideARunDirectoryIsARollbackOfThat() throws Exception {
        Path run = SampleRuns.copy(COMPLETED, drive);
        write(run, log().subList(0, 12));
        Path bundle = bundle("2.zip", 2, log());
        assertThat(look().history()).isEmpty();
        Files.delete(bundle);

        Sight now = look();

        assertThat(now.records()).containsExactly(12L);
        assertThat(now.only().kind()).isEqualTo(FindingKind.LOG_SHORTENED);
        assertThat(now.only().head()).isEqualTo(hash(log().get(11)));
        assertThat(now.only().evidence().get("where_before"))
                .isEqualTo(JsonValue.of(bundle.toString()));
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
}
