// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.text;

import dev.countersign.core.chain.CheckpointResult;
import dev.countersign.core.json.JsonValue;
import dev.countersign.core.json.JsonValue.JsonNumber;
import dev.countersign.core.json.JsonValue.JsonObject;
import dev.countersign.core.workspace.Finding;
import dev.countersign.core.workspace.FindingKind;

import org.jspecify.annotations.Nullable;

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
                        ? "witness "
                                + Quotes.line(String.valueOf(finding.evidence().string("witness")))
                        : "this desk";
        return who + " has seen another log of this run.";
    }

    /// Who has seen what, and since when it is no more so, one sentence.
    public static String sentence(Finding finding) {
        JsonObject evidence = finding.evidence();
        return finding.kind() == FindingKind.WITNESS_DISAGREES
                ? witness(evidence)
                : "this desk" + seen(evidence);
    }

    /// As {@link #sentence}, of a finding that a witness disagrees.
    public static String witness(JsonObject evidence) {
        return "witness "
                + Quotes.line(String.valueOf(evidence.string("witness")))
                + seen(evidence);
    }

    private static String seen(JsonObject evidence) {
        String taken = evidence.string("taken_at");
        long now = number(evidence.get("records_now"));
        return " has seen "
                + Numbers.count(number(evidence.get("records_before")), "record")
                + " up to head "
                + Quotes.hash(evidence.string("head_before"))
                + (taken == null ? "" : " at " + Quotes.line(taken))
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
