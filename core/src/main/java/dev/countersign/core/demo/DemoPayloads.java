// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.demo;

import dev.countersign.core.json.JsonValue;
import dev.countersign.core.json.JsonValue.JsonArray;
import dev.countersign.core.json.JsonValue.JsonObject;

import java.time.Instant;
import java.util.List;

/// Tickets, trades and incidents that never were.
final class DemoPayloads {
    private DemoPayloads() {}

    /// What kind of evidence a ticket comes with.
    enum Evidence {
        /// All that is asked for.
        WHOLE,
        /// Nobody signed off the tests.
        NO_TEST,
        /// Nobody approved.
        NO_APPROVAL,
        /// The author approved.
        SELF_APPROVED
    }

    /// @param type e.g. `standard`, `emergency`
    record Change(String id, String system, String summary, String author, String type) {}

    static JsonObject change(Change change, Evidence evidence, Instant begun) {
        String day = DemoCalendar.date(begun).toString();
        String before = DemoCalendar.date(begun).minusDays(1).toString();
        String approver = evidence == Evidence.SELF_APPROVED ? change.author() : "l.ortiz";
        var texts = JsonValue.object();
        if (evidence != Evidence.NO_APPROVAL) {
            texts.with(
                            "approval",
                            "Change %s approved by %s on %s, prior to deployment."
                                    .formatted(change.id(), approver, before))
                    .with("approver", approver);
        }
        if (evidence != Evidence.NO_TEST) {
            texts.with(
                    "test_signoff",
                    "Regression suite passed for %s; report attached %s."
                            .formatted(change.id(), before));
        }
        texts.with("deployed_at", day);
        return JsonValue.object()
                .with("id", change.id())
                .with("system", change.system())
                .with("in_scope", JsonValue.of(true))
                .with("summary", change.summary())
                .with("author", change.author())
                .with("change_type", change.type())
                .with("evidence", texts.build())
                .build();
    }

    /// @param account where it was booked
    static JsonObject trade(
            String id, String symbol, String account, String clearance, Instant begun) {
        String day = DemoCalendar.date(begun).toString();
        return JsonValue.object()
                .with("id", id)
                .with("employee", "u.chu")
                .with("account", account)
                .with("symbol", symbol)
                .with("side", "buy")
                .with("trade_date", day)
                .with(
                        "evidence",
                        JsonValue.object()
                                .with("legal_preapproval_email", clearance)
                                .with(
                                        "brokerage_statement",
                                        "Brokerage: BUY 100 %s executed %s in %s."
                                                .formatted(symbol, day, account))
                                .build())
                .build();
    }

    static String cleared(String symbol, Instant begun) {
        String day = DemoCalendar.date(begun).toString();
        return "Pre-clearance APPROVED for u.chu to BUY %s, valid %s. — Legal"
                .formatted(symbol, day);
    }

    /// What one step of a runbook is.
    record RunbookStep(String name, String action, boolean risky, String evidence) {}

    static JsonObject incident(
            String id, String title, String severity, String type, List<RunbookStep> steps) {
        List<JsonValue> planned =
                steps.stream()
                        .map(step ->
                                (JsonValue)
                                        JsonValue.object()
                                                .with("name", step.name())
                                                .with("action", step.action())
                                                .with("risky", JsonValue.of(step.risky()))
                                                .with("evidence", step.evidence())
                                                .build())
                        .toList();
        return JsonValue.object()
                .with("id", id)
                .with("title", title)
                .with("author", "d.osei")
                .with("severity", severity)
                .with("change_type", type)
                .with("steps", new JsonArray(planned))
                .build();
    }
}
