// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.reperformance;

import dev.countersign.core.run.Check;

import java.util.Locale;

/// What is performed again, in the order in which it is shown.
public enum TestKind {
    /// The hashes and links of the log.
    CHAIN,
    /// The claims against the evidence: how many are grounded, and whether the payload that holds
    /// it gives the run's id.
    CLAIMS,
    /// The claims against the model's raw response.
    MODEL_OUTPUT,
    /// The deterministic rules.
    RULES,
    /// The gate's verdict, and what the log says of it.
    VERDICT,
    /// The artifacts, and what the checkpoint says of steps and artifacts.
    ARTIFACTS,
    /// The head that the handoff report names.
    HANDOFF_HEAD,
    /// The approvals: those of the checkpoint, their signatures, and who gave them.
    APPROVALS,
    /// The deadlines as first fixed against those that the log gives today.
    CLOCKS;

    /// As it stands in documents.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// The test that a check, or a difference it names, belongs to.
    ///
    /// @param subject what differs; empty for the check itself
    static TestKind of(Check.Kind kind, String subject) {
        return switch (kind) {
            case CHAIN, CHECKPOINT, TIME_ORDER -> CHAIN;
            case GATE ->
                    switch (subject) {
                        case "grounded", "ungrounded", "abstentions" -> CLAIMS;
                        default -> VERDICT;
                    };
            case CONTROL_STEPS -> subject.equals("gate") ? VERDICT : APPROVALS;
            case MODEL_OUTPUT, PROMPT_SHOWS_EVIDENCE -> MODEL_OUTPUT;
            case CONCLUSIONS, ONE_CASE -> concluded(subject);
            case RULES, APPROVED_BEFORE_DEPLOYMENT, TESTED_BEFORE_DEPLOYMENT -> RULES;
            case PAYLOAD_ID -> CLAIMS;
            case FOLDER_NAME, ARTIFACT_FILES, STATE_STEPS, STATE_ARTIFACTS -> ARTIFACTS;
            case HANDOFF_HEAD -> HANDOFF_HEAD;
            case STATE_APPROVALS,
                    SIGNATURES,
                    CERTIFICATES,
                    IDENTITIES,
                    APPROVER_IS_NOT_AUTHOR,
                    APPROVER_IS_NOT_REVIEWER,
                    APPROVAL_DECIDES,
                    REJECTION_LETS_GO_ON ->
                    APPROVALS;
            case CLOCKS -> CLOCKS;
        };
    }

    /// Such as `workpaper.json/gate/verdict` or `audit.jsonl/rules`: the test is that of the
    /// member, or of the step.
    private static TestKind concluded(String subject) {
        String[] path = subject.split("/", -1);
        return switch (path.length < 2 ? "" : path[1]) {
            case "gate" -> path[path.length - 1].equals("verdict") ? VERDICT : CLAIMS;
            case "claims", "abstentions", "controls_tested", "payload", "map_controls", "assess" ->
                    CLAIMS;
            case "violations", "exceptions", "conclusion", "rules", "emit_report" -> RULES;
            case "approval",
                    "approvals",
                    "independent_review",
                    "verdict",
                    "review",
                    "human_approval" ->
                    APPROVALS;
            default -> ARTIFACTS;
        };
    }
}
