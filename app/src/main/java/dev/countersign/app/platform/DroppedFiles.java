// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.platform;

import javafx.scene.input.Dragboard;

import java.io.File;
import java.nio.file.Path;
import java.util.Optional;

/// Files that are dragged over or dropped on the window.
public final class DroppedFiles {
    private DroppedFiles() {}

    /// The first of them, if any.
    public static Optional<Path> first(Dragboard board) {
        return board.hasFiles()
                ? board.getFiles().stream().findFirst().map(File::toPath)
                : Optional.empty();
    }
}
