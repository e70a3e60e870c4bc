// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.review;

import dev.countersign.core.json.JsonValue;
import dev.countersign.core.json.JsonValue.JsonObject;

/// Claims, abstentions and rule results with the objects that the producer writes for them.
final class Recorded {
    private Recorded() {}

    static Claim claim(Workflows workflow, String control, String text, String citation) {
        JsonObject recorded =
                JsonValue.object()
                        .with(workflow.controlKey(), control)
                        .with("text", text)
                        .with("citation", citation)
                        .build();
        return new Claim(control, text, citation, "", recorded);
    }

    static Claim dated(String rule, String text, String citation, String approvalDate) {
        JsonObject recorded =
                JsonValue.object()
                        .with("rule", rule)
                        .with("text", text)
                        .with("citation", citation)
                        .with("approval_date", approvalDate)
                        .build();
        return new Claim(rule, text, citation, approvalDate, recorded);
    }

    static Abstention abstention(Workflows workflow, String control, String reason) {
        JsonObject recorded =
                JsonValue.object()
                        .with(workflow.controlKey(), control)
                        .with("reason", reason)
                        .build();
        return new Abstention(control, reason, recorded);
    }

    static RuleResult finding(String control, String severity, String detail) {
        JsonObject recorded =
                JsonValue.object()
                        .with("control", control)
                        .with("severity", severity)
                        .with("detail", detail)
                        .build();
        return new RuleResult(control, severity, detail, recorded);
    }

    static RuleResult violation(String rule, String detail) {
        JsonObject recorded = JsonValue.object().with("rule", rule).with("detail", detail).build();
        return new RuleResult(rule, "", detail, recorded);
    }
}
