// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.feature.queue;

import javafx.beans.InvalidationListener;
import javafx.beans.WeakInvalidationListener;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;

import java.time.Instant;

/// A cell that derives what it shows from a row, and from now where that matters.
abstract class QueueCell extends TableCell<QueueRow, QueueRow> {
    private final QueueViewModel model;
    private final InvalidationListener ticked = o -> tick();
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

    private void tick() {
        Instant now = model.ticker().nowProperty().get(); // also asks to be told again
        QueueRow row = getItem();
        if (row != null && !isEmpty() && getTableRow() != null && getTableRow().isVisible()) {
            show(row, now);
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
        line.setManaged(!text.isEmpty());
        line.setVisible(!text.isEmpty());
    }

    /// The whole of what may be cut off.
    void explain(Tooltip tooltip, String text) {
        tooltip.setText(text);
        setTooltip(tooltip);
        setAccessibleText(text);
    }
}
