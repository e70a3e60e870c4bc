// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.policy;

/// What a step of a workflow means to the desk: (workflow, step) -> (key, clock, role).
///
/// @param workflow its name
/// @param step its name; `*` is any other step of the workflow
/// @param kind what the step is
/// @param key the approval key it waits for; empty where it waits for none; `{step}` in it stands
///   for the step's own name
/// @param role who has to act
public record StepRule(String workflow, String step, Kind kind, String key, String role) {
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
