// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.control;

import javafx.beans.binding.Bindings;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableNumberValue;
import javafx.collections.ObservableList;
import javafx.collections.transformation.SortedList;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.input.MouseButton;

import org.jspecify.annotations.Nullable;

/// What tables of rows have in common.
public final class Rows {
    private static final double SCROLL_BAR = 18;

    private Rows() {}

    /// Selects the next (1) or previous (-1) row and brings it into sight.
    public static void step(TableView<?> table, int by) {
        int size = table.getItems().size();
        if (size > 0) {
            int to = table.getSelectionModel().getSelectedIndex() + by;
            int within = Math.clamp((long) to, 0, size - 1);
            table.getSelectionModel().clearAndSelect(within);
            table.scrollTo(Math.max(0, within - 2));
        }
    }

    /// A double click on a row opens what it is about.
    public static <T> void opens(TableView<T> table, Runnable open) {
        table.setRowFactory(t -> {
            var row = new TableRow<T>();
            row.setOnMouseClicked(e -> {
                if (e.getButton() == MouseButton.PRIMARY
                        && e.getClickCount() == 2
                        && !row.isEmpty()) {
                    open.run();
                }
            });
            return row;
        });
    }

    /// The rows of a model, whole, sorted by the column that was clicked, and selected as in the
    /// model.
    public static <T> void show(
            TableView<T> table, ObservableList<T> rows, ObjectProperty<@Nullable T> selected) {
        var sorted = new SortedList<>(rows);
        sorted.comparatorProperty().bind(table.comparatorProperty());
        table.setItems(sorted);
        select(table, selected);
    }

    /// The model hears which row is selected; where none is, it keeps the last.
    public static <T> void tell(TableView<T> table, ObjectProperty<@Nullable T> selected) {
        table.getSelectionModel()
                .selectedItemProperty()
                .addListener((o, old, row) -> {
                    if (row != null) {
                        selected.set(row);
                    }
                });
    }

    /// Table and model select the same row; a row that the model selects comes into sight.
    private static <T> void select(TableView<T> table, ObjectProperty<@Nullable T> selected) {
        var selection = table.getSelectionModel();
        tell(table, selected);
        selected.subscribe(row -> {
            if (row != null && !row.equals(selection.getSelectedItem())) {
                selection.select(row);
                table.scrollTo(row);
            }
        });
    }

    /// A column whose cells get the whole row; rows fill the table.
    ///
    /// @param rowEms height of a row as a multiple of the size of the text, as in the style sheet
    /// @param ems its width likewise; 0 where it takes what is left
    public static <T> TableColumn<T, T> column(
            TableView<T> table, String title, double rowEms, double ems) {
        var column = new TableColumn<T, T>(title);
        column.setCellValueFactory(cell -> new ReadOnlyObjectWrapper<>(cell.getValue()));
        column.setReorderable(false);
        ObservableNumberValue row = WholeRows.of(table, rowEms);
        if (ems > 0) {
            column.prefWidthProperty().bind(Bindings.multiply(row, ems / rowEms));
        }
        table.getColumns().add(column);
        return column;
    }

    /// Gives a column what the others leave.
    ///
    /// @param rowEms see {@link #column}
    /// @param others widths of the others together, likewise
    public static <T> void fill(
            TableView<T> table, TableColumn<T, T> column, double rowEms, double others) {
        column.prefWidthProperty()
                .bind(
                        table.widthProperty()
                                .subtract(
                                        Bindings.multiply(
                                                WholeRows.of(table, rowEms), others / rowEms))
                                .subtract(SCROLL_BAR));
    }
}
