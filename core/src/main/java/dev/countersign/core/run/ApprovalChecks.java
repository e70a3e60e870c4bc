// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.run;

import dev.countersign.core.json.JsonValue;
import dev.countersign.core.policy.Identity;
import dev.countersign.core.policy.Policy;
import dev.countersign.core.run.Check.Evidence;
import dev.countersign.core.run.Check.Kind;
import dev.countersign.core.run.Check.Why;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/// Who approved, and what it let go on (FORMATS 1, cross-check 5; FORMATS 4).
///
/// Segregation of duties asks that nothing goes on under an author's approval. One that the
/// producer blocked, or that an independent approval replaced, had no effect: it is evidence, not a
/// failure. One that stands unblocked, or under which a step was done, is a failure.
final class ApprovalChecks {
    private static final String AUTHOR = "another than the author";
    private static final String REVIEWER = "another than the reviewer";

    private final LogGround ground;
    private final Logged log;
    private final Policy policy;
    private final String workflow;
    private final @Nullable String author;

    ApprovalChecks(
            LogGround ground, Logged log, Policy policy, String workflow, @Nullable String author) {
        this.ground = ground;
        this.log = log;
        this.policy = policy;
        this.workflow = workflow;
        this.author = author;
    }

    Check notAuthor() {
        if (ground.silence() == null && log.approvals.isEmpty()) {
            return LogGround.unchecked(Kind.APPROVER_IS_NOT_AUTHOR, Why.NOTHING_RECORDED);
        }
        if (ground.silence() == null && author == null) {
            return LogGround.unchecked(Kind.APPROVER_IS_NOT_AUTHOR, Why.NO_AUTHOR);
        }
        List<Evidence> violations = new ArrayList<>();
        List<Evidence> attempts = new ArrayList<>();
        effects(this::author, violations, attempts);
        boolean independent = independentlyDecided();
        Check check = ground.check(Kind.APPROVER_IS_NOT_AUTHOR, violations);
        if (check.outcome() != Outcome.VERIFIED || attempts.isEmpty()) {
            return check;
        }
        return new Check(
                Kind.APPROVER_IS_NOT_AUTHOR,
                independent ? Outcome.VERIFIED : Outcome.NOT_CHECKED,
                Why.WITHOUT_EFFECT,
                attempts);
    }

    /// Each approval that stands, or took effect, names somebody and says yes or no.
    Check decides() {
        if (ground.silence() == null && log.approvals.isEmpty()) {
            return LogGround.unchecked(Kind.APPROVAL_DECIDES, Why.NOTHING_RECORDED);
        }
        List<Evidence> violations = new ArrayList<>();
        effects(ApprovalChecks::undecided, violations, new ArrayList<>());
        return ground.check(Kind.APPROVAL_DECIDES, violations);
    }

    private @Nullable Evidence author(RunEvent approval) {
        String approver = approval.text("approver");
        return Identity.same(approver, author) ? evidence(approval, AUTHOR, approver) : null;
    }

    private static @Nullable Evidence undecided(RunEvent approval) {
        Approval said = Logged.decision(approval, false);
        if (said.decides()) {
            return null;
        }
        return said.approver().isBlank()
                ? evidence(approval, "somebody", shown(approval, "approver"))
                : evidence(approval, "approved or rejected", shown(approval, "decision"));
    }

    private static @Nullable String shown(RunEvent approval, String field) {
        JsonValue value = approval.value().get(field);
        return value == null ? null : PayloadWords.text(value);
    }

    private static Evidence evidence(RunEvent approval, String expected, @Nullable String found) {
        return new Evidence(Logged.said(approval, "key"), approval.record(), expected, found);
    }

    /// Follows each approval that something speaks against until it is blocked, replaced, or takes
    /// effect.
    private void effects(
            Function<RunEvent, @Nullable Evidence> against,
            List<Evidence> violations,
            List<Evidence> attempts) {
        Map<String, Evidence> standing = new HashMap<>();
        for (RunEvent event : log.events) {
            if (event.event().equals("approval_recorded")) {
                String key = Logged.said(event, "key");
                Evidence before = standing.remove(key);
                if (before != null) {
                    attempts.add(before);
                }
                Evidence now = against.apply(event);
                if (now != null) {
                    standing.put(key, now);
                }
            } else if (event.event().equals("step_result")) {
                String key = policy.key(workflow, Logged.said(event, "step"));
                String status = Logged.said(event, "status");
                Evidence before = standing.get(key);
                if (before != null && status.equals("ok")) {
                    violations.add(before);
                    standing.remove(key);
                } else if (before != null && status.equals("blocked")) {
                    attempts.add(before);
                    standing.remove(key);
                }
            }
        }
        violations.addAll(standing.values());
    }

    /// @param reviewers everybody who is named as the reviewer
    Check notReviewer(Set<String> reviewers) {
        if (!policy.segregation().approverIsNotReviewer()) {
            return LogGround.unchecked(Kind.APPROVER_IS_NOT_REVIEWER, Why.NOT_ASKED);
        }
        if (ground.silence() == null && (reviewers.isEmpty() || !independentlyDecided())) {
            return LogGround.unchecked(Kind.APPROVER_IS_NOT_REVIEWER, Why.NOTHING_RECORDED);
        }
        List<Evidence> evidence = new ArrayList<>();
        log.approvals.forEach((key, event) -> {
            String approver = event.text("approver");
            for (String reviewer : reviewers) {
                if (Identity.same(approver, reviewer)) {
                    evidence.add(new Evidence(key, event.record(), REVIEWER, approver));
                    break;
                }
            }
        });
        return ground.check(Kind.APPROVER_IS_NOT_REVIEWER, evidence);
    }

    /// A record that approves and says "rejected" lets the producer go on all the same; so does a
    /// rejection that came after an approval.
    ///
    /// @param status where the run stands
    Check rejectionLetsGoOn(RunStatus status) {
        if (ground.silence() == null && !independentlyDecided()) {
            return LogGround.unchecked(Kind.REJECTION_LETS_GO_ON, Why.NOTHING_RECORDED);
        }
        List<Evidence> evidence = new ArrayList<>();
        for (Approval approval : log.decisions) {
            if (!approval.rejection() && Persons.saysNo(approval.decision())) {
                evidence.add(
                        new Evidence(
                                approval.key(),
                                approval.record(),
                                "approval_rejected",
                                approval.decision()));
            }
        }
        Approval last = log.decisions.isEmpty() ? null : log.decisions.getLast();
        if (last != null && last.rejection() && status == RunStatus.APPROVED_PENDING_RESUME) {
            evidence.add(new Evidence(last.key(), last.record(), null, "approval_recorded"));
        }
        return ground.check(Kind.REJECTION_LETS_GO_ON, evidence);
    }

    /// Whether somebody else than the author decided anything: else there is nothing that could be
    /// called verified.
    private boolean independentlyDecided() {
        for (Approval decision : log.decisions) {
            if (decision.decides() && !Identity.same(decision.approver(), author)) {
                return true;
            }
        }
        return false;
    }
}
