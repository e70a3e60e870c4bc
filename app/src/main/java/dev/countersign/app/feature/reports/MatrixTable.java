// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.feature.reports;

import dev.countersign.app.control.Boxes;
import dev.countersign.app.control.ElidedId;
import dev.countersign.app.control.Mark;
import dev.countersign.app.control.MarkIcon;
import dev.countersign.app.control.Rows;
import dev.countersign.app.control.WholeRows;
import dev.countersign.app.text.Foreign;
import dev.countersign.app.text.MatrixText;
import dev.countersign.core.reperformance.Comparison;
import dev.countersign.core.reperformance.TestKind;

import javafx.beans.binding.Bindings;
import javafx.beans.binding.DoubleBinding;
import javafx.beans.value.ObservableNumberValue;
import javafx.collections.transformation.SortedList;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TablePosition;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.function.BiConsumer;

/// Rows are runs, columns tests. Only the cells in sight cost anything.
final class MatrixTable {
    private static final double ROW = 2.46;
    private static final double TEST = 6.2;

    /// The longest id of a run that is usual.
    private static final double RUN = 24;

    private static final double SCROLL_BAR = 18;

    /// So many rows are seen above one that is selected.
    private static final int ABOVE = 2;

    /// So many rows are in sight in the smallest window.
    private static final int FEW = 5;

    private MatrixTable() {}

    /// @param open shows a run where a test looked
    /// @param selected hears which cell is selected
    static TableView<MatrixRow> of(
            MatrixViewModel model,
            BiConsumer<Path, TestKind> open,
            BiConsumer<@Nullable MatrixRow, TestKind> selected) {
        var table = new TableView<MatrixRow>();
        table.setId("matrix");
        table.getStyleClass().add("matrix-table");
        table.setAccessibleText(
                "Re-performed runs: one row for each run, one column for each test");
        table.setPlaceholder(Boxes.prose("No run differs. d shows all of them.", "muted"));
        columns(table, open);
        table.getSelectionModel().setCellSelectionEnabled(true);
        rows(table, model);
        table.getFocusModel()
                .focusedCellProperty()
                .subscribe(cell -> selected.accept(model.selectedProperty().get(), test(cell)));
        model.selectedProperty()
                .subscribe(
                        row -> selected.accept(row, test(table.getFocusModel().getFocusedCell())));
        table.addEventFilter(
                KeyEvent.KEY_PRESSED,
                e -> {
                    MatrixRow row = table.getSelectionModel().getSelectedItem();
                    if (e.getCode() == KeyCode.ENTER && row != null) {
                        open.accept(row.directory(), test(table.getFocusModel().getFocusedCell()));
                        e.consume();
                    }
                });
        return table;
    }

    /// The tests share what the longest id leaves; where that is too little, the id gives way.
    private static void columns(TableView<MatrixRow> table, BiConsumer<Path, TestKind> open) {
        TableColumn<MatrixRow, MatrixRow> run = Rows.column(table, "Run", ROW, 0);
        run.setCellFactory(c -> new RunCell());
        run.setComparator(Comparator.comparing(MatrixRow::runId));
        ObservableNumberValue needed = WholeRows.of(table, ROW);
        DoubleBinding em = Bindings.createDoubleBinding(() -> needed.doubleValue() / ROW, needed);
        DoubleBinding room = table.widthProperty().subtract(SCROLL_BAR);
        int tests = TestKind.values().length;
        run.prefWidthProperty()
                .bind(Bindings.min(em.multiply(RUN), room.subtract(em.multiply(TEST * tests))));
        for (TestKind test : TestKind.values()) {
            TableColumn<MatrixRow, MatrixRow> column =
                    Rows.column(table, MatrixText.name(test), ROW, 0);
            column.prefWidthProperty()
                    .bind(
                            Bindings.max(
                                    em.multiply(TEST),
                                    room.subtract(run.prefWidthProperty())
                                            .divide(tests)
                                            .subtract(1))); // widths are rounded
            column.setCellFactory(c -> new Cell(test, open));
            column.setComparator(Comparator.comparing(row -> row.of(test).result()));
            column.setUserData(test);
        }
    }

    /// The rows of the model, sorted by the column that was clicked; a row that the model selects
    /// is selected at the first test that differs, else at its first.
    private static void rows(TableView<MatrixRow> table, MatrixViewModel model) {
        var sorted = new SortedList<>(model.rows());
        sorted.comparatorProperty().bind(table.comparatorProperty());
        table.setItems(sorted);
        var selection = table.getSelectionModel();
        Rows.tell(table, model.selectedProperty());
        model.selectedProperty()
                .subscribe((before, row) -> {
                    boolean again = before == null; // the table may have lost its place
                    if (row != null && (again || !row.equals(selection.getSelectedItem()))) {
                        int place = table.getItems().indexOf(row);
                        TableColumn<MatrixRow, ?> column = mattersMost(table, row);
                        selection.clearSelection();
                        selection.select(place, column);
                        table.getFocusModel().focus(place, column);
                        table.scrollTo(place < FEW ? 0 : place - ABOVE);
                    }
                });
    }

    private static TableColumn<MatrixRow, ?> mattersMost(
            TableView<MatrixRow> table, MatrixRow row) {
        return table.getColumns().stream()
                .filter(column ->
                        column.getUserData() instanceof TestKind test
                                && row.of(test).result() == Comparison.Result.DIFFERS)
                .findFirst()
                .orElse(table.getColumns().get(1));
    }

    /// The test of a cell; of a run's name the verdict.
    private static TestKind test(TablePosition<?, ?> cell) {
        return cell.getTableColumn() != null
                        && cell.getTableColumn().getUserData() instanceof TestKind test
                ? test
                : TestKind.VERDICT;
    }

    static Mark mark(Comparison.Result result) {
        return switch (result) {
            case AGREES -> Mark.VERIFIED;
            case DIFFERS -> Mark.FAILED;
            case NOT_COMPARED -> Mark.OPEN;
        };
    }

    private static final class RunCell extends TableCell<MatrixRow, MatrixRow> {
        private final ElidedId id = new ElidedId();
        private final Tooltip whole = new Tooltip();

        @Override
        protected void updateItem(@Nullable MatrixRow row, boolean empty) {
            super.updateItem(row, empty);
            if (empty || row == null) {
                setGraphic(null);
                setTooltip(null);
                setAccessibleText(null);
                return;
            }
            String text = Foreign.visible(row.runId());
            id.show(text);
            setGraphic(id);
            setAccessibleText(text);
            whole.setText(text);
            setTooltip(whole);
        }
    }

    private static final class Cell extends TableCell<MatrixRow, MatrixRow> {
        private final TestKind test;
        private final MarkIcon icon = MarkIcon.empty();
        private final Tooltip whole = new Tooltip();
        private Comparison.@Nullable Result shown;

        Cell(TestKind test, BiConsumer<Path, TestKind> open) {
            this.test = test;
            setOnMouseClicked(e -> {
                if (getItem() != null && e.getButton() == MouseButton.PRIMARY) {
                    open.accept(getItem().directory(), test);
                }
            });
        }

        @Override
        protected void updateItem(@Nullable MatrixRow row, boolean empty) {
            super.updateItem(row, empty);
            if (empty || row == null) {
                setText(null);
                setGraphic(null);
                setTooltip(null);
                look(null);
                return;
            }
            Comparison.Result result = row.of(test).result();
            look(result);
            setText(MatrixText.word(result));
            setGraphic(icon);
            setAccessibleText(MatrixText.name(test) + ": " + getText());
            whole.setText(MatrixText.name(test) + ": " + MatrixText.sentence(row.of(test)));
            setTooltip(whole);
        }

        /// Styles are changed only where they are others: this is done for each cell scrolled by.
        private void look(Comparison.@Nullable Result result) {
            if (result == shown) {
                return;
            }
            if (shown != null) {
                getStyleClass().removeAll("verdict-mark", mark(shown).styleClass());
            }
            if (result != null) {
                icon.show(mark(result));
                getStyleClass().addAll("verdict-mark", mark(result).styleClass());
            }
            shown = result;
        }
    }
}
