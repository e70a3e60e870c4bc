// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.workspace;

import dev.countersign.core.json.JsonValue;
import dev.countersign.core.json.JsonValue.JsonString;
import dev.countersign.core.ledger.Actor;
import dev.countersign.core.ledger.DeskAction;
import dev.countersign.core.ledger.LedgerEntry;
import dev.countersign.core.ledger.Resource;
import dev.countersign.core.ledger.SqliteLedgerStore;
import dev.countersign.core.policy.Policy;
import dev.countersign.core.source.SourceException;
import dev.countersign.core.workspace.FindingTable.Step;

import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// Takes findings to the ledger and to those who have to hear of them. Each step is remembered once
/// it is done, and a step that is done twice leaves the same files.
///
/// @param folder for the outbox
record Raising(WorkspaceFolder folder, Desk desk, Store store, SqliteLedgerStore ledger) {
    static final Actor DESK = new Actor("countersign", Actor.Type.SYSTEM);

    private static final int BATCH = 500;

    /// A single workpaper exception stays in the normal queue (PRODUCT).
    private static final int ESCALATED_UP_TO = 3;

    List<Finding> raise(SeenRuns seen) throws SourceException {
        Instant now = desk.clock().instant();
        List<Finding> known = store.read(c -> new FindingTable(c).all());
        List<Finding> all = FindingList.at(now, known, seen);
        store.write(c -> new FindingTable(c).add(all, now));
        List<Finding> fresh = store.read(c -> new FindingTable(c).without(Step.LEDGERED));
        for (int i = 0; i < fresh.size(); i += BATCH) {
            List<Finding> batch = fresh.subList(i, Math.min(fresh.size(), i + BATCH));
            ledger(batch, now);
        }
        List<Finding> unheard = store.read(c -> new FindingTable(c).without(Step.ESCALATED));
        for (int i = 0; i < unheard.size(); i += BATCH) {
            escalate(unheard.subList(i, Math.min(unheard.size(), i + BATCH)), seen.policy(), now);
        }
        return fresh;
    }

    /// A batch that is interrupted is written again: the same files.
    private void escalate(List<Finding> batch, Policy policy, Instant now) throws SourceException {
        for (Finding finding : batch) {
            if (finding.severity() <= ESCALATED_UP_TO) {
                new Outbox(folder.outbox()).escalate(finding, whom(finding, policy), now);
            }
        }
        store.write(c -> {
            for (Finding finding : batch) {
                new FindingTable(c).done(finding.id(), Step.ESCALATED, now);
            }
        });
    }

    /// What a person takes to others: the files first, so that the ledger names none that is not
    /// there.
    Escalated escalate(Incident incident, Policy policy, Actor who) throws SourceException {
        List<String> to = policy.escalation(incident.severity()).to();
        Escalated files =
                new Outbox(folder.outbox()).escalate(incident, to, desk.clock().instant());
        JsonValue.ObjectBuilder details =
                JsonValue.object()
                        .with("incident", incident.id())
                        .with("severity", incident.severityWord())
                        .with("head", incident.head())
                        .with("path", files.incident().toString());
        if (incident.hold()) {
            details.with("reason", incident.reason());
        }
        DeskAction action = incident.hold() ? DeskAction.HELD : DeskAction.ESCALATED;
        Resource run = new Resource("run", incident.runId());
        ledger.append(LedgerEntry.of(who, action, run).with(details.build()));
        return files;
    }

    private void ledger(List<Finding> batch, Instant now) throws SourceException {
        store.database()
                .<Boolean, SourceException>write(connection -> {
                    for (Finding finding : batch) {
                        if (Store.once(connection, finding.id(), now)) {
                            ledger.append(connection, entry(finding));
                        }
                    }
                    return true;
                });
    }

    private static LedgerEntry entry(Finding finding) {
        Instant due = finding.due();
        return LedgerEntry.of(
                        DESK, DeskAction.FINDING_RAISED, new Resource("finding", finding.id()))
                .with(
                        JsonValue.object()
                                .with("kind", finding.kind().word())
                                .with("severity", finding.severityWord())
                                .with("run_id", finding.runId())
                                .with("at", finding.at().toString())
                                .with("due", due == null ? null : due.toString())
                                .with("head", finding.head())
                                .build());
    }

    /// Whom policy names for the severity, and for the clock.
    private static Policy.Escalation whom(Finding finding, Policy policy) {
        Policy.Escalation ofSeverity = policy.escalation(finding.severity());
        Set<String> to = new LinkedHashSet<>(ofSeverity.to());
        if (finding.evidence().get("escalate_to") instanceof JsonString(String role)
                && !role.isEmpty()) {
            to.add(role);
        }
        return new Policy.Escalation(List.copyOf(to), ofSeverity.when());
    }
}
