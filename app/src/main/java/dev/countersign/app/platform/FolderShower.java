// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.platform;

import java.nio.file.Path;

/// Shows a folder in the desktop's own file manager.
@FunctionalInterface
public interface FolderShower {
    /// Opens it; where there is no file manager, nothing happens.
    void show(Path folder);
}
