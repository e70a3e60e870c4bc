// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.control;

import dev.countersign.app.text.Foreign;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;

import java.util.function.Consumer;

/// A command for a shell in monospace, broken after its words and folders, with a button that
/// copies it.
public final class CommandLabel extends HBox {
    /// @param command all of it
    /// @param copy where a copy goes
    public CommandLabel(String command, Consumer<String> copy) {
        getStyleClass().add("command-label");
        setAlignment(Pos.BASELINE_LEFT);
        var text = new Label(Foreign.path(command));
        text.setAccessibleText(command);
        text.getStyleClass().add("mono");
        text.setWrapText(true);
        text.setMinWidth(0);
        getChildren().addAll(text, new CopyButton("command", command, copy));
    }
}
