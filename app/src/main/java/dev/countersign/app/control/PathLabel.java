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
        setAlignment(Pos.CENTER_LEFT);
        String shown = breakable(path.toString());
        Label text = Boxes.prose(shown, "mono");
        text.setAccessibleText(name + " " + path);
        var button = new CopyButton("path of " + name, path.toString(), copy);
        getChildren().addAll(text, button);
    }

    /// Lines may end after a separator: a long path has no spaces to break at.
    private static String breakable(String path) {
        return path.replace("/", "/\u200b").replace("\\", "\\\u200b");
    }
}
