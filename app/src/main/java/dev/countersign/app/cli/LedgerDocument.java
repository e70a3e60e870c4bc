// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.cli;

import dev.countersign.app.text.LedgerText;
import dev.countersign.core.json.JsonValue;
import dev.countersign.core.json.JsonValue.JsonArray;
import dev.countersign.core.json.JsonValue.JsonObject;
import dev.countersign.core.ledger.FailedAccess;
import dev.countersign.core.ledger.LedgerEvent;
import dev.countersign.core.ledger.LedgerFault;
import dev.countersign.core.ledger.LedgerReport;

import java.nio.file.Path;
import java.util.List;

/// Answers about the ledger as JSON documents of the command line contract.
final class LedgerDocument {
    private LedgerDocument() {}

    static JsonObject of(Path workspace, LedgerReport report) {
        List<JsonValue> missing =
                report.guardsMissing().stream().map(name -> JsonValue.of(name)).toList();
        return JsonValue.object()
                .with("path", workspace.toString())
                .with("format", "B")
                .with("verdict", report.verdict().word())
                .with("records", report.events())
                .with("head", report.head())
                .with("first", first(report))
                .with("checkpoint", report.checkpoint().word())
                .with("guards_missing", new JsonArray(missing))
                .build();
    }

    private static JsonValue first(LedgerReport report) {
        LedgerFault fault = report.first();
        return fault == null
                ? JsonValue.JsonWord.NULL
                : JsonValue.object()
                        .with("record", fault.position())
                        .with("kind", fault.kind().word())
                        .with("message", LedgerText.fault(fault.kind()))
                        .build();
    }

    static JsonArray access(List<LedgerEvent> events) {
        return new JsonArray(events.stream().<JsonValue>map(LedgerDocument::access).toList());
    }

    private static JsonObject access(LedgerEvent event) {
        return JsonValue.object()
                .with("actor_id", event.actorId())
                .with("action", event.action())
                .with("timestamp", event.timestamp())
                .with("ip_address", event.origin().ipAddress())
                .with("outcome", event.outcome())
                .build();
    }

    /// The events as they stand in the ledger, byte for byte.
    static String whole(List<LedgerEvent> events) {
        return "[" + String.join(", ", events.stream().map(LedgerEvent::line).toList()) + "]";
    }

    static JsonArray failed(List<FailedAccess> actors) {
        return new JsonArray(actors.stream().<JsonValue>map(LedgerDocument::failed).toList());
    }

    private static JsonObject failed(FailedAccess actor) {
        return JsonValue.object()
                .with("actor_id", actor.actorId())
                .with("failure_count", actor.count())
                .with("first_failure", actor.first())
                .with("last_failure", actor.last())
                .build();
    }
}
