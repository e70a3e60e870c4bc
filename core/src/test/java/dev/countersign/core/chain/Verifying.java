// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.chain;

import dev.countersign.core.source.LogFile;
import dev.countersign.core.source.SourceException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Executor;

/// Runs the verifier on bytes, through a file, in every way that must not matter.
final class Verifying {
    private final Path file;
    private final Executor helpers;

    /// @param folder where the file goes
    /// @param helpers lends threads
    Verifying(Path folder, Executor helpers) {
        this.file = folder.resolve("log.jsonl");
        this.helpers = helpers;
    }

    /// The plain way: one thread, ordinary slices.
    ChainReport report(byte[] log, VerifyRequest request) {
        return run(log, request, new ChainVerifier(helpers, 1));
    }

    /// The plain way, of bytes that are in no file.
    ChainReport held(byte[] log, VerifyRequest request) {
        try (LogFile source = LogFile.held(file, log)) {
            return finished(source, request, new ChainVerifier(helpers, 1));
        } catch (SourceException e) {
            throw new AssertionError(e);
        }
    }

    /// The same answer is due from each of these.
    List<ChainVerifier> ways() {
        return List.of(
                new ChainVerifier(helpers, 1, 256 << 10, false),
                new ChainVerifier(helpers, 2, 64, true),
                new ChainVerifier(helpers, 3, 97, false),
                new ChainVerifier(helpers, 2, 1_000, true),
                new ChainVerifier(Runnable::run, 3, 4_096, true),
                new ChainVerifier(task -> {}, 2, 512, true));
    }

    ChainReport run(byte[] log, VerifyRequest request, ChainVerifier verifier) {
        try {
            Files.write(file, log);
            try (LogFile source = LogFile.open(file)) {
                return finished(source, request, verifier);
            }
        } catch (IOException | SourceException e) {
            throw new AssertionError(e);
        }
    }

    private static ChainReport finished(
            LogFile source, VerifyRequest request, ChainVerifier verifier) throws SourceException {
        Verification outcome = verifier.verify(source, request, Progress.NONE, Cancellation.NEVER);
        if (outcome instanceof Verification.Finished(ChainReport report)) {
            return report;
        }
        throw new AssertionError("stopped: " + outcome);
    }

    /// A request to read a log as a format and compare it with nothing.
    static VerifyRequest as(ChainFormat format) {
        return new VerifyRequest(
                new FormatChoice.Fixed(format), null, false, false, false, false, Limits.DEFAULT);
    }
}
