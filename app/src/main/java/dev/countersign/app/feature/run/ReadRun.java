// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.feature.run;

import dev.countersign.core.run.RunSnapshot;
import dev.countersign.core.source.SourceException;

import java.nio.file.Path;

/// Reads a run directory.
@FunctionalInterface
public interface ReadRun {
    /// Blocking.
    ///
    /// @throws SourceException if it cannot be read
    RunSnapshot read(Path directory) throws SourceException;
}
