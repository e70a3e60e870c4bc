// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app;

import dev.countersign.app.feature.ledger.LedgerPage;
import dev.countersign.app.feature.ledger.LedgerRow;
import dev.countersign.app.feature.ledger.LedgerRow.Outcome;
import dev.countersign.app.feature.ledger.LedgerSource;
import dev.countersign.app.feature.ledger.LedgerVerdict;
import dev.countersign.core.bundle.BundlePlace;
import dev.countersign.core.chain.Cancellation;
import dev.countersign.core.chain.ChainFormat;
import dev.countersign.core.chain.Checkpoint;
import dev.countersign.core.chain.Progress;
import dev.countersign.core.chain.RecordSeal;
import dev.countersign.core.json.JsonValue;
import dev.countersign.core.ledger.DeskAction;
import dev.countersign.core.ledger.LedgerCheckpoint;
import dev.countersign.core.ledger.LedgerEvent;
import dev.countersign.core.ledger.LedgerExport;
import dev.countersign.core.ledger.LedgerQuery;
import dev.countersign.core.ledger.LedgerStore;
import dev.countersign.core.ledger.Resource;
import dev.countersign.core.source.SourceException;

import org.jspecify.annotations.Nullable;

import java.nio.charset.StandardCharsets;
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
                    LedgerStore store = workspace.ledger();
                    LedgerEvent last = store.latest();
                    var seal = new RecordSeal(ChainFormat.B);
                    List<LedgerRow> rows =
                            store.find(LedgerQuery.ALL.latest(most)).stream()
                                    .map(event -> row(event, seal))
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
                    return verify(
                            workspace.ledger(),
                            LedgerCheckpoint.read(checkpoint),
                            progress,
                            cancellation);
                });
        return verdict == null ? new LedgerVerdict.Nothing() : verdict;
    }

    private static LedgerVerdict verify(
            LedgerStore ledger,
            @Nullable Checkpoint since,
            Progress progress,
            Cancellation cancellation)
            throws SourceException {
        long[] read = {0};
        return ledger.verifyAll(
                        since,
                        (done, total, events, faulty) -> {
                            read[0] = done;
                            progress.at(done, total, events, faulty);
                        },
                        cancellation)
                .map(LedgerVerdict::of)
                .orElseGet(() -> new LedgerVerdict.Stopped(read[0]));
    }

    /// That it was exported is in the ledger afterwards, and so not in the file.
    @Override
    public long export(Path file) throws SourceException {
        BundlePlace.made(file);
        Long events = access.<Long>with(workspace -> LedgerExport.to(workspace.ledger(), file));
        if (events == null) {
            return 0;
        }
        access.record(
                DeskAction.EXPORTED,
                new Resource("ledger", file.toString()),
                JsonValue.object().with("events", events).build());
        return events;
    }

    private static LedgerRow row(LedgerEvent event, RecordSeal seal) {
        byte[] line = event.line().getBytes(StandardCharsets.UTF_8);
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
                event.eventHash(),
                seal.read(line).computed());
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
