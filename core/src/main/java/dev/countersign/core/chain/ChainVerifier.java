// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.chain;

import dev.countersign.core.source.LogFile;
import dev.countersign.core.source.SourceException;

import org.jspecify.annotations.Nullable;

import java.util.concurrent.Executor;

/// Verifies logs of any size, on several cores, in bounded memory.
///
/// Blocking: the calling thread works too. The executor lends the other threads; it is never shut
/// down here. One instance may be used by several threads.
public final class ChainVerifier {
    private static final int SLICE_BYTES = 256 << 10;

    /// A log of one slice, which one reader reads.
    private static final int SMALL = 64 << 10;

    private final Executor helpers;
    private final int parallelism;
    private final int sliceBytes;
    private final boolean fast;

    private final IdleReaders idle;

    /// @param helpers lends threads; may run tasks late or one after the other, at the price of
    ///   speed only
    /// @param parallelism how many threads to use, the calling one included
    public ChainVerifier(Executor helpers, int parallelism) {
        this(helpers, parallelism, SLICE_BYTES, true);
    }

    /// Another one with other helpers.
    public ChainVerifier helpedBy(Executor others, int many) {
        return new ChainVerifier(others, many, sliceBytes, fast);
    }

    /// For tests: other slice sizes, and the exact way only; neither may change an answer.
    ChainVerifier(Executor helpers, int parallelism, int sliceBytes, boolean fast) {
        this.helpers = helpers;
        this.parallelism = Math.max(1, parallelism);
        this.sliceBytes = sliceBytes;
        this.fast = fast;
        this.idle = new IdleReaders(Limits.DEFAULT, fast);
    }

    /// Reads the whole snapshot, or what follows the checkpoint, and says what is wrong with it.
    ///
    /// An incremental verification that finds anything but right records reads the whole log after
    /// all: a diagnosis needs the neighbours.
    ///
    /// @throws SourceException if the environment fails; bad data is never an exception
    public Verification verify(
            LogFile log, VerifyRequest request, Progress progress, Cancellation cancellation)
            throws SourceException {
        boolean small = fast && log.size() <= Math.min(SMALL, sliceBytes);
        if (!small || !usual(request)) {
            return verify(log, request, progress, cancellation, null);
        }
        RecordReader reader = idle.borrow(ChainFormat.A);
        Verification outcome = once(log, request, progress, cancellation, reader);
        if (outcome == null) {
            outcome = verify(log, request, progress, cancellation, reader);
        }
        idle.giveBack(reader);
        return outcome;
    }

    private static boolean usual(VerifyRequest request) {
        return request.limits().areDefault() && request.format() instanceof FormatChoice.Auto;
    }

    /// A log that is intact under the first format would be recognised as that one: each record
    /// carries its own hash. So it is read once. Null if it is not, or must not be read from its
    /// start.
    private @Nullable Verification once(
            LogFile log,
            VerifyRequest request,
            Progress progress,
            Cancellation cancellation,
            RecordReader lent)
            throws SourceException {
        if (request.incremental()) {
            return null;
        }
        var first = new FormatRecognizer.Recognized(ChainFormat.BUILT_IN.getFirst(), null);
        Verification outcome = pass(log, request, first, progress, cancellation, lent).run();
        boolean intact =
                outcome instanceof Verification.Finished finished
                        && finished.report().verdict() == Verdict.INTACT;
        return intact ? outcome : null;
    }

    private Verification verify(
            LogFile log,
            VerifyRequest request,
            Progress progress,
            Cancellation cancellation,
            @Nullable RecordReader lent)
            throws SourceException {
        // no pattern switch: linking one costs a short command more than its work
        FormatRecognizer.Recognized recognized =
                request.format() instanceof FormatChoice.Fixed given
                        ? new FormatRecognizer.Recognized(given.format(), null)
                        : FormatRecognizer.recognize(log, request.limits(), lent);
        Checkpoint checkpoint = request.checkpoint();
        if (request.incremental() && checkpoint != null) {
            long from =
                    new TailFinder(log, recognized.format(), checkpoint.head(), request.limits())
                            .findAfter();
            if (from >= 0) {
                Pass tail =
                        pass(log, request, recognized, progress, cancellation, lent)
                                .after(checkpoint.head(), checkpoint.records(), from);
                Verification outcome = tail.run();
                if (!(outcome instanceof Verification.Finished(ChainReport report))
                        || report.faultCount() == 0) {
                    return outcome;
                }
            }
        }
        return pass(log, request.whole(), recognized, progress, cancellation, lent).run();
    }

    private Pass pass(
            LogFile log,
            VerifyRequest request,
            FormatRecognizer.Recognized recognized,
            Progress progress,
            Cancellation cancellation,
            @Nullable RecordReader lent) {
        Pass pass =
                new Pass(
                        log,
                        request,
                        recognized,
                        progress,
                        cancellation,
                        helpers,
                        parallelism,
                        sliceBytes,
                        usual(request) ? idle : new IdleReaders(request.limits(), fast),
                        fast);
        return lent != null && recognized.format().name().equals(lent.format.name())
                ? pass.with(lent)
                : pass;
    }
}
