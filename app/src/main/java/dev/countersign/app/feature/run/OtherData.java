// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.feature.run;

import dev.countersign.core.json.JsonValue;
import dev.countersign.core.json.JsonValue.JsonArray;
import dev.countersign.core.json.JsonValue.JsonObject;
import dev.countersign.core.json.JsonValue.JsonString;
import dev.countersign.core.run.RunSnapshot;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// What `state.json` says beyond what this desk understands: shown as it is, never dropped.
final class OtherData {
    /// The keys that have a place of their own on the screen (FORMATS 1).
    private static final Set<String> KNOWN =
            Set.of(
                    "payload",
                    "artifacts",
                    "approvals",
                    "_done",
                    "claims",
                    "abstentions",
                    "findings",
                    "violations",
                    "gate",
                    "review");

    private OtherData() {}

    /// The members that have no other place; empty if there is none.
    static JsonObject of(RunSnapshot run) {
        JsonObject state = run.state();
        var rest = JsonValue.object();
        if (state != null) {
            state.members().stream()
                    .filter(member -> !KNOWN.contains(member.key()))
                    .forEach(member -> rest.with(member.key(), member.value()));
        }
        return rest.build();
    }

    /// Claims that nothing here can check, because their workflow is not known; in their order.
    static List<ClaimRow> claims(RunSnapshot run) {
        JsonObject state = run.state();
        List<ClaimRow> rows = new ArrayList<>();
        if (state != null
                && run.gate() == null
                && state.get("claims") instanceof JsonArray claims) {
            claims.values().forEach(claim -> rows.add(row(claim)));
        }
        return rows;
    }

    private static ClaimRow row(JsonValue claim) {
        if (claim instanceof JsonObject object) {
            String text = string(object, "text");
            return new ClaimRow.Unchecked(
                    first(string(object, "control"), string(object, "rule")),
                    text.isEmpty() ? object.text() : text,
                    string(object, "citation"));
        }
        String text = claim instanceof JsonString(String says) ? says : claim.text();
        return new ClaimRow.Unchecked("", text, "");
    }

    private static String string(JsonObject object, String key) {
        String says = object.string(key);
        return says == null ? "" : says;
    }

    private static String first(String one, String other) {
        return one.isEmpty() ? other : one;
    }
}
