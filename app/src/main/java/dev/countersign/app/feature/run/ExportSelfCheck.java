// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.feature.run;

import dev.countersign.core.source.SourceException;

import java.nio.file.Path;

/// Writes what somebody needs to check the signatures of a run without us.
@FunctionalInterface
public interface ExportSelfCheck {
    /// Blocking.
    ///
    /// @param run the run directory
    /// @param folder in which a new folder is made for it
    /// @return the new folder
    /// @throws SourceException if it cannot be written
    Path export(Path run, Path folder) throws SourceException;
}
