// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.countersign.core.engine.Execution.End;
import dev.countersign.core.engine.Execution.Ended;
import dev.countersign.core.engine.Execution.Refused;
import dev.countersign.core.journal.Durability;
import dev.countersign.core.journal.TornEnd;
import dev.countersign.core.source.SourceException;

import org.junit.jupiter.api.Test;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** Runs that broke off, lost their log, or meet a clock that is wrong. */
class BrokenOffTest extends ChangeRun {
    @Test
    void aLineThatBreaksOffIsNotInTheWay() throws Exception {
        Ended waiting = execute();
        Path log = directory().resolve("audit.jsonl");
        String whole = Files.readString(log);
        String torn = "{\"ts\": \"2026-11-21T10:00:00+00:00\", \"event\": \"step_st";
        Files.writeString(log, whole + torn);

        List<TornEnd> heard = new ArrayList<>();
        Ended again = (Ended) change(Reviewer.OPERATIONS).execute(CHANGE, place(), heard::add);
        assertThat(again.end()).isEqualTo(End.AWAITING_APPROVAL);
        assertThat(Files.readString(log)).startsWith(whole).contains(waiting.head());
        Path kept = directory().resolve("audit.jsonl.torn-1");
        assertThat(heard).containsExactly(new TornEnd(log, torn.length(), kept));
        assertThat(kept).hasContent(torn);
    }

    @Test
    void aRunKilledInItsFirstRecordBegins() throws Exception {
        Files.createDirectories(directory());
        Path log = Files.writeString(directory().resolve("audit.jsonl"), "{\"ts\": \"2026");

        assertThat(execute().end()).isEqualTo(End.AWAITING_APPROVAL);
        assertThat(directory().resolve("audit.jsonl.torn-1")).hasContent("{\"ts\": \"2026");
        assertThat(SampleRun.events(directory()).getFirst().string("event"))
                .isEqualTo("run_started");
        assertThat(log).isRegularFile();
    }

    @Test
    void aRunKilledBeforeItsFirstRecordBegins() throws Exception {
        Files.createDirectories(directory());
        assertThat(execute().end()).isEqualTo(End.AWAITING_APPROVAL);
        Files.delete(directory().resolve("state.json"));
        Files.writeString(directory().resolve("audit.jsonl"), "");
        assertThat(execute().end()).isEqualTo(End.AWAITING_APPROVAL);
    }

    @Test
    void aLogThatIsGoneIsNotBegunAnew() throws Exception {
        execute();
        Path log = directory().resolve("audit.jsonl");
        for (String rest : List.of("", "\n \n", "{\"ts\": \"2026-11")) {
            Files.writeString(log, rest);
            Map<String, String> before = SampleRun.files(directory());
            assertThat(refused()).isEqualTo(new Obstacle.LogLost(false, 4));
            assertThat(SampleRun.files(directory())).isEqualTo(before);
        }
        Files.delete(log);
        Map<String, String> before = SampleRun.files(directory());
        assertThat(refused()).isEqualTo(new Obstacle.LogLost(true, 4));
        Files.writeString(directory().resolve("state.json"), "[]");
        assertThat(refused()).isEqualTo(new Obstacle.LogLost(true, 0));
        before.put("state.json", "[]");
        assertThat(SampleRun.files(directory())).isEqualTo(before);
    }

    private Obstacle refused() throws SourceException {
        return ((Refused) change(Reviewer.OPERATIONS).execute(CHANGE, place(), torn -> {}))
                .obstacle();
    }

    @Test
    void aClockBehindTheLog() throws Exception {
        execute();
        Map<String, String> before = SampleRun.files(directory());
        Instant earlier = NOW.minusNanos(1_000);
        RunPlace place =
                new RunPlace(root, "runs", InstantSource.fixed(earlier), Durability.LEFT_TO_SYSTEM);
        assertThat(change(Reviewer.OPERATIONS).execute(CHANGE, place, torn -> {}))
                .isEqualTo(
                        new Refused(
                                RunId.of("change-approval", CHANGE),
                                directory(),
                                new Obstacle.ClockBehind(earlier, NOW)));
        assertThat(SampleRun.files(directory())).isEqualTo(before);
    }

    /** As after a crash: no record is older than the one before it, and the rest comes later. */
    @Test
    void aClockThatIsSetBackMeanwhile() throws Exception {
        Instant back = NOW.minusSeconds(3600);
        AtomicInteger asked = new AtomicInteger();
        InstantSource clock = () -> asked.incrementAndGet() <= 4 ? NOW : back;
        RunPlace place = new RunPlace(root, "runs", clock, Durability.LEFT_TO_SYSTEM);
        assertThat(change(Reviewer.OPERATIONS).execute(CHANGE, place, torn -> {}))
                .isEqualTo(
                        new Refused(
                                RunId.of("change-approval", CHANGE),
                                directory(),
                                new Obstacle.ClockBehind(back, NOW)));
        assertThat(SampleRun.events(directory()))
                .extracting(record -> record.string("event"), record -> record.string("step"))
                .containsExactly(
                        tuple("run_started", null),
                        tuple("step_started", "ingest"),
                        tuple("step_result", "ingest"),
                        tuple("step_started", "map_controls"));

        assertThat(execute().end()).isEqualTo(End.AWAITING_APPROVAL);
        assertThat(SampleRun.events(directory()))
                .extracting(record -> OffsetDateTime.parse(record.string("ts")).toInstant())
                .containsOnly(NOW);
    }
}
