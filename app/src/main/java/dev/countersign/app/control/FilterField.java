// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.control;

import javafx.scene.Node;
import javafx.scene.input.KeyEvent;

import org.controlsfx.control.textfield.CustomTextField;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// Where one types what rows are picked by. Escape empties it, or goes back if it is empty; Enter
/// and Down go to the rows.
public final class FilterField extends CustomTextField {
    private final Runnable back;

    /// @param what is filtered by, for readers of the screen
    /// @param back goes to the rows
    public FilterField(String what, Runnable back) {
        this.back = back;
        setPromptText("Filter  ( / )");
        setAccessibleText(what);
        setLeft(new FontIcon(Feather.SEARCH));
        getStyleClass().add("filter-field");
        addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
    }

    /// Goes here, so that what is typed replaces what was there.
    public void enter() {
        requestFocus();
        selectAll();
    }

    /// From now on a `/` that is typed anywhere in a screen goes here.
    public void enterFrom(Node screen) {
        screen.addEventFilter(KeyEvent.KEY_TYPED, this::typed);
    }

    private void typed(KeyEvent e) {
        if (e.getCharacter().equals("/") && !isFocused()) {
            enter();
            e.consume();
        }
    }

    private void pressed(KeyEvent e) {
        switch (e.getCode()) {
            case ESCAPE -> {
                if (getText().isEmpty()) {
                    back.run();
                } else {
                    clear();
                }
            }
            case ENTER, DOWN -> back.run();
            default -> {
                return;
            }
        }
        e.consume();
    }
}
