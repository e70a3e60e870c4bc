// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app;

import dev.countersign.core.source.SourceException;

import java.nio.file.Path;

/// Writes the demo workspace.
@FunctionalInterface
public interface WriteDemo {
    /// Blocking. One that was written today is taken as it is.
    ///
    /// @return where it is
    /// @throws SourceException if it cannot be written
    Path write() throws SourceException;
}
