// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.run;

import dev.countersign.core.policy.Identity;
import dev.countersign.core.policy.Policy;
import dev.countersign.core.policy.StepRule;

import org.jspecify.annotations.Nullable;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Where a run stands: its status, derived from the log event by event (FORMATS 1, "Run status is
/// derived from the log").
final class Standing {
    private final String workflow;
    private final @Nullable String author;
    private final Policy policy;
    private final Counting counting;
    private final Set<String> rejected = new HashSet<>();
    private final Map<String, String> approvers = new HashMap<>();
    private RunStatus status = RunStatus.UNKNOWN;
    private @Nullable String step;
    private @Nullable String reason;

    /// What it was before an approval made it wait for the producer.
    private RunStatus beforeApproval = RunStatus.AWAITING_APPROVAL;

    private Standing(String workflow, @Nullable String author, Policy policy, Counting counting) {
        this.workflow = workflow;
        this.author = author;
        this.policy = policy;
        this.counting = counting;
    }

    /// @param workflow empty if nothing says
    /// @param author null if nothing says
    /// @param counting which decisions count
    static Standing of(
            List<RunEvent> events,
            String workflow,
            @Nullable String author,
            Policy policy,
            Counting counting) {
        Standing standing = new Standing(workflow, author, policy, counting);
        events.forEach(standing::event);
        return standing;
    }

    RunStatus status() {
        return status;
    }

    @Nullable String step() {
        return step;
    }

    @Nullable String reason() {
        return reason;
    }

    private void event(RunEvent event) {
        switch (event.event()) {
            case "run_started" -> at(RunStatus.RUNNING, null, null);
            case "step_started" -> at(RunStatus.RUNNING, event.text("step"), null);
            case "step_result" -> result(event);
            case "step_failed" -> at(RunStatus.FAILED, event.text("step"), event.text("error"));
            case "run_completed" -> at(RunStatus.COMPLETED, step, reason);
            case "approval_recorded" -> approval(event);
            case "approval_rejected" -> rejection(event);
            default -> {
                if (status == RunStatus.UNKNOWN) {
                    status = RunStatus.RUNNING;
                }
            }
        }
    }

    private void at(RunStatus now, @Nullable String where, @Nullable String why) {
        status = now;
        step = where;
        reason = why;
    }

    private void result(RunEvent event) {
        String where = Logged.said(event, "step");
        RunStatus now =
                switch (Logged.said(event, "status")) {
                    case "blocked" -> RunStatus.BLOCKED;
                    case "failed" -> RunStatus.FAILED;
                    case "awaiting_approval" ->
                            rejected.contains(policy.key(workflow, where))
                                    ? RunStatus.REJECTED
                                    : RunStatus.AWAITING_APPROVAL;
                    default -> RunStatus.RUNNING;
                };
        at(now, event.text("step"), event.text("reason"));
    }

    private void approval(RunEvent event) {
        String key = Logged.said(event, "key");
        String approver = Logged.said(event, "approver");
        boolean counts = counting.counts(event);
        if (event.text("retroactive_for") == null && concerns(key)) {
            if (!counts && status == RunStatus.APPROVED_PENDING_RESUME) {
                status = beforeApproval; // the producer will find this one
            } else if (counts && mayGoOn(key, approver)) {
                beforeApproval = status;
                status = RunStatus.APPROVED_PENDING_RESUME;
            }
        }
        if (counts) {
            rejected.remove(key);
        }
        approvers.put(key, approver);
        if (status == RunStatus.UNKNOWN) {
            status = RunStatus.RUNNING;
        }
    }

    /// Whether the step it stands at waits for this key. Where policy knows no key, any will do.
    private boolean concerns(String key) {
        String awaited = step == null ? "" : policy.key(workflow, step);
        return awaited.isEmpty() || awaited.equals(key);
    }

    /// Whether an independent approval sets the run going: it waits for one, or was blocked only
    /// because the one before was the author's.
    private boolean mayGoOn(String key, String approver) {
        if (status == RunStatus.AWAITING_APPROVAL || status == RunStatus.REJECTED) {
            return true;
        }
        String before = approvers.get(key);
        return blockedInApproval()
                && before != null
                && !Identity.same(before, approver)
                && (author == null || Identity.same(author, before));
    }

    private boolean blockedInApproval() {
        return status == RunStatus.BLOCKED
                && step != null
                && policy.step(workflow, step).kind() == StepRule.Kind.APPROVAL;
    }

    private void rejection(RunEvent event) {
        String key = Logged.said(event, "key");
        boolean counts = counting.counts(event);
        if (counts) {
            rejected.add(key);
        }
        boolean waits = status == RunStatus.AWAITING_APPROVAL || blockedInApproval();
        if (counts && waits && concerns(key)) {
            status = RunStatus.REJECTED;
        } else if (status == RunStatus.UNKNOWN) {
            status = RunStatus.RUNNING;
        }
    }
}
