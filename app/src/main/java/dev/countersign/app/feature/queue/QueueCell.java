// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.feature.queue;

import javafx.beans.InvalidationListener;
import javafx.beans.WeakInvalidationListener;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Pane;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;

import java.time.Instant;

/// A cell that derives what it shows from a row, and from now where that matters.
abstract class QueueCell extends TableCell<QueueRow, QueueRow> {
    private final QueueViewModel model;
    private final InvalidationListener ticked = o -> tick();
    private final InvalidationListener laidOut = o -> again();
    private @Nullable Node content;

    QueueCell(QueueViewModel model, boolean timed) {
        this.model = model;
        if (timed) {
            model.ticker().nowProperty().addListener(new WeakInvalidationListener(ticked));
        }
    }

    /// What is drawn; made once.
    abstract Node make();

    /// Says what a row says now.
    abstract void show(QueueRow row, Instant now);

    QueueViewModel model() {
        return model;
    }

    /// Says the same again when rows are laid out otherwise.
    final void follow(ObservableValue<QueueLayout> layout) {
        layout.addListener(new WeakInvalidationListener(laidOut));
        layout.getValue(); // else it would not be told
    }

    @Override
    protected void updateItem(@Nullable QueueRow row, boolean empty) {
        super.updateItem(row, empty);
        if (empty || row == null) {
            setGraphic(null);
            setAccessibleText(null);
            return;
        }
        Node made = content == null ? make() : content;
        content = made;
        show(row, model.ticker().nowProperty().get());
        setGraphic(made);
    }

    /// Lines fill the cell, so that what is too long for it wraps.
    @Override
    protected void layoutChildren() {
        super.layoutChildren();
        if (content instanceof Pane lines) {
            lines.resizeRelocate(
                    snappedLeftInset(),
                    snappedTopInset(),
                    getWidth() - snappedLeftInset() - snappedRightInset(),
                    getHeight() - snappedTopInset() - snappedBottomInset());
        }
    }

    /// Says what its row says by now, if it is in sight.
    final void tick() {
        Instant now = model.ticker().nowProperty().get(); // also asks to be told again
        QueueRow row = getItem();
        if (row != null && !isEmpty() && getTableRow() != null && getTableRow().isVisible()) {
            show(row, now);
        }
    }

    private void again() {
        QueueRow row = getItem();
        if (row != null && !isEmpty()) {
            show(row, model.ticker().nowProperty().get());
        }
    }

    /// Two lines: what counts, and what one may want to know.
    static VBox lines(Label first, Label second) {
        first.getStyleClass().add("cell-first");
        second.getStyleClass().addAll("cell-second", "muted");
        var lines = new VBox(first, second);
        lines.getStyleClass().add("cell-lines");
        return lines;
    }

    /// A line that is not there when it says nothing.
    static void say(Label line, String text) {
        line.setText(text);
        there(line, !text.isEmpty());
    }

    /// Shows a line, or makes room for the others.
    static void there(Node line, boolean there) {
        line.setManaged(there);
        line.setVisible(there);
    }

    /// The whole of what may be cut off.
    void explain(Tooltip tooltip, String text) {
        tooltip.setText(text);
        setTooltip(tooltip);
        setAccessibleText(text);
    }
}
