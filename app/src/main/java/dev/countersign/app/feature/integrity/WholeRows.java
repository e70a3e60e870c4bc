// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.feature.integrity;

import javafx.scene.Node;
import javafx.scene.control.TableView;
import javafx.scene.layout.Region;

/// Gives a table's pane only as much height as whole rows of the table fill, so that none is cut.
final class WholeRows extends Region {
    private final Region pane;
    private final TableView<?> table;

    /// @param pane what is laid out, as high as the table in it
    /// @param table whose rows count, all of one height
    WholeRows(Region pane, TableView<?> table) {
        this.pane = pane;
        this.table = table;
        getChildren().add(pane);
        table.fixedCellSizeProperty().subscribe(size -> requestLayout());
    }

    /// The height at which the last row in sight is whole.
    ///
    /// @param room all there is
    /// @param around what is no row: the head and the border
    /// @param row height of a row
    /// @param rows how many there are
    static double fit(double room, double around, double row, int rows) {
        double full = Math.floor((room - around) / row);
        return row <= 0 || full < 1 || full >= rows ? room : around + full * row;
    }

    @Override
    protected void layoutChildren() {
        Node head = table.lookup(".column-header-background");
        double around =
                table.snappedTopInset()
                        + table.snappedBottomInset()
                        + (head == null ? 0 : head.prefHeight(-1));
        double height = fit(getHeight(), around, table.getFixedCellSize(), table.getItems().size());
        pane.resizeRelocate(0, 0, getWidth(), height);
        if (head == null) {
            // the table makes its head when it is first laid out
            pane.applyCss();
            pane.layout();
            if (table.lookup(".column-header-background") != null) {
                layoutChildren();
            }
        }
    }

    @Override
    protected double computePrefHeight(double width) {
        return pane.prefHeight(width);
    }

    @Override
    protected double computeMinHeight(double width) {
        return pane.minHeight(width);
    }

    @Override
    protected double computePrefWidth(double height) {
        return pane.prefWidth(height);
    }

    @Override
    protected double computeMinWidth(double height) {
        return pane.minWidth(height);
    }
}
