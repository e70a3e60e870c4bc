// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.feature.integrity;

import dev.countersign.core.chain.Cancellation;
import dev.countersign.core.chain.ChainReport;
import dev.countersign.core.recovery.RecoveryProgress;
import dev.countersign.core.recovery.RecoveryResult;
import dev.countersign.core.recovery.Silence;
import dev.countersign.core.source.SourceException;

import java.nio.file.Path;
import java.util.Optional;

/// Searches for what an edited record said. Everything here blocks.
public interface RecoverLog {
    /// Why nothing would be searched for; empty if a hash is left that speaks for the original.
    ///
    /// @param report what was found in the log at the path
    /// @throws SourceException if it can no longer be read
    Optional<Silence> silence(Path path, ChainReport report, long record) throws SourceException;

    /// Searches.
    ///
    /// @param report what was found in the log at the path
    /// @throws SourceException if it can no longer be read
    RecoveryResult recover(
            Path path,
            ChainReport report,
            long record,
            RecoveryProgress progress,
            Cancellation cancellation)
            throws SourceException;

    /// Writes what was found into a folder: the record as it was, and the text under its hash.
    /// Nothing is written into the log.
    ///
    /// @return the file with the text
    /// @throws SourceException if that fails
    Path export(RecoveryResult.Recovered found, Path folder) throws SourceException;
}
