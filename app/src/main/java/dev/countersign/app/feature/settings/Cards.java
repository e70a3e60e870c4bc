// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.feature.settings;

import dev.countersign.app.control.Boxes;

import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// The few shapes that this screen is made of.
final class Cards {
    private Cards() {}

    static VBox card(String title, Node... children) {
        Label name = Boxes.label(title, "section-title");
        VBox box = Boxes.column("settings-card", name);
        box.getStyleClass().add("card");
        box.getChildren().addAll(children);
        return box;
    }

    /// Side by side, equally wide.
    static GridPane pair(VBox left, VBox right) {
        var grid = new GridPane();
        grid.getStyleClass().add("card-pair");
        for (int i = 0; i < 2; i++) {
            var column = new ColumnConstraints();
            column.setPercentWidth(50);
            grid.getColumnConstraints().add(column);
        }
        grid.addRow(0, left, right);
        return grid;
    }

    /// A table that is read, not used: names above columns of prose.
    ///
    /// @param shares of the width, one for each column
    static GridPane table(double[] shares, String... names) {
        var grid = new GridPane();
        grid.getStyleClass().add("plain-table");
        double all = 0;
        for (double share : shares) {
            all += share;
        }
        for (int i = 0; i < names.length; i++) {
            var column = new ColumnConstraints();
            column.setPercentWidth(100 * shares[i] / all);
            column.setHgrow(Priority.ALWAYS);
            grid.getColumnConstraints().add(column);
            grid.add(Boxes.label(names[i], "fact-name"), i, 0);
        }
        return grid;
    }

    /// One more row of such a table.
    static void row(GridPane table, Node... cells) {
        int row = table.getRowCount();
        for (int i = 0; i < cells.length; i++) {
            GridPane.setValignment(cells[i], VPos.TOP);
            if (cells[i] instanceof Region region && !(cells[i] instanceof Label)) {
                region.setMaxWidth(Double.MAX_VALUE);
            }
            table.add(cells[i], i, row);
        }
    }
}
