// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.signing;

import dev.countersign.core.approval.FindingFacts;
import dev.countersign.core.json.JsonValue;
import dev.countersign.core.json.JsonValue.JsonArray;
import dev.countersign.core.json.JsonValue.ObjectBuilder;
import dev.countersign.core.ledger.Actor;
import dev.countersign.core.ledger.DeskAction;
import dev.countersign.core.ledger.EventOutcome;
import dev.countersign.core.ledger.LedgerEntry;
import dev.countersign.core.ledger.Resource;

import java.util.List;
import java.util.Locale;

/// Signed acts, and those that were not allowed, as the ledger of the desk has them.
///
/// @param who did it at this desk; whose name is under an act is in its details
public record ActEntries(Actor who) {
    /// Somebody signed, and it is in the log.
    ///
    /// @param head the log's new one
    /// @param key where the key is that signed
    public LedgerEntry signed(SignedEntry entry, String head, String key) {
        SigningRequest request = entry.request();
        return entry(
                DeskAction.SIGNED,
                EventOutcome.SUCCESS,
                request.runId(),
                details(request.act().kind().event(), request.identity())
                        .with("key", key)
                        .with("head_before", request.head())
                        .with("head_after", head));
    }

    /// What was signed elsewhere is in the log.
    ///
    /// @param head the log's new one
    /// @param file that it came in
    public LedgerEntry imported(ResponseImport work, String head, String file) {
        Response response = work.response();
        return entry(
                DeskAction.SIGNED,
                EventOutcome.SUCCESS,
                response.runId(),
                details(work.event(), work.person())
                        .with("path", file)
                        .with("head_before", response.head())
                        .with("head_after", head)
                        .with("imported", JsonValue.of(true)));
    }

    /// Somebody disposed of a finding that no log can take; the entry is where it stands.
    ///
    /// @param key where the key is that signed
    public LedgerEntry disposed(FindingFacts finding, SignedEntry entry, String key) {
        SigningRequest request = entry.request();
        return LedgerEntry.of(
                        who, DeskAction.FINDING_DISPOSED, new Resource("finding", finding.id()))
                .with(
                        details(request.act().kind().event(), request.identity())
                                .with("key", key)
                                .with("kind", finding.kind())
                                .with("run_id", finding.runId())
                                .with("subject", finding.subject())
                                .with("record", entry.draft().placedAfter(request.head()))
                                .build());
    }

    /// Somebody stands for the results of performing many runs again; the entry is where it stands.
    ///
    /// @param key where the key is that signed
    public LedgerEntry reperformed(Act.Reperform act, SignedEntry entry, String key) {
        SigningRequest request = entry.request();
        return LedgerEntry.of(
                        who,
                        DeskAction.REPERFORMED,
                        new Resource("population", act.resultsSha256()))
                .with(
                        details(act.kind().event(), request.identity())
                                .with("key", key)
                                .with("record", entry.draft().placedAfter(request.head()))
                                .build());
    }

    /// Somebody was not allowed to sign.
    ///
    /// @param identity who wanted to; empty if nobody said
    public LedgerEntry denied(String runId, Act act, String identity, List<Obstacle> obstacles) {
        ObjectBuilder details = details(act.kind().event(), identity);
        return denied(runId, details, obstacles);
    }

    /// What was signed elsewhere was not let in.
    ///
    /// @param file that it came in
    public LedgerEntry denied(ResponseImport work, String file, List<Obstacle> obstacles) {
        ObjectBuilder details = details(work.event(), work.person()).with("path", file);
        return denied(work.response().runId(), details, obstacles);
    }

    private LedgerEntry denied(String runId, ObjectBuilder details, List<Obstacle> obstacles) {
        List<JsonValue> reasons =
                obstacles.stream()
                        .map(o -> JsonValue.of(o.kind().name().toLowerCase(Locale.ROOT)))
                        .toList();
        return entry(
                DeskAction.DENIED,
                EventOutcome.DENIED,
                runId,
                details.with("reasons", new JsonArray(reasons)));
    }

    private static ObjectBuilder details(String event, String identity) {
        return JsonValue.object().with("act", event).with("identity", identity);
    }

    private LedgerEntry entry(
            DeskAction action, EventOutcome outcome, String runId, ObjectBuilder details) {
        return LedgerEntry.of(who, action, new Resource("run", runId))
                .ended(outcome)
                .with(details.build());
    }
}
