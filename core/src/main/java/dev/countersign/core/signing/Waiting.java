// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.signing;

import dev.countersign.core.clock.RunClock;
import dev.countersign.core.policy.ClockKind;
import dev.countersign.core.policy.Identity;
import dev.countersign.core.policy.Policy;
import dev.countersign.core.policy.StepRule;
import dev.countersign.core.run.Approval;
import dev.countersign.core.run.RunSnapshot;
import dev.countersign.core.run.RunStatus;

import org.jspecify.annotations.Nullable;

/// What a run waits for, as an approval would answer it.
///
/// @param step the step it stands at; empty if it stands at none
/// @param key the approval key; empty if policy knows none
/// @param role who has to act; empty if policy asks for none
/// @param replaced the author's approval that an independent one would replace; null if there is
///   none
/// @param provisional hash of the emergency approval that waits for its second one; null if none
///   does
public record Waiting(
        String step,
        String key,
        String role,
        @Nullable Approval replaced,
        @Nullable String provisional) {
    /// What a run waits for.
    public static Waiting of(RunSnapshot run, Policy policy) {
        return of(run, policy, provisional(run));
    }

    /// What a run waits for that an act answers: who approves and names a key may mean any of the
    /// emergency approvals that wait for their second one.
    static Waiting of(RunSnapshot run, Policy policy, Act act) {
        Waiting first = of(run, policy);
        return act instanceof Act.Approve(String key, String why)
                        && key != null
                        && !key.equals(first.key())
                ? of(run, policy, provisional(run, key))
                : first;
    }

    private static Waiting of(RunSnapshot run, Policy policy, @Nullable RunClock second) {
        String step = second != null ? second.cycle().step() : run.step() == null ? "" : run.step();
        String workflow = run.workflow() == null ? "" : run.workflow();
        String key = second != null ? second.cycle().key() : policy.key(workflow, step);
        Approval before = last(run, key);
        boolean author = before != null && Identity.same(before.approver(), run.author());
        return new Waiting(
                step,
                key,
                policy.step(workflow, step).role(),
                author ? before : null,
                second == null ? null : second.cycle().hash());
    }

    /// A run that waits in a step for an approval cannot also wait for a second one of it.
    private static @Nullable RunClock provisional(RunSnapshot run) {
        if (run.status() == RunStatus.AWAITING_APPROVAL) {
            return null;
        }
        return provisional(run, null);
    }

    /// @param key null: any
    private static @Nullable RunClock provisional(RunSnapshot run, @Nullable String key) {
        for (RunClock clock : run.clocks()) {
            if (clock.kind() == ClockKind.RETROACTIVE_APPROVAL
                    && clock.open()
                    && (key == null || key.equals(clock.cycle().key()))) {
                return clock;
            }
        }
        return null;
    }

    private static @Nullable Approval last(RunSnapshot run, String key) {
        Approval last = null;
        for (Approval approval : run.approvals()) {
            if (approval.key().equals(key)) {
                last = approval;
            }
        }
        return last;
    }

    /// Whether a run is blocked only because its author approved it.
    boolean blockedByAuthor(RunSnapshot run, Policy policy) {
        String workflow = run.workflow() == null ? "" : run.workflow();
        return run.status() == RunStatus.BLOCKED
                && replaced != null
                && policy.step(workflow, step).kind() == StepRule.Kind.APPROVAL;
    }
}
