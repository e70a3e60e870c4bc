// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.platform;

import java.nio.file.Path;
import java.util.Optional;

/// Asks the person for the library of their token.
@FunctionalInterface
public interface LibraryPicker {
    /// A shared library; empty if the person thought better of it.
    Optional<Path> library();
}
