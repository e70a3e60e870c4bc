// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.control;

import javafx.scene.control.Label;
import javafx.scene.layout.Region;

/// A line that says something else each second. What stands around it is laid out again only when
/// the line gets longer or shorter, so its face must have digits of one width; a plain label has
/// the whole table laid out and painted each second.
public final class TickingLabel extends Region {
    private final Label label = new Label();

    /// Says nothing yet.
    ///
    /// @param classes style classes of the words
    public TickingLabel(String... classes) {
        label.getStyleClass().addAll(classes);
        label.setManaged(false); // what it asks for does not reach the parents
        label.fontProperty().subscribe(face -> requestLayout());
        getChildren().add(label);
        setMinSize(USE_PREF_SIZE, USE_PREF_SIZE);
    }

    /// What it says.
    public String getText() {
        return label.getText();
    }

    /// Says something else.
    public void setText(String text) {
        if (text.length() != label.getText().length()) {
            requestLayout();
        }
        label.setText(text);
    }

    @Override
    protected double computePrefWidth(double height) {
        return label.prefWidth(height);
    }

    @Override
    protected double computePrefHeight(double width) {
        return label.prefHeight(width);
    }

    @Override
    public double getBaselineOffset() {
        return label.getBaselineOffset();
    }

    @Override
    protected void layoutChildren() {
        label.resizeRelocate(0, 0, getWidth(), getHeight());
    }
}
