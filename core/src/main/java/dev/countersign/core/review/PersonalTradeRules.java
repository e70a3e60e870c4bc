// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.review;

import dev.countersign.core.json.JsonValue;
import dev.countersign.core.json.JsonValue.JsonObject;
import dev.countersign.core.policy.References;
import dev.countersign.core.policy.References.Window;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Of personal trades: violations in the order PAD-3, PAD-1, PAD-4 (FORMATS 5). What no run has
/// shown is marked as a guess.
final class PersonalTradeRules implements RegisteredRules {
    private static final String PRE_CLEARANCE = "PAD-1";

    @Override
    public String workflow() {
        return "personal-trade-compliance";
    }

    @Override
    public List<RuleResult> apply(RuleCase about) {
        JsonObject payload = about.payload();
        String traded = text(payload, "trade_date");
        List<RuleResult> results = new ArrayList<>();
        blackout(text(payload, "symbol"), traded, about.references(), results);
        for (Claim claim : about.claims()) {
            String dated = claim.approvalDate();
            if (claim.control().equals(PRE_CLEARANCE)
                    && !dated.isEmpty()
                    && PythonText.compare(dated, traded) > 0) {
                results.add(
                        Recorded.violation(
                                PRE_CLEARANCE,
                                "pre-clearance dated " + dated + " AFTER trade " + traded));
            }
        }
        // an absent account is Python's None: a guess
        String account = payload.get("account") == null ? "None" : text(payload, "account");
        if (!about.references().coveredAccounts().contains(account)) {
            results.add(Recorded.violation("PAD-4", "account " + account + " not in covered set"));
        }
        return results;
    }

    /// PAD-3. That the detail names the symbol in upper case is a guess, as is one violation for
    /// each of several windows.
    private static void blackout(
            String symbol, String traded, References references, List<RuleResult> results) {
        String upper = symbol.toUpperCase(Locale.ROOT);
        for (Window window : references.blackouts().getOrDefault(upper, List.of())) {
            if (PythonText.compare(window.from(), traded) <= 0
                    && PythonText.compare(traded, window.to()) <= 0) {
                String dates = window.from() + ".." + window.to();
                results.add(
                        Recorded.violation(
                                "PAD-3", upper + " on blackout " + dates + "; traded " + traded));
            }
        }
    }

    private static String text(JsonObject payload, String key) {
        JsonValue value = payload.get(key);
        return value == null ? "" : PythonText.str(value);
    }
}
