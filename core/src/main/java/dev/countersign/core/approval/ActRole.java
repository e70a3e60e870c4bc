// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.approval;

import dev.countersign.core.policy.ClockKind;
import dev.countersign.core.policy.Policy;
import dev.countersign.core.policy.StepRule;

/// The role that an act needs, asked before it is signed and when it is verified.
public final class ActRole {
    private ActRole() {}

    /// @param workflow of the run
    /// @param key that is decided; counts for decisions only
    /// @param step that the run stood at; counts where policy does not know the key
    /// @return empty if policy asks for none
    public static String of(Policy policy, ActKind kind, String workflow, String key, String step) {
        return switch (kind) {
            case APPROVAL, REJECTION -> {
                StepRule waits = policy.waiting(workflow, key);
                yield waits == null ? policy.step(workflow, step).role() : waits.role();
            }
            case REVIEW -> policy.clock(ClockKind.OPERATOR_REVIEW).role();
            case OBSERVATION, DISPOSITION, REPERFORMANCE, SAMPLE_SIGN_OFF ->
                    policy.clock(ClockKind.OBSERVATION).role();
        };
    }
}
