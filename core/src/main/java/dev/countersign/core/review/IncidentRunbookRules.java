// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.review;

import dev.countersign.core.json.JsonKind;
import dev.countersign.core.json.JsonValue;
import dev.countersign.core.json.JsonValue.JsonArray;
import dev.countersign.core.json.JsonValue.JsonObject;
import dev.countersign.core.json.JsonValue.JsonWord;

import java.util.ArrayList;
import java.util.List;

/// Of runbooks: IR-01, a risky step without evidence.
final class IncidentRunbookRules implements RegisteredRules {
    private static final JsonWord YES = new JsonWord(JsonKind.TRUE);

    @Override
    public String workflow() {
        return "incident-runbook";
    }

    @Override
    public List<RuleResult> apply(RuleCase about) {
        List<RuleResult> results = new ArrayList<>();
        if (about.payload().get("steps") instanceof JsonArray(List<JsonValue> steps)) {
            for (JsonValue value : steps) {
                if (value instanceof JsonObject step && YES.equals(step.get("risky"))) {
                    risky(step, results);
                }
            }
        }
        return results;
    }

    private static void risky(JsonObject step, List<RuleResult> results) {
        String evidence = step.string("evidence");
        if (evidence == null || evidence.isBlank()) {
            String name = step.string("name");
            String detail = "risky step without evidence: " + (name == null ? "" : name);
            results.add(Recorded.finding("IR-01", "deficiency", detail));
        }
    }
}
