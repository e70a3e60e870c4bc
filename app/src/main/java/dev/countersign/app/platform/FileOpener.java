// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.platform;

import java.nio.file.Path;

/// Opens a file in the desktop's own program for it.
@FunctionalInterface
public interface FileOpener {
    /// Opens it; where there is no program for it, nothing happens.
    void open(Path file);
}
