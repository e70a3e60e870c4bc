// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.chain;

import dev.countersign.core.source.LogFile;
import dev.countersign.core.source.SourceException;
import java.util.concurrent.Executor;

/// Verifies logs of any size, on several cores, in bounded memory.
///
/// Blocking: the calling thread works too. The executor lends the other threads; it is never shut down here.
public final class ChainVerifier {
    private final Executor helpers;
    private final int parallelism;

    /// @param helpers lends threads; may run tasks late or one after the other, at the price of speed only
    /// @param parallelism how many threads to use, the calling one included
    public ChainVerifier(Executor helpers, int parallelism) {
        this.helpers = helpers;
        this.parallelism = Math.max(1, parallelism);
    }

    /// Reads the whole snapshot and says what is wrong with it.
    ///
    /// @throws SourceException if the environment fails; bad data is never an exception
    public Verification verify(LogFile log, VerifyRequest request, Progress progress, Cancellation cancellation)
            throws SourceException {
        throw new AssertionError("being written: " + helpers + parallelism + log + request + progress + cancellation);
    }
}
