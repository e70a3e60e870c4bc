// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.recovery;

import dev.countersign.core.chain.Cancellation;
import dev.countersign.core.chain.ChainFormat;
import dev.countersign.core.chain.ChainReport;
import dev.countersign.core.chain.Checkpoint;
import dev.countersign.core.chain.Fault;
import dev.countersign.core.chain.FaultCategory;
import dev.countersign.core.recovery.RecoveryResult.NothingSpeaks;
import dev.countersign.core.source.LogFile;
import dev.countersign.core.source.SourceException;

import org.jspecify.annotations.Nullable;

import java.util.concurrent.Executor;
import java.util.function.LongSupplier;

/// Searches for the text that a record had before it was edited.
///
/// Blocking: the calling thread works too. The executor lends the other threads; it is never shut
/// down here. Nothing is written. One instance may be used by several threads.
public final class Recovery {
    private final Executor helpers;
    private final int parallelism;
    private final LongSupplier nanos;

    /// @param helpers lends threads; may run tasks late or one after the other, at the price of
    ///   speed only
    /// @param parallelism how many threads to use, the calling one included
    /// @param nanos a clock that only goes forward
    public Recovery(Executor helpers, int parallelism, LongSupplier nanos) {
        this.helpers = helpers;
        this.parallelism = Math.max(1, parallelism);
        this.nanos = nanos;
    }

    /// The first record of a log whose original may be found, or -1 if nothing that is wrong with
    /// the log is the edit of a record.
    public static long firstEdited(ChainReport report) {
        for (Fault fault : report.faults()) {
            long edited = edited(fault);
            if (edited >= 0) {
                return edited;
            }
        }
        return -1;
    }

    /// The record whose text a fault puts in question, or -1. A link that names an absent hash may
    /// mean that the record before was edited and hashed anew.
    public static long edited(Fault fault) {
        return switch (fault.category()) {
            case CONTENT_MODIFIED,
                    HASH_FIELD_MODIFIED,
                    HASH_MISSING,
                    PREV_FIELD_MODIFIED,
                    GENESIS_MODIFIED,
                    RECORD_REWRITTEN,
                    TORN_TAIL,
                    MALFORMED_JSON,
                    MALFORMED_NOT_OBJECT,
                    MALFORMED_ENCODING,
                    MALFORMED_BOM,
                    MALFORMED_MISSING_FIELD,
                    MALFORMED_JCS ->
                    fault.record();
            case RECORD_MISSING ->
                    fault.alternatives().contains(FaultCategory.RECORD_REWRITTEN)
                            ? fault.record() - 1
                            : -1;
            case RECORD_INSERTED,
                    RECORD_DUPLICATED,
                    RECORD_REORDERED,
                    CHAIN_RESTART,
                    FORK,
                    LIMIT_EXCEEDED ->
                    -1;
        };
    }

    /// Why nothing would be searched for; null if a hash is left that speaks for the original.
    ///
    /// @param log the snapshot that the report is about
    /// @param seen a checkpoint of the log up to the record, if there is one
    /// @throws SourceException if the log can no longer be read
    public static @Nullable Silence silence(
            LogFile log, ChainReport report, long record, @Nullable Checkpoint seen)
            throws SourceException {
        LogWindow window = LogWindow.around(log, report, record);
        byte[] line = window.line(record);
        return line == null
                ? unread(report, record)
                : Witnesses.of(window, report.format(), record, line, seen)
                        .silence(line, report.format());
    }

    private static Silence unread(ChainReport report, long record) {
        boolean exists = record >= 0 && record < report.lines();
        return exists ? Silence.TOO_LARGE : Silence.NO_SUCH_RECORD;
    }

    /// Searches.
    ///
    /// @param log the snapshot that the report is about
    /// @throws SourceException if the log can no longer be read
    public RecoveryResult recover(
            LogFile log,
            RecoveryRequest request,
            RecoveryProgress progress,
            Cancellation cancellation)
            throws SourceException {
        long start = nanos.getAsLong();
        long record = request.record();
        LogWindow window = LogWindow.around(log, request.report(), record);
        byte[] line = window.line(record);
        if (line == null) {
            return new NothingSpeaks(record, unread(request.report(), record));
        }
        ChainFormat format = request.report().format();
        Witnesses witnesses = Witnesses.of(window, format, record, line, request.checkpoint());
        Silence silence = witnesses.silence(line, format);
        if (silence != null) {
            return new NothingSpeaks(record, silence);
        }
        long deadline = start + request.budget().toNanos();
        Search search = new Search(helpers, parallelism, nanos, deadline, progress, cancellation);
        return new RecordSearch(search, window, witnesses, line, request, nanos, start).result();
    }
}
