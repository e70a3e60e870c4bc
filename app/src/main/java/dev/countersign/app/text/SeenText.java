// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.text;

import dev.countersign.core.chain.CheckpointResult;
import dev.countersign.core.json.JsonValue;
import dev.countersign.core.json.JsonValue.JsonNumber;
import dev.countersign.core.json.JsonValue.JsonObject;
import dev.countersign.core.workspace.Finding;
import dev.countersign.core.workspace.FindingKind;

import org.jspecify.annotations.Nullable;

import java.time.ZoneId;
import java.util.List;

/// What somebody has seen of a log that says otherwise now.
public final class SeenText {
    private SeenText() {}

    /// Of what was found about a log, that which a checkpoint speaks against.
    public static List<Finding> against(List<Finding> findings) {
        return findings.stream().filter(finding -> seen(finding.kind())).toList();
    }

    private static boolean seen(FindingKind kind) {
        return kind == FindingKind.WITNESS_DISAGREES
                || kind == FindingKind.HISTORY_REWRITTEN
                || kind == FindingKind.LOG_SHORTENED;
    }

    /// Whether one says that another record stands where a head was seen.
    public static boolean rewritten(List<Finding> findings) {
        String word = CheckpointResult.HEAD_MISMATCH.word();
        return against(findings).stream()
                .anyMatch(finding -> word.equals(finding.evidence().string("checkpoint")));
    }

    /// Who has seen another log, in a few words.
    public static String brief(Finding finding) {
        String who =
                finding.kind() == FindingKind.WITNESS_DISAGREES
                        ? who(finding.evidence())
                        : "this desk";
        return who + " has seen another log of this run.";
    }

    /// Who has seen what, and since when it is no more so, one sentence.
    ///
    /// @param zone of whoever reads it
    public static String sentence(Finding finding, ZoneId zone) {
        JsonObject evidence = finding.evidence();
        String taken = evidence.string("taken_at");
        String at = taken == null ? "" : TimeText.stated(taken, zone);
        return (finding.kind() == FindingKind.WITNESS_DISAGREES ? who(evidence) : "this desk")
                + seen(evidence, at);
    }

    /// As {@link #sentence}, of a finding that a witness disagrees, with the time as it is stated.
    public static String witness(JsonObject evidence) {
        String taken = evidence.string("taken_at");
        return who(evidence) + seen(evidence, taken == null ? "" : Quotes.line(taken));
    }

    private static String who(JsonObject evidence) {
        return "witness " + Quotes.line(String.valueOf(evidence.string("witness")));
    }

    private static String seen(JsonObject evidence, String taken) {
        long now = number(evidence.get("records_now"));
        return " has seen "
                + Numbers.count(number(evidence.get("records_before")), "record")
                + " up to head "
                + Quotes.hash(evidence.string("head_before"))
                + (taken.isEmpty() ? "" : " at " + taken)
                + ", here "
                + (now == 0
                        ? "are none"
                        : (now == 1 ? "is 1" : "are " + Numbers.grouped(now))
                                + " up to "
                                + Quotes.hash(evidence.string("head_now")))
                + ": changed since.";
    }

    private static long number(@Nullable JsonValue value) {
        Long number = value instanceof JsonNumber written ? written.toLong() : null;
        return number == null ? 0 : number;
    }
}
