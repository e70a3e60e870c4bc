// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.chain;

import dev.countersign.core.source.LogFile;
import dev.countersign.core.source.SourceException;

import java.time.Instant;

/// Takes checkpoints.
public final class Checkpoints {
    private Checkpoints() {}

    /// What there is to remember of a log that was just verified and found intact. Reads the log
    /// once more for its SHA-256.
    ///
    /// @param log the same snapshot that the report is about
    /// @throws IllegalArgumentException if the report is not that of an intact log
    /// @throws SourceException if the log can no longer be read
    public static Checkpoint take(LogFile log, ChainReport report, Instant now)
            throws SourceException {
        String head = report.head();
        if (report.verdict() != Verdict.INTACT || head == null) {
            throw new IllegalArgumentException(
                    "a checkpoint vouches for a log: only an intact one has one");
        }
        String sha256 = FileDigest.sha256(log, report.end(), Cancellation.NEVER);
        return new Checkpoint(
                report.format().name(), report.records(), head, sha256, now.toString());
    }
}
