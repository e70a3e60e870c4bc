// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.feature.integrity;

import dev.countersign.core.chain.Cancellation;
import dev.countersign.core.chain.Progress;
import dev.countersign.core.compare.Compared;
import dev.countersign.core.compare.Comparison;
import dev.countersign.core.compare.PairDiff;
import dev.countersign.core.compare.Run;
import dev.countersign.core.source.SourceException;

import java.nio.file.Path;

/// Compares two copies of a log: files, or run directories, whose logs are meant. Everything here
/// blocks.
public interface CompareLogs {
    /// Aligns them record by record.
    ///
    /// @throws SourceException if one of them cannot be read
    Compared compare(Path here, Path there, Progress progress, Cancellation cancellation)
            throws SourceException;

    /// What the two copies of one record disagree about.
    ///
    /// @param row of one record
    /// @throws SourceException if one of them cannot be read
    PairDiff pair(Path here, Path there, Comparison comparison, Run row) throws SourceException;
}
