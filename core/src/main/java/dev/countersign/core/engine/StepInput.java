// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.engine;

import dev.countersign.core.json.JsonValue.JsonObject;

import org.jspecify.annotations.Nullable;

import java.util.Map;

/// What a step sees. Approvals and reviews are those of the log: what only the checkpoint says is
/// not shown, for anybody can edit that.
///
/// @param payload the run's input
/// @param state the checkpoint, with all that the steps before left
/// @param approvals who approved, by key: `approver`, `decision`
/// @param review the last review that the log records in this attempt, if any
/// @param head hash of the log's last record
public record StepInput(
        JsonObject payload,
        JsonObject state,
        Map<String, JsonObject> approvals,
        @Nullable Review review,
        String head) {
    public StepInput {
        approvals = Map.copyOf(approvals);
    }
}
