// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.shell;

import dev.countersign.app.platform.DroppedFiles;

import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;

/// Takes files that are dropped on the window; it is only read, so the mark at the pointer says
/// copy.
final class DropTarget {
    private static final PseudoClass DROPPING = PseudoClass.getPseudoClass("dropping");

    private final Node marked;
    private final Consumer<Path> open;

    DropTarget(Node marked, Consumer<Path> open) {
        this.marked = marked;
        this.open = open;
    }

    void attach(Scene scene) {
        scene.setOnDragOver(this::over);
        scene.setOnDragExited(e -> marked.pseudoClassStateChanged(DROPPING, false));
        scene.setOnDragDropped(this::dropped);
    }

    private void over(DragEvent e) {
        if (e.getDragboard().hasFiles()) {
            e.acceptTransferModes(TransferMode.COPY);
            marked.pseudoClassStateChanged(DROPPING, true);
        }
        e.consume();
    }

    private void dropped(DragEvent e) {
        marked.pseudoClassStateChanged(DROPPING, false);
        Optional<Path> dropped = DroppedFiles.first(e.getDragboard());
        dropped.ifPresent(open);
        e.setDropCompleted(dropped.isPresent());
        e.consume();
    }
}
