// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.control;

import javafx.geometry.Pos;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/// Names beside their values, one to a row.
public final class FactGrid {
    private FactGrid() {}

    /// Without a row.
    public static GridPane empty() {
        var grid = new GridPane();
        grid.getStyleClass().add("fact-grid");
        var names = new ColumnConstraints();
        names.setMinWidth(Region.USE_PREF_SIZE);
        var values = new ColumnConstraints();
        values.setHgrow(Priority.ALWAYS);
        grid.getColumnConstraints().setAll(names, values);
        return grid;
    }

    /// One more row; readers of the screen hear the name before the value.
    public static void add(GridPane grid, String name, Node value) {
        Label title = Boxes.label(name, "fact-name");
        title.setMinWidth(Region.USE_PREF_SIZE);
        boolean field = value instanceof Control && !(value instanceof Label);
        boolean box =
                value instanceof HBox row
                        && row.getAlignment() != Pos.BASELINE_LEFT
                        && !row.getStyleClass().contains("sign-line");
        GridPane.setValignment(title, box || field ? VPos.CENTER : VPos.BASELINE);
        if (value instanceof PathLabel) {
            title.getStyleClass().add("path-name");
        }
        if (value instanceof Label label && label.getAccessibleText() == null) {
            label.setAccessibleText(name + " " + label.getText());
        }
        grid.addRow(grid.getRowCount(), title, value);
    }
}
