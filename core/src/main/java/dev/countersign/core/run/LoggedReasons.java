// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.run;

import dev.countersign.core.json.JsonValue.JsonObject;
import dev.countersign.core.review.GateResult;
import dev.countersign.core.review.RuleResult;
import dev.countersign.core.run.Check.Evidence;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Map;

/// What the log says in words of its steps' results: who approved, who reviewed, how many. The
/// words are those that the producer is known to write; others are left alone.
final class LoggedReasons {
    private static final String APPROVED = "approved by ";
    private static final String REVIEWED = "independently reviewed by ";
    private static final String ABSTAINED = " abstained (";
    private static final String RECORDED = "; step recorded";

    private final KnownRun run;
    private final Reperformance again;
    private final List<Evidence> evidence;

    LoggedReasons(KnownRun run, List<Evidence> evidence) {
        this.run = run;
        this.again = run.again();
        this.evidence = evidence;
    }

    /// Only of the attempt that the checkpoint knows.
    void compare() {
        if (run.state().value() == null) {
            return;
        }
        for (Map.Entry<String, RunEvent> result : run.log().results.entrySet()) {
            RunEvent event = result.getValue();
            String reason = event.text("reason");
            if (reason != null && event.record() > run.log().attempt) {
                compare(result.getKey(), event, reason);
            }
        }
    }

    private void compare(String step, RunEvent event, String reason) {
        switch (step) {
            case "ingest" -> {
                String id = PayloadWords.text(run.payload().get("id"));
                named(event, "ingested ", id, reason);
            }
            case "map_controls", "assess" -> {
                counted(event, again.claims.size(), " controls mapped", reason);
                counted(event, again.claims.size(), " mapped,", reason);
                counted(event, again.claims.size(), " cited,", reason);
                counted(event, again.abstentions.size(), " abstained", reason);
                counted(event, rules().size(), " finding(s)", reason);
            }
            case "gate" -> gate(event, reason);
            case "rules" -> counted(event, rules().size(), " rule violation(s)", reason);
            case "emit_report" -> named(event, "report: ", again.tradeConclusion(), reason);
            case "independent_review" -> {
                JsonObject review = run.state().object("review");
                if (review != null) {
                    String reviewer = PayloadWords.text(review.get("reviewer"));
                    named(event, REVIEWED, reviewer, reason);
                }
            }
            default -> approval(step, event, reason);
        }
    }

    private void gate(RunEvent event, String reason) {
        GateResult gate = again.gate == null ? again.recordedGate : again.gate.result();
        if (gate != null) {
            counted(event, gate.ungrounded(), " unciteable", reason);
            counted(event, gate.abstentions(), " abstention(s)", reason);
        }
    }

    private void approval(String step, RunEvent event, String reason) {
        String key = run.steps().key(step);
        JsonObject last = key == null ? null : run.approval(key, event.record());
        if (last != null) {
            int to = reason.length() - (reason.endsWith(RECORDED) ? RECORDED.length() : 0);
            String approver = PayloadWords.text(last.get("approver"));
            named(event, APPROVED, approver, reason.substring(0, to));
        }
    }

    private List<RuleResult> rules() {
        return again.rules == null ? again.findings : again.rules;
    }

    /// Who the log says reviewed; null if it does not say.
    static @Nullable String reviewer(Logged log) {
        RunEvent event = log.results.get("independent_review");
        String reason = event == null ? null : event.text("reason");
        return reason != null && reason.startsWith(REVIEWED)
                ? reason.substring(REVIEWED.length())
                : null;
    }

    /// The model that the log says was asked; null if it does not say, or none was.
    static @Nullable String model(Logged log) {
        RunEvent event = log.results.getOrDefault("map_controls", log.results.get("assess"));
        String reason = event == null ? null : event.text("reason");
        int open = reason == null ? -1 : reason.indexOf(ABSTAINED);
        if (reason == null || open < 0 || !reason.endsWith(")")) {
            return null;
        }
        String model = reason.substring(open + ABSTAINED.length(), reason.length() - 1);
        return model.equals("deterministic") ? null : model;
    }

    private void named(RunEvent event, String before, String expected, String reason) {
        if (reason.startsWith(before)
                && !(reason.length() == before.length() + expected.length()
                        && reason.endsWith(expected))) {
            differ(event, before + expected, reason);
        }
    }

    /// The number before some words.
    private void counted(RunEvent event, int expected, String words, String reason) {
        int to = reason.indexOf(words);
        int from = to;
        long number = 0;
        long place = 1;
        while (from > 0 && digit(reason.charAt(from - 1)) && to - from < 10) {
            from--;
            number += place * (reason.charAt(from) - '0');
            place *= 10;
        }
        if (from < to && number != expected) {
            differ(event, expected + words, reason);
        }
    }

    private static boolean digit(char c) {
        return c >= '0' && c <= '9';
    }

    private void differ(RunEvent event, String expected, String reason) {
        String subject = "audit.jsonl/" + Logged.said(event, "step");
        evidence.add(new Evidence(subject, event.record(), expected, reason));
    }
}
