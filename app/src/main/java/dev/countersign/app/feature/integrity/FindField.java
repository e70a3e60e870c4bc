// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.feature.integrity;

import dev.countersign.app.control.Boxes;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.KeyEvent;

import org.controlsfx.control.textfield.CustomTextField;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// Where one types what to look for in the log. Enter goes to the next record that has it, Escape
/// back to the rows.
final class FindField extends CustomTextField {
    private final IntegrityViewModel model;
    private final Runnable back;
    private final Label words = Boxes.label("", "muted", "find-words");

    FindField(IntegrityViewModel model, Runnable back) {
        this.model = model;
        this.back = back;
        setId("find-record");
        setPromptText("Record, hash or text  ( / )");
        setAccessibleText("Look for a record by its number, hash or text");
        setLeft(new FontIcon(Feather.SEARCH));
        getStyleClass().addAll("filter-field", "find-record");
        words.setId("find-words");
        words.textProperty().bind(model.search().wordsProperty());
        addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
    }

    /// What came of it.
    Label words() {
        return words;
    }

    /// From now on a `/` that is typed anywhere in a screen goes here.
    void enterFrom(Node screen) {
        screen.addEventFilter(
                KeyEvent.KEY_TYPED,
                e -> {
                    if (e.getCharacter().equals("/") && !isFocused()) {
                        requestFocus();
                        selectAll();
                        e.consume();
                    }
                });
    }

    private void pressed(KeyEvent e) {
        switch (e.getCode()) {
            case ENTER -> model.find(getText());
            case ESCAPE, DOWN -> back.run();
            default -> {
                return;
            }
        }
        e.consume();
    }
}
