// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.review;

import dev.countersign.core.json.JsonValue;
import dev.countersign.core.json.JsonValue.JsonObject;

import java.util.List;

/// Of change approvals: ITGC-CM-02 by a rule, -01 and -03 by claims alone (FORMATS 5).
final class ChangeApprovalRules implements RegisteredRules {
    @Override
    public String workflow() {
        return "change-approval";
    }

    /// ITGC-CM-02 looks at the evidence, not at the approvals.
    @Override
    public List<RuleResult> apply(RuleCase about) {
        JsonObject payload = about.payload();
        JsonValue approver =
                payload.get("evidence") instanceof JsonObject evidence
                        ? evidence.get("approver")
                        : null;
        JsonValue author = payload.get("author");
        if (approver == null
                || author == null
                || !PythonText.truthy(approver)
                || !PythonText.repr(approver).equals(PythonText.repr(author))) {
            return List.of();
        }
        String detail = "self-approval: " + PythonText.str(author) + " approved their own change";
        return List.of(Recorded.finding("ITGC-CM-02", "deficiency", detail));
    }
}
