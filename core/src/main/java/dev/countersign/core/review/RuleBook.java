// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.review;

import dev.countersign.core.json.JsonValue;
import dev.countersign.core.json.JsonValue.JsonObject;
import dev.countersign.core.policy.References;
import dev.countersign.core.policy.References.Window;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// The deterministic rules of the workflows, as the producer applies them (FORMATS 5). What no run
/// has shown is marked as a guess.
public final class RuleBook {
    private static final String PRE_CLEARANCE = "PAD-1";

    private RuleBook() {}

    /// What the rules give, in the producer's order.
    ///
    /// @return null if the workflow is not one that we know
    public static @Nullable List<RuleResult> apply(
            String workflow, JsonObject payload, List<Claim> claims, References references) {
        Workflows known = Workflows.of(workflow);
        if (known == null) {
            return null;
        }
        return switch (known) {
            case CHANGE_APPROVAL -> findings(payload);
            case PERSONAL_TRADE -> violations(payload, claims, references);
        };
    }

    /// ITGC-CM-02 looks at the evidence, not at the approvals.
    private static List<RuleResult> findings(JsonObject payload) {
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

    private static List<RuleResult> violations(
            JsonObject payload, List<Claim> claims, References references) {
        String traded = text(payload, "trade_date");
        List<RuleResult> results = new ArrayList<>();
        blackout(text(payload, "symbol"), traded, references, results);
        for (Claim claim : claims) {
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
        if (!references.coveredAccounts().contains(account)) {
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
