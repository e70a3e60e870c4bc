// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.engine;

import dev.countersign.core.policy.References;

import org.jspecify.annotations.Nullable;

/// What a workflow is given besides its payload.
///
/// @param references what the deterministic rules look up
/// @param model what a model said; null: the workflow claims what its own baseline gives
/// @param reviewer who reviews independently
public record WorkflowInput(
        References references, @Nullable ModelResponse model, Reviewer reviewer) {
    /// Without a model, reviewed as the producer does.
    public static WorkflowInput plain(References references) {
        return new WorkflowInput(references, null, Reviewer.OPERATIONS);
    }
}
