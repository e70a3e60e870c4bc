// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.platform;

import java.nio.file.Path;
import java.util.Optional;

/// Asks the person where to write.
@FunctionalInterface
public interface SavePicker {
    /// A file that may not be there yet; empty if the person thought better of it.
    ///
    /// @param title what is written
    /// @param name proposed for the file
    Optional<Path> save(String title, String name);
}
