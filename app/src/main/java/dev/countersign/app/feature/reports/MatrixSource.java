// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.feature.reports;

import dev.countersign.core.chain.Cancellation;
import dev.countersign.core.chain.Progress;
import dev.countersign.core.source.SourceException;

import java.util.Optional;

/// Performs the runs of what is open again. Blocks.
@FunctionalInterface
public interface MatrixSource {
    /// All runs, one after the other; what was done until it was cancelled holds.
    ///
    /// @param progress counts runs
    /// @return empty where no folder is open
    /// @throws SourceException if the workspace cannot be read
    Optional<MatrixReading> perform(Progress progress, Cancellation cancellation)
            throws SourceException;
}
