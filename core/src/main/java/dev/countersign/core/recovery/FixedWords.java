// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.recovery;

import java.util.List;

/// The closed vocabularies of the formats (FORMATS 1, 2, 4, 5), and words that stand in their place
/// elsewhere.
final class FixedWords {
    private static final List<List<String>> GROUPS =
            List.of(
                    List.of("approved", "rejected", "approve", "reject", "block", "review"),
                    List.of("accept", "reject", "accepted", "rejected", "declined", "denied"),
                    List.of("ok", "blocked", "awaiting_approval", "failed", "error", "skipped"),
                    List.of("success", "failure", "denied", "succeeded", "failed", "error"),
                    List.of("user", "service", "system", "admin"),
                    List.of(
                            "run_started",
                            "step_started",
                            "step_result",
                            "step_failed",
                            "artifact_written",
                            "approval_recorded",
                            "approval_rejected",
                            "review_recorded",
                            "observation_recorded",
                            "finding_disposed",
                            "reperformance_recorded",
                            "run_completed"),
                    List.of("pass", "fail", "passed", "failed", "true", "false", "yes", "no"),
                    List.of("grounded", "ungrounded", "open", "closed", "pending", "cancelled"),
                    List.of("low", "medium", "high", "critical", "none", "deficiency"),
                    List.of("significant_deficiency", "material_weakness", "observation"),
                    List.of("read", "write", "create", "update", "delete", "export", "login"),
                    List.of("buy", "sell", "debit", "credit", "EUR", "USD", "GBP", "CHF"),
                    List.of("dev", "test", "staging", "production", "prod", "emergency"));

    private FixedWords() {}

    /// Every word, once.
    static List<String> all() {
        return GROUPS.stream().flatMap(List::stream).distinct().toList();
    }

    /// Keys of the formats.
    static List<String> keys() {
        return List.of(
                "ts",
                "event",
                "run_id",
                "name",
                "step",
                "status",
                "reason",
                "error",
                "sha256_12",
                "key",
                "approver",
                "decision",
                "role",
                "rationale",
                "reviewed_head",
                "reviewer",
                "notes",
                "observer",
                "observed",
                "finding",
                "disposition",
                "superseded_by",
                "retroactive_for",
                "event_id",
                "timestamp",
                "actor_id",
                "actor_type",
                "action",
                "resource_type",
                "resource_id",
                "outcome",
                "details",
                "amount",
                "currency",
                "comment",
                "note",
                "system",
                "severity",
                "author",
                "employee",
                "id",
                "user",
                "approved_by",
                "approved",
                "count");
    }

    /// What the known workflows give as reasons.
    static List<String> reasons() {
        return List.of(
                "awaiting independent reviewer sign-off",
                "all control assertions grounded in evidence",
                "claims grounded in evidence",
                "workpaper issued",
                "handoff report issued to the independent consumer",
                "maker-checker violation: approver == author",
                "0 rule violation(s)",
                "1 rule violation(s)",
                "2 rule violation(s)",
                "1 abstention(s) -> human review",
                "1 abstention(s) -> routed to human review",
                "report: clear",
                "report: VIOLATION",
                "report: NEEDS HUMAN REVIEW",
                "1 cited, 0 abstained (deterministic)",
                "0 cited, 1 abstained (deterministic)",
                "anti-fabrication gate: 1 unciteable assertion(s)",
                "anti-fabrication gate: 1 unciteable claim(s)",
                "awaiting independent review",
                "independent review: reject");
    }

    /// Words by which claims are turned around inside a text.
    static List<String> turns() {
        return List.of(
                "not",
                "no",
                "never",
                "without",
                "with",
                "and",
                "or",
                "all",
                "some",
                "none",
                "any",
                "is",
                "was",
                "are",
                "were",
                "has",
                "had",
                "before",
                "after",
                "by",
                "of",
                "the",
                "a",
                "passed",
                "failed",
                "approved",
                "rejected",
                "yes",
                "true",
                "false",
                "un",
                "in");
    }
}
