// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.run;

import dev.countersign.core.json.JsonValue;
import dev.countersign.core.json.JsonValue.JsonArray;
import dev.countersign.core.json.JsonValue.JsonObject;

import org.jspecify.annotations.Nullable;

import java.util.List;

/// A run of a workflow whose steps, and what they leave, are known.
///
/// @param steps its steps
/// @param payload empty where the checkpoint has none
/// @param again what was performed again
/// @param log what its log says
/// @param state what its checkpoint says
record KnownRun(
        String workflow,
        ControlSteps steps,
        JsonObject payload,
        Reperformance again,
        Logged log,
        StateFile state) {
    static final String CHANGE = "change-approval";
    static final String TRADE = "personal-trade-compliance";

    /// Whether its checkpoint is of the producer whose steps are known: their first one leaves the
    /// payload's id. FORMATS asks that of nobody, so another producer's checkpoint, or an export,
    /// is silent where it has less, and nothing is missing from it.
    boolean leaves() {
        JsonObject kept = state.value();
        return kept != null && kept.get(idKey()) != null;
    }

    /// Where the payload's id is left.
    String idKey() {
        return switch (workflow) {
            case CHANGE -> "change_id";
            case TRADE -> "trade_id";
            default -> "incident_id";
        };
    }

    /// A step of the plan of a runbook; null if there is none.
    ///
    /// @param number from 1
    @Nullable JsonObject planned(int number) {
        int at = 0;
        if (payload.get("steps") instanceof JsonArray(List<JsonValue> plan)) {
            for (JsonValue value : plan) {
                if (value instanceof JsonObject step && ++at == number) {
                    return step;
                }
            }
        }
        return null;
    }

    /// The step whose rules left their results, if it came to its end.
    boolean rulesEnded() {
        return ended(
                switch (workflow) {
                    case CHANGE -> "map_controls";
                    case TRADE -> "rules";
                    default -> "ingest";
                });
    }

    /// Whether a step came to a good end in the attempt that the checkpoint knows.
    boolean ended(String step) {
        RunEvent result = log.results.get(step);
        return result != null && result.record() > log.attempt && "ok".equals(result.text("status"))
                || state.done().contains(step);
    }

    /// The last approval of a key before a record. One that the checkpoint alone has may be the
    /// producer's.
    ///
    /// @param record below 0 for any
    /// @return its approver and decision; null if there is none
    @Nullable JsonObject approval(String key, long record) {
        Approval last = null;
        for (Approval decision : log.decisions) {
            boolean before = record < 0 || decision.record() < record;
            if (before && !decision.rejection() && decision.key().equals(key)) {
                last = decision;
            }
        }
        if (last != null) {
            return JsonValue.object()
                    .with("approver", last.approver())
                    .with("decision", last.decision())
                    .build();
        }
        JsonObject states = state.object("approvals");
        return states != null && states.get(key) instanceof JsonObject kept ? kept : null;
    }
}
