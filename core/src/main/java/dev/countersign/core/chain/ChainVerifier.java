// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.chain;

import dev.countersign.core.source.LogFile;
import dev.countersign.core.source.SourceException;

import java.util.concurrent.Executor;

/// Verifies logs of any size, on several cores, in bounded memory.
///
/// Blocking: the calling thread works too. The executor lends the other threads; it is never shut
/// down here. One instance may be used by several threads.
public final class ChainVerifier {
    private static final int SLICE_BYTES = 256 << 10;

    private final Executor helpers;
    private final int parallelism;
    private final int sliceBytes;
    private final boolean fast;

    /// @param helpers lends threads; may run tasks late or one after the other, at the price of
    ///   speed only
    /// @param parallelism how many threads to use, the calling one included
    public ChainVerifier(Executor helpers, int parallelism) {
        this(helpers, parallelism, SLICE_BYTES, true);
    }

    /// For tests: other slice sizes, and the exact way only; neither may change an answer.
    ChainVerifier(Executor helpers, int parallelism, int sliceBytes, boolean fast) {
        this.helpers = helpers;
        this.parallelism = Math.max(1, parallelism);
        this.sliceBytes = sliceBytes;
        this.fast = fast;
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
        // no pattern switch: linking one costs a short command more than its work
        FormatRecognizer.Recognized recognized =
                request.format() instanceof FormatChoice.Fixed given
                        ? new FormatRecognizer.Recognized(given.format(), null)
                        : FormatRecognizer.recognize(log, request.limits());
        Checkpoint checkpoint = request.checkpoint();
        if (request.incremental() && checkpoint != null) {
            long from =
                    new TailFinder(log, recognized.format(), checkpoint.head(), request.limits())
                            .findAfter();
            if (from >= 0) {
                Pass tail =
                        pass(log, request, recognized, progress, cancellation)
                                .after(checkpoint.head(), checkpoint.records(), from);
                Verification outcome = tail.run();
                if (!(outcome instanceof Verification.Finished(ChainReport report))
                        || report.faultCount() == 0) {
                    return outcome;
                }
            }
        }
        return pass(log, request.whole(), recognized, progress, cancellation).run();
    }

    private Pass pass(
            LogFile log,
            VerifyRequest request,
            FormatRecognizer.Recognized recognized,
            Progress progress,
            Cancellation cancellation) {
        return new Pass(
                log,
                request,
                recognized,
                progress,
                cancellation,
                helpers,
                parallelism,
                sliceBytes,
                fast);
    }
}
