// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.feature.run;

import dev.countersign.core.source.SourceException;

import java.nio.file.Path;

/// Does the rest of the work that a crash left.
@FunctionalInterface
public interface FinishRun {
    /// Writes into `state.json` what the log has approved. Blocking.
    ///
    /// @throws SourceException if it cannot be written
    void finish(Path directory) throws SourceException;
}
