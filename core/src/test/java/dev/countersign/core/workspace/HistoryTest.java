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

import dev.countersign.core.chain.Checkpoint;
import dev.countersign.core.json.JsonValue;

import org.junit.jupiter.api.Test;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What a log was when this desk saw it, against what it is now. */
class HistoryTest extends SeenRun {
    @Test
    void aLogThatGotShorterIsAFindingWithBothHeads() throws Exception {
        List<String> all = lines(run);
        write(run, all.subList(0, 20));
        assertThat(only(FindingKind.LOG_SHORTENED))
                .isEqualTo(
                        new Finding(
                                FindingKind.LOG_SHORTENED,
                                1,
                                COMPLETED,
                                hash(all.get(22)),
                                NOW,
                                null,
                                "m.chu",
                                hash(all.get(19)),
                                JsonValue.object()
                                        .with("checkpoint", "tail_missing")
                                        .with("records_before", 23)
                                        .with("head_before", hash(all.get(22)))
                                        .with("taken_at", NOW.toString())
                                        .with("records_now", 20)
                                        .with("head_now", hash(all.get(19)))
                                        .with("since", NOW.toString())
                                        .with("agreed_records", 0)
                                        .with("agreed_at", (String) null)
                                        .build()));
    }

    @Test
    void aShortenedLogIsFoundOnceHoweverOftenItIsReadAndGrows() throws Exception {
        List<String> all = lines(run);
        write(run, all.subList(0, 20));
        Finding first = only(FindingKind.LOG_SHORTENED);
        write(run, all.subList(0, 21));
        assertThat(only(FindingKind.LOG_SHORTENED)).isEqualTo(first);
        write(run, all);
        assertThat(only(FindingKind.LOG_SHORTENED)).isEqualTo(first);
    }

    private void seenAgain(Instant at, List<String> lines) throws Exception {
        write(run, lines);
        try (Workspace workspace = Workspace.open(folder, desk(at))) {
            scan(workspace);
        }
    }

    private List<Checkpoint> kept() throws Exception {
        try (Workspace workspace = Workspace.open(folder, desk(NOW))) {
            return workspace.testimony().own().get(COMPLETED);
        }
    }

    /** As it was when this desk saw it after 5, after 9 and after 20 records, an hour apart. */
    private List<String> grownSlowly() throws Exception {
        List<String> all = lines(run);
        temp = temp.resolve("slowly");
        folder = SampleRuns.workspace(temp, COMPLETED);
        run = temp.resolve("runs").resolve(COMPLETED);
        seenAgain(hours(1), all.subList(0, 5));
        seenAgain(hours(2), all.subList(0, 9));
        seenAgain(hours(3), all.subList(0, 20));
        return all;
    }

    private static Instant hours(int hours) {
        return NOW.minus(Duration.ofDays(1)).plus(Duration.ofHours(hours));
    }

    private static Checkpoint checkpoint(List<String> all, int records, Instant at) {
        String head = hash(all.get(records - 1));
        return new Checkpoint("A", records, head, null, at.toString());
    }

    @Test
    void everyCheckpointIsKeptThatSawAnotherState() throws Exception {
        List<String> all = grownSlowly();
        List<Checkpoint> three =
                List.of(
                        checkpoint(all, 5, hours(1)),
                        checkpoint(all, 9, hours(2)),
                        checkpoint(all, 20, hours(3)));
        assertThat(kept()).isEqualTo(three);
        seenAgain(hours(4), all.subList(0, 20));
        assertThat(kept()).as("nothing new was seen").isEqualTo(three);
        seenAgain(hours(5), all.subList(0, 9));
        assertThat(kept()).as("a cut log is not vouched for").isEqualTo(three);
    }

    @Test
    void aCutSaysSinceWhenAndUpToWhereTheLogStillAgrees() throws Exception {
        List<String> all = grownSlowly();
        write(run, all.subList(0, 9));
        Finding found = only(FindingKind.LOG_SHORTENED);
        assertThat(found.subject()).isEqualTo(hash(all.get(19)));
        assertThat(found.evidence())
                .isEqualTo(
                        JsonValue.object()
                                .with("checkpoint", "tail_missing")
                                .with("records_before", 20)
                                .with("head_before", hash(all.get(19)))
                                .with("taken_at", hours(3).toString())
                                .with("records_now", 9)
                                .with("head_now", hash(all.get(8)))
                                .with("since", hours(3).toString())
                                .with("agreed_records", 9)
                                .with("agreed_at", hours(2).toString())
                                .build());
    }

    /** The last head is still there, so that the last checkpoint alone would say nothing. */
    @Test
    void anEarlierCheckpointProvesAnEditBeforeTheLastOne() throws Exception {
        List<String> all = grownSlowly();
        List<String> edited = new ArrayList<>(all.subList(0, 20));
        String record = edited.get(8);
        edited.set(8, record.replace(hash(record), "0f".repeat(32)));
        write(run, edited);
        Finding found = only(FindingKind.HISTORY_REWRITTEN);
        assertThat(found.evidence())
                .isEqualTo(
                        JsonValue.object()
                                .with("checkpoint", "head_mismatch")
                                .with("records_before", 9)
                                .with("head_before", hash(all.get(8)))
                                .with("taken_at", hours(2).toString())
                                .with("records_now", 20)
                                .with("head_now", hash(all.get(19)))
                                .with("since", hours(2).toString())
                                .with("agreed_records", 5)
                                .with("agreed_at", hours(1).toString())
                                .build());
    }

    @Test
    void aLogThatWasRebuiltIsAFinding() throws Exception {
        // another run's chain is right by itself and has other hashes
        Path other = SampleRuns.copy(AWAITING, temp);
        List<String> rebuilt = lines(other);
        for (int i = rebuilt.size(); i < 23; i++) {
            rebuilt = Stream.concat(rebuilt.stream(), Stream.of(lines(run).get(i))).toList();
        }
        String before = hash(lines(run).get(22));
        write(run, rebuilt.subList(0, 13));
        Finding found = only(FindingKind.LOG_SHORTENED);
        assertThat(found.subject()).isEqualTo(before);
        assertThat(found.severity()).isOne();
    }
}
