// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.control;

import javafx.scene.Node;
import javafx.scene.control.TableView;

import java.util.Locale;

/// Keeps a table from showing half a row at its lower end: what is too little for a row is left
/// blank.
public final class WholeRows {
    private static final double BELOW = 4;

    private WholeRows() {}

    /// @param table whose rows all have one height, and whose padding is set here
    public static void of(TableView<?> table) {
        table.heightProperty().subscribe(() -> pad(table));
        table.fixedCellSizeProperty().subscribe(() -> pad(table));
    }

    /// What is left when the room is filled with rows; nothing if all rows fit.
    ///
    /// @param room for rows
    /// @param row height of one
    /// @param rows how many there are
    static double spare(double room, double row, int rows) {
        return row <= 0 || room < row || room >= row * rows ? 0 : room % row;
    }

    private static void pad(TableView<?> table) {
        Node head = table.lookup(".column-header-background");
        if (head == null) {
            return;
        }
        double room = table.getHeight() - head.prefHeight(-1) - BELOW - 3;
        double spare = spare(room, table.getFixedCellSize(), table.getItems().size());
        table.setStyle(
                String.format(Locale.ROOT, "-fx-padding: 1px 1px %.1fpx 1px", BELOW + spare));
    }
}
