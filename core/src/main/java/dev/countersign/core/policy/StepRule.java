// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.policy;

import org.jspecify.annotations.Nullable;

/// What a step of a workflow means to the desk: (workflow, step) -> (key, clock, role).
///
/// @param workflow its name
/// @param step its name; `*` is any other step of the workflow
/// @param kind what the step is
/// @param key the approval key it waits for; empty where it waits for none; `{step}` in it stands
///   for the step's own name
/// @param role who has to act
public record StepRule(String workflow, String step, Kind kind, String key, String role) {
    static final String STEP = "{step}";

    /// The step that would wait for an approval key under this rule; null if none would.
    @Nullable String waiting(String wanted) {
        int at = key.indexOf(STEP);
        if (key.isEmpty() || at < 0) {
            return key.equals(wanted) && !key.isEmpty() ? step : null;
        }
        String before = key.substring(0, at);
        String after = key.substring(at + STEP.length());
        return wanted.length() >= before.length() + after.length()
                        && wanted.startsWith(before)
                        && wanted.endsWith(after)
                ? wanted.substring(before.length(), wanted.length() - after.length())
                : null;
    }

    /// What a step is.
    public enum Kind {
        /// An independent human approves.
        APPROVAL,
        /// An operator reviews (the gating judge).
        REVIEW,
        /// The grounding gate.
        GATE,
        /// A step whose result may be an exception (findings, violations).
        EXCEPTIONS,
        /// Any other.
        WORK
    }
}
