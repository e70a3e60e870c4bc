// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.review;

import dev.countersign.core.json.JsonValue;
import dev.countersign.core.json.JsonValue.JsonArray;
import dev.countersign.core.json.JsonValue.JsonNumber;
import dev.countersign.core.json.JsonValue.JsonObject;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

/// What the steps left in a `state.json` (FORMATS 1). Lenient: an absent or odd field is empty or
/// its Python text, and an entry that is no object is kept as a claim that says so, never dropped:
/// what is there must be seen.
public final class ClaimReader {
    private static final JsonObject NONE = JsonValue.object().build();

    private ClaimReader() {}

    /// The claims, in their order.
    public static List<Claim> claims(JsonObject state) {
        List<Claim> claims = new ArrayList<>();
        for (JsonValue value : array(state, "claims")) {
            claims.add(claim(value));
        }
        return claims;
    }

    /// One claim.
    public static Claim claim(JsonValue value) {
        return value instanceof JsonObject o
                ? new Claim(
                        control(o),
                        text(o, "text"),
                        text(o, "citation"),
                        text(o, "approval_date"),
                        o)
                : new Claim("", PythonText.str(value), "", "", NONE);
    }

    /// The abstentions, in their order.
    public static List<Abstention> abstentions(JsonObject state) {
        List<Abstention> abstentions = new ArrayList<>();
        for (JsonValue value : array(state, "abstentions")) {
            abstentions.add(abstention(value));
        }
        return abstentions;
    }

    /// One abstention.
    public static Abstention abstention(JsonValue value) {
        return value instanceof JsonObject o
                ? new Abstention(control(o), text(o, "reason"), o)
                : new Abstention("", PythonText.str(value), NONE);
    }

    /// Whether the rules left a list, empty or not; else they did not get their turn, and there is
    /// nothing to compare.
    public static boolean hasRules(JsonObject state) {
        return state.get("findings") instanceof JsonArray
                || state.get("violations") instanceof JsonArray;
    }

    /// The findings, then the violations, in their order.
    public static List<RuleResult> rules(JsonObject state) {
        List<RuleResult> results = new ArrayList<>();
        for (String key : List.of("findings", "violations")) {
            for (JsonValue value : array(state, key)) {
                results.add(rule(value));
            }
        }
        return results;
    }

    /// One finding or violation.
    public static RuleResult rule(JsonValue value) {
        return value instanceof JsonObject o
                ? new RuleResult(control(o), text(o, "severity"), text(o, "detail"), o)
                : new RuleResult("", "", PythonText.str(value), NONE);
    }

    /// The gate as it is recorded; null if there is none or its verdict is no verdict. A count that
    /// is no number is -1, and so agrees with nothing.
    public static @Nullable GateResult gate(JsonObject state) {
        if (!(state.get("gate") instanceof JsonObject gate)) {
            return null;
        }
        GateVerdict verdict = GateVerdict.of(gate.string("verdict"));
        if (verdict == null) {
            return null;
        }
        return new GateResult(
                verdict,
                count(gate, "grounded"),
                count(gate, "ungrounded"),
                count(gate, "abstentions"),
                array(gate, "reasons").stream().map(PythonText::str).toList());
    }

    private static List<JsonValue> array(JsonObject object, String key) {
        return object.get(key) instanceof JsonArray(List<JsonValue> values) ? values : List.of();
    }

    private static String control(JsonObject object) {
        return text(object, object.get("control") == null ? "rule" : "control");
    }

    private static String text(JsonObject object, String key) {
        JsonValue value = object.get(key);
        return value == null ? "" : PythonText.str(value);
    }

    private static int count(JsonObject gate, String key) {
        Long count = gate.get(key) instanceof JsonNumber number ? number.toLong() : null;
        return count == null || count < 0 || count > Integer.MAX_VALUE ? -1 : count.intValue();
    }
}
