// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.cli;

import dev.countersign.core.approval.ActKind;
import dev.countersign.core.json.JsonValue;
import dev.countersign.core.json.JsonValue.JsonArray;
import dev.countersign.core.json.JsonValue.JsonObject;
import dev.countersign.core.ledger.Actor;
import dev.countersign.core.ledger.DeskAction;
import dev.countersign.core.ledger.EventOutcome;
import dev.countersign.core.ledger.LedgerEntry;
import dev.countersign.core.ledger.Resource;
import dev.countersign.core.signing.Obstacle;
import dev.countersign.core.signing.Response;
import dev.countersign.core.signing.SignedEntry;
import dev.countersign.core.source.SourceException;
import dev.countersign.core.workspace.WorkspaceFolder;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/// Puts what was signed, or denied, into the ledger of the workspace that the run lies in. A run in
/// a plain folder has none.
final class ActLedger {
    private ActLedger() {}

    static void signed(
            Path run, SignedEntry entry, String head, Arguments arguments, Console console)
            throws UsageException, SourceException {
        JsonObject details =
                JsonValue.object()
                        .with("act", entry.request().act().kind().event())
                        .with("head_before", entry.request().head())
                        .with("head_after", head)
                        .build();
        String identity = entry.request().identity();
        note(run, arguments, console, identity, DeskAction.SIGNED, EventOutcome.SUCCESS, details);
    }

    static void imported(
            Path run, Response response, String head, Arguments arguments, Console console)
            throws UsageException, SourceException {
        String event = response.record().string("event");
        ActKind kind = event == null ? null : ActKind.of(event);
        String person = kind == null ? null : response.record().string(kind.person());
        JsonObject details =
                JsonValue.object()
                        .with("act", event)
                        .with("head_before", response.head())
                        .with("head_after", head)
                        .with("imported", JsonValue.of(true))
                        .build();
        note(
                run,
                arguments,
                console,
                person == null ? "" : person,
                DeskAction.SIGNED,
                EventOutcome.SUCCESS,
                details);
    }

    static void denied(
            Path run,
            String command,
            List<Obstacle> obstacles,
            Arguments arguments,
            Console console)
            throws UsageException, SourceException {
        String identity = arguments.value("--identity");
        List<JsonValue> reasons =
                obstacles.stream()
                        .map(o -> JsonValue.of(o.kind().name().toLowerCase(Locale.ROOT)))
                        .toList();
        JsonObject details =
                JsonValue.object()
                        .with("act", command)
                        .with("reasons", new JsonArray(reasons))
                        .build();
        note(
                run,
                arguments,
                console,
                identity == null ? "" : identity,
                DeskAction.DENIED,
                EventOutcome.DENIED,
                details);
    }

    private static void note(
            Path run,
            Arguments arguments,
            Console console,
            String identity,
            DeskAction action,
            EventOutcome outcome,
            JsonObject details)
            throws UsageException, SourceException {
        @Nullable WorkspaceFolder folder = WorkspaceOption.of(run, arguments);
        Path name = run.toAbsolutePath().normalize().getFileName();
        Resource resource = new Resource("run", name == null ? "" : name.toString());
        Actor actor = new Actor(identity, Actor.Type.USER);
        Recording.in(
                folder,
                console,
                LedgerEntry.of(actor, action, resource).ended(outcome).with(details));
    }
}
