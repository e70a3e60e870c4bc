// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.feature.reports;

import dev.countersign.app.control.Boxes;

import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.OverrunStyle;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;

/// A run or a resource that can be picked.
final class SubjectCell extends ListCell<Subject> {
    private final Label name = Boxes.label("", "cell-first", "mono");
    private final Label detail = Boxes.label("", "cell-second", "muted");
    private final VBox lines = Boxes.column("cell-lines", name, detail);

    SubjectCell() {
        name.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
        setPrefWidth(0); // as wide as the list
    }

    @Override
    protected void updateItem(@Nullable Subject subject, boolean empty) {
        super.updateItem(subject, empty);
        if (empty || subject == null) {
            setGraphic(null);
            setAccessibleText(null);
            return;
        }
        name.setText(subject.name());
        detail.setText(subject.detail());
        setAccessibleText(subject.name() + ", " + subject.detail());
        setGraphic(lines);
    }
}
