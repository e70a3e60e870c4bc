// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.platform;

import java.nio.file.Path;
import java.util.Optional;

/// Asks the person for a file or a folder.
public interface FilePicker {
    /// A log or a response; empty if the person thought better of it.
    Optional<Path> log();

    /// A folder; empty if the person thought better of it.
    Optional<Path> folder();
}
