// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.control;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;

import java.nio.file.Path;
import java.util.function.Consumer;

/// A path in monospace on as many lines as it needs, with a button that copies it.
public final class PathLabel extends HBox {
    /// @param name what lies there, for readers of the screen
    /// @param path all of it
    /// @param copy where a copy goes
    public PathLabel(String name, Path path, Consumer<String> copy) {
        getStyleClass().add("path-label");
        setAlignment(Pos.BASELINE_LEFT);
        Label text = Boxes.path(path);
        text.setAccessibleText(name + " " + path);
        var button = new CopyButton("path of " + name, path.toString(), copy);
        getChildren().addAll(text, button);
    }
}
