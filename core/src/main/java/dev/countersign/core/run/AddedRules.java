// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.run;

import dev.countersign.core.json.JsonValue;
import dev.countersign.core.json.JsonValue.JsonObject;
import dev.countersign.core.policy.Policy;
import dev.countersign.core.review.ClaimReader;
import dev.countersign.core.review.RuleBook;
import dev.countersign.core.review.RuleCase;

import java.util.List;

/// What a firm's own rules say of a run that was read, beside what its producer recorded: never a
/// disagreement.
public final class AddedRules {
    private AddedRules() {}

    /// Applies them.
    ///
    /// @param policy under which the run was read
    /// @return which gave nothing, and why, among the others; empty if nobody added any
    public static List<RuleBook.Additional> of(RunSnapshot run, Policy policy, RuleBook rules) {
        String workflow = run.workflow() == null ? "" : run.workflow();
        JsonObject payload = run.payload();
        if (payload == null) {
            return rules.unapplied(workflow);
        }
        JsonObject state = run.state() == null ? JsonValue.object().build() : run.state();
        return rules.additional(
                workflow, new RuleCase(payload, ClaimReader.claims(state), policy.references()));
    }
}
