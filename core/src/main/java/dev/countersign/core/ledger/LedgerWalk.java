// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.ledger;

import dev.countersign.core.chain.Cancellation;
import dev.countersign.core.chain.ChainFormat;
import dev.countersign.core.chain.Checkpoint;
import dev.countersign.core.chain.CheckpointResult;
import dev.countersign.core.chain.Progress;
import dev.countersign.core.chain.RecordSeal;
import dev.countersign.core.chain.Verdict;
import dev.countersign.core.source.SourceException;

import org.jspecify.annotations.Nullable;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// One pass over a ledger's lines, whatever store they come from.
final class LedgerWalk {
    private final RecordSeal seal = new RecordSeal(ChainFormat.B);
    private final @Nullable Checkpoint checkpoint;
    private final long from;
    private final long total;
    private final Progress progress;
    private final Cancellation cancellation;
    private long next;
    private @Nullable String head;
    private @Nullable LedgerFault first;

    /// The stored hash at the checkpoint's place, if there is such an event.
    private @Nullable String atCheckpoint;

    private boolean checkpointReached;
    private boolean stopped;

    private LedgerWalk(
            @Nullable Checkpoint checkpoint,
            long from,
            long total,
            Progress progress,
            Cancellation cancellation) {
        this.checkpoint = checkpoint;
        this.from = from;
        this.next = from;
        this.total = total;
        this.progress = progress;
        this.cancellation = cancellation;
    }

    /// @param incremental whether to begin at the checkpoint's event, if that is enough
    static LedgerReport verify(LedgerStore store, @Nullable Checkpoint since, boolean incremental)
            throws SourceException {
        if (incremental && since != null) {
            LedgerReport tail = walk(store, since, since.records() - 1);
            if (tail.first() == null && !tail.checkpoint().negative()) {
                return tail;
            }
        }
        return walk(store, since, 0);
    }

    private static LedgerReport walk(LedgerStore store, @Nullable Checkpoint since, long from)
            throws SourceException {
        LedgerWalk walk = new LedgerWalk(since, from, 0, Progress.NONE, Cancellation.NEVER);
        store.lines(from, walk::line);
        return walk.report(store);
    }

    /// See {@link LedgerStore#verifyAll(Checkpoint, Progress, Cancellation)}.
    static Optional<LedgerReport> verifyAll(
            LedgerStore store,
            @Nullable Checkpoint since,
            Progress progress,
            Cancellation cancellation)
            throws SourceException {
        LedgerEvent last = store.latest();
        long total = last == null ? 0 : last.position() + 1;
        LedgerWalk walk = new LedgerWalk(since, 0, total, progress, cancellation);
        store.lines(0, walk::line);
        return walk.stopped ? Optional.empty() : Optional.of(walk.report(store));
    }

    private LedgerReport report(LedgerStore store) throws SourceException {
        Verdict verdict =
                first != null
                        ? first.kind() == LedgerFault.Kind.MALFORMED
                                ? Verdict.MALFORMED
                                : Verdict.BROKEN
                        : head == null ? Verdict.EMPTY : Verdict.INTACT;
        return new LedgerReport(
                verdict, from, next, head, first, againstCheckpoint(), store.guardsMissing());
    }

    private CheckpointResult againstCheckpoint() {
        if (checkpoint == null) {
            return CheckpointResult.NONE;
        }
        if (!checkpointReached) {
            return CheckpointResult.TAIL_MISSING;
        }
        if (!checkpoint.head().equals(atCheckpoint)) {
            return CheckpointResult.HEAD_MISMATCH;
        }
        return next == checkpoint.records() ? CheckpointResult.MATCH : CheckpointResult.GROWN;
    }

    private boolean line(long position, String line) {
        RecordSeal.Reading reading = seal.read(line.getBytes(StandardCharsets.UTF_8));
        if (checkpoint != null && position == checkpoint.records() - 1) {
            checkpointReached = true;
            atCheckpoint = reading.hash();
        }
        if (first == null) {
            LedgerFault.Kind kind = wrong(position, line, reading);
            if (kind == null) {
                head = reading.hash();
            } else {
                boolean gap = kind == LedgerFault.Kind.MISSING;
                first = new LedgerFault(gap ? next : position, kind);
            }
        }
        next = position + 1;
        progress.at(next, total, next, first == null ? 0 : 1);
        stopped = cancellation.requested();
        return !stopped;
    }

    private LedgerFault.@Nullable Kind wrong(
            long position, String line, RecordSeal.Reading reading) {
        if (position != next) {
            return LedgerFault.Kind.MISSING;
        }
        if (reading.malformed() != null || line.indexOf('\n') >= 0 || line.indexOf('\r') >= 0) {
            return LedgerFault.Kind.MALFORMED;
        }
        if (!reading.right()) {
            return LedgerFault.Kind.HASH;
        }
        // the event of the checkpoint is vouched for by it, with whatever it is linked to
        boolean linked = position == from && from > 0 || expectedLink().equals(reading.link());
        if (!linked) {
            return LedgerFault.Kind.LINK;
        }
        return reading.respelled() ? LedgerFault.Kind.RESPELLED : null;
    }

    private String expectedLink() {
        return head == null ? ChainFormat.B.genesis() : head;
    }
}
