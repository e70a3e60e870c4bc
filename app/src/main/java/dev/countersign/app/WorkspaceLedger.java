// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app;

import dev.countersign.app.feature.ledger.LedgerPage;
import dev.countersign.app.feature.ledger.LedgerRow;
import dev.countersign.app.feature.ledger.LedgerRow.Outcome;
import dev.countersign.app.feature.ledger.LedgerSource;
import dev.countersign.app.feature.ledger.LedgerVerdict;
import dev.countersign.core.chain.Cancellation;
import dev.countersign.core.chain.Progress;
import dev.countersign.core.json.JsonValue;
import dev.countersign.core.ledger.DeskAction;
import dev.countersign.core.ledger.LedgerCheckpoint;
import dev.countersign.core.ledger.LedgerEvent;
import dev.countersign.core.ledger.LedgerExport;
import dev.countersign.core.ledger.LedgerQuery;
import dev.countersign.core.ledger.LedgerReport;
import dev.countersign.core.ledger.LedgerStore;
import dev.countersign.core.ledger.Resource;
import dev.countersign.core.source.SourceException;
import dev.countersign.core.workspace.Workspace;

import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;

/// The ledger of the workspace that is open.
final class WorkspaceLedger implements LedgerSource {
    private final WorkspaceAccess access;

    WorkspaceLedger(WorkspaceAccess access) {
        this.access = access;
    }

    @Override
    public LedgerPage latest(int most) throws SourceException {
        LedgerPage page =
                access.with(workspace -> {
                    LedgerStore store = access.ledger(workspace);
                    LedgerEvent last = store.latest();
                    List<LedgerRow> rows =
                            store.find(LedgerQuery.ALL.latest(most)).stream()
                                    .map(WorkspaceLedger::row)
                                    .toList();
                    return new LedgerPage(rows, last == null ? 0 : last.position() + 1);
                });
        return page == null ? new LedgerPage(List.of(), 0) : page;
    }

    @Override
    public LedgerVerdict verify(Progress progress, Cancellation cancellation)
            throws SourceException {
        LedgerVerdict verdict =
                access.with(workspace -> {
                    Path checkpoint = workspace.folder().root().resolve(LedgerCheckpoint.FILE);
                    LedgerReport report =
                            access.ledger(workspace).verifyAll(LedgerCheckpoint.read(checkpoint));
                    return LedgerVerdict.of(report);
                });
        return verdict == null ? new LedgerVerdict.Nothing() : verdict;
    }

    /// That it was exported is in the ledger afterwards, and so not in the file.
    @Override
    public long export(Path file) throws SourceException {
        Long events = access.<Long>with(workspace -> export(workspace, file));
        return events == null ? 0 : events;
    }

    private long export(Workspace workspace, Path file) throws SourceException {
        long events = LedgerExport.to(access.ledger(workspace), file);
        access.record(
                workspace,
                DeskAction.EXPORTED,
                new Resource("ledger", file.toString()),
                JsonValue.object().with("events", events).build());
        return events;
    }

    private static LedgerRow row(LedgerEvent event) {
        return new LedgerRow(
                event.position(),
                time(event.timestamp()),
                event.actorId(),
                event.actorType(),
                event.action(),
                event.resourceType(),
                event.resourceId(),
                switch (event.outcome()) {
                    case "success" -> Outcome.SUCCESS;
                    case "denied" -> Outcome.DENIED;
                    default -> Outcome.FAILURE;
                },
                event.details(),
                event.previousHash(),
                event.eventHash());
    }

    /// An edited line may have no time; it is still shown, as of the beginning of time.
    private static Instant time(String timestamp) {
        try {
            return Instant.parse(timestamp);
        } catch (DateTimeException e) {
            return Instant.EPOCH;
        }
    }
}
