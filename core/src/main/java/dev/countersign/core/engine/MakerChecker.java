// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.engine;

import dev.countersign.core.json.JsonValue;
import dev.countersign.core.json.JsonValue.JsonObject;
import dev.countersign.core.json.JsonValue.JsonWord;
import dev.countersign.core.policy.Identity;

/// A step that waits for an approval by somebody who is not the author.
final class MakerChecker {
    private MakerChecker() {}

    /// @param waiting the result while nobody has approved
    static StepResult perform(StepInput step, String key, StepResult waiting) {
        JsonObject approval = step.approvals().get(key);
        String approver = approval == null ? null : approval.string("approver");
        if (approver == null || approver.isBlank()) {
            return waiting;
        }
        return Identity.same(approver, step.payload().string("author"))
                ? StepResult.blocked("maker-checker violation: approver == author")
                : StepResult.ok("approved by " + approver);
    }

    /// The approval as files have it, or `null`.
    static JsonValue approval(StepInput step, String key) {
        JsonObject approval = step.approvals().get(key);
        return approval == null ? JsonWord.NULL : approval;
    }
}
