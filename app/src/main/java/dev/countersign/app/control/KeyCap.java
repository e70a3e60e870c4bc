// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.control;

import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ContentDisplay;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.text.Text;

/// The key of a button, small, on the button. Keys that every program has, such as F5 or Esc, are
/// in its tooltip only.
public final class KeyCap {
    private KeyCap() {}

    /// Puts it behind the button's shape and words.
    ///
    /// @param key in lower case; anything but one letter is not shown
    public static void on(ButtonBase button, String key) {
        Node shape = button.getGraphic();
        if (key.length() != 1 || !Character.isLetter(key.charAt(0)) || shape == null) {
            return;
        }
        var words = new Text();
        words.textProperty().bind(button.textProperty());
        words.fillProperty().bind(button.textFillProperty());
        words.managedProperty().bind(button.textProperty().isNotEmpty());
        var letter = new Text(key);
        letter.getStyleClass().add("key-letter");
        var cap = new StackPane(letter);
        cap.getStyleClass().add("button-key");
        HBox row = Boxes.row("button-row", shape, words, cap);
        button.setGraphic(row);
        button.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
    }
}
