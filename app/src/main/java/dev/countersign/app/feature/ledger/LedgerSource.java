// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.feature.ledger;

import dev.countersign.core.chain.Cancellation;
import dev.countersign.core.chain.Progress;
import dev.countersign.core.source.SourceException;

import java.nio.file.Path;

/// The desk's ledger. All of it blocks.
public interface LedgerSource {
    /// The latest entries.
    ///
    /// @param most so many at most
    /// @throws SourceException if they cannot be read
    LedgerPage latest(int most) throws SourceException;

    /// Checks every hash and link from the first entry on.
    ///
    /// @throws SourceException if it cannot be read
    LedgerVerdict verify(Progress progress, Cancellation cancellation) throws SourceException;

    /// Writes all entries as JSONL.
    ///
    /// @param file written anew
    /// @return how many were written
    /// @throws SourceException if it cannot be written
    long export(Path file) throws SourceException;
}
