// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.control;

import javafx.css.PseudoClass;
import javafx.scene.control.ListCell;
import javafx.scene.layout.Region;

import org.jspecify.annotations.Nullable;

/// A cell as wide as its list and as tall as its content then needs: text in it wraps. The list
/// must not have a fixed cell size.
///
/// @param <T> what a row shows
public abstract class TallCell<T> extends ListCell<T> {
    private static final PseudoClass FILLED = PseudoClass.getPseudoClass("filled");

    private @Nullable Region content;

    /// What shows an item.
    protected abstract Region content(T item);

    /// What a reader of the screen hears of an item.
    protected abstract String spoken(T item);

    @Override
    protected void updateItem(@Nullable T item, boolean empty) {
        super.updateItem(item, empty);
        content = empty || item == null ? null : content(item);
        setGraphic(content);
        setText(null);
        pseudoClassStateChanged(FILLED, content != null);
        setAccessibleText(empty || item == null ? null : spoken(item));
    }

    @Override
    protected double computePrefWidth(double height) {
        return 0;
    }

    @Override
    protected double computePrefHeight(double width) {
        if (content == null) {
            return super.computePrefHeight(width);
        }
        double inner = width < 0 ? -1 : width - snappedLeftInset() - snappedRightInset();
        return snappedTopInset() + content.prefHeight(inner) + snappedBottomInset();
    }

    @Override
    protected double computeMinHeight(double width) {
        return content == null ? super.computeMinHeight(width) : computePrefHeight(width);
    }

    @Override
    protected void layoutChildren() {
        super.layoutChildren();
        if (content != null) {
            content.resizeRelocate(
                    snappedLeftInset(),
                    snappedTopInset(),
                    getWidth() - snappedLeftInset() - snappedRightInset(),
                    getHeight() - snappedTopInset() - snappedBottomInset());
        }
    }
}
