// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.control;

import dev.countersign.app.text.Numbers;
import dev.countersign.app.text.QueueText;

import javafx.scene.Node;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.StackPane;

/// Picks rows of one kind; says how many there are.
public final class Chip extends ToggleButton {
    private final String word;
    private final Tooltip why = new Tooltip();

    /// @param word what is picked
    /// @param toggle picks, or no longer does
    public Chip(String word, Runnable toggle) {
        super(word);
        this.word = word;
        getStyleClass().setAll("chip");
        setMinWidth(USE_PREF_SIZE);
        setOnAction(e -> toggle.run());
    }

    /// Can be chosen after all, or no longer.
    ///
    /// @param reason why not; empty if it can
    public void available(String reason) {
        setDisable(!reason.isEmpty());
        setSelected(isSelected() && reason.isEmpty());
        setText(reason.isEmpty() ? getText() : word);
        String lacks = QueueText.unavailable(word, reason);
        setAccessibleText(reason.isEmpty() ? getAccessibleText() : lacks);
        why.setText(reason.isEmpty() ? "Only " + word : lacks);
    }

    /// Can not be chosen. A disabled control would show no tooltip, so the box around it does.
    ///
    /// @param reason why
    /// @return the box
    public Node unavailable(String reason) {
        available(reason);
        var box = new StackPane(this);
        Tooltip.install(box, why);
        return box;
    }

    /// Shows whether it is chosen, and how many rows there are.
    public void show(boolean chosen, long count) {
        setSelected(chosen);
        setText(word + "  " + Numbers.grouped(count));
        setAccessibleText("Only " + word + ", " + Numbers.grouped(count));
    }
}
