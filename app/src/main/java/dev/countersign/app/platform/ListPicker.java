// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.platform;

import java.nio.file.Path;
import java.util.Optional;

/// Asks the person for another system's list.
@FunctionalInterface
public interface ListPicker {
    /// A CSV file; empty if the person thought better of it.
    Optional<Path> list();
}
