// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.sample;

import dev.countersign.core.chain.RecordLine;
import dev.countersign.core.chain.RecordText;
import dev.countersign.core.json.JsonValue;
import dev.countersign.core.recovery.FieldChange;
import dev.countersign.core.recovery.RecoveryResult;
import dev.countersign.core.recovery.SearchKind;
import dev.countersign.core.run.Check;
import dev.countersign.core.run.Outcome;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// Records of a log that does not exist, as they would be read from it.
public final class SampleLines {
    /// What else speaks.
    public static final List<Check> CHECKS =
            List.of(
                    new Check(
                            Check.Kind.CHECKPOINT,
                            Outcome.NOT_CHECKED,
                            Check.Why.NO_CHECKPOINT,
                            List.of()),
                    new Check(
                            Check.Kind.ARTIFACT_FILES,
                            Outcome.VERIFIED,
                            Check.Why.HOLDS,
                            List.of()),
                    new Check(
                            Check.Kind.STATE_APPROVALS,
                            Outcome.FAILED,
                            Check.Why.DISAGREES,
                            List.of()));

    private static final List<String> EVENTS =
            List.of("step_started", "artifact_written", "step_result");
    private static final Instant START = Instant.parse("2026-03-02T08:00:00Z");

    private SampleLines() {}

    /// Some of them.
    public static List<RecordLine> of(long from, int count) {
        List<RecordLine> lines = new ArrayList<>();
        for (long record = from; record < from + count; record++) {
            lines.add(
                    new RecordLine(
                            record,
                            record + 1,
                            record * 300,
                            299,
                            START.plusSeconds(3 * record).toString().replace("Z", "+00:00"),
                            null,
                            EVENTS.get((int) (record % EVENTS.size())),
                            hash(record),
                            record == 0 ? "genesis" : hash(record - 1),
                            List.of(
                                    new RecordLine.Said("step", "gate"),
                                    new RecordLine.Said("n", "" + record)),
                            null,
                            ""));
        }
        return lines;
    }

    /// What one says.
    public static RecordText text(long record) {
        String hash = hash(record);
        return new RecordText(
                "{}",
                List.of(
                        new RecordText.Field("ts", "\"2026-03-02T08:00:00+00:00\"", true),
                        new RecordText.Field("event", "\"step_result\"", true),
                        new RecordText.Field("status", "\"ok\"", true),
                        new RecordText.Field("hash", "\"" + hash + "\"", false)),
                "{\"event\": \"step_result\", \"status\": \"ok\","
                        + " \"ts\": \"2026-03-02T08:00:00+00:00\"}",
                true);
    }

    /// What one said before it was edited.
    public static RecoveryResult recovered(long record) {
        return new RecoveryResult.Recovered(
                record,
                JsonValue.object().with("decision", "reject").with("hash", hash(record)).build(),
                "{\"decision\": \"reject\"}",
                hash(record),
                SearchKind.FIXED_WORD,
                List.of(
                        new FieldChange(
                                "decision", JsonValue.of("reject"), JsonValue.of("accept"))),
                "{\"decision\": \"accept\"}",
                5_200_000,
                Duration.ofMillis(940));
    }

    /// What the first faulty record of a sample carries, its faults say, too.
    private static String hash(long record) {
        if (record == 7 || record == 12) {
            return SampleFaults.STORED;
        }
        return String.format("%016x", record * 0x9E3779B97F4A7C15L ^ 0x5DEECE66DL).repeat(4);
    }
}
