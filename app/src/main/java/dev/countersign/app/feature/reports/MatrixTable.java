// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.feature.reports;

import dev.countersign.app.control.Boxes;
import dev.countersign.app.control.ElidedId;
import dev.countersign.app.control.Mark;
import dev.countersign.app.control.MarkIcon;
import dev.countersign.app.control.Rows;
import dev.countersign.app.control.WholeRows;
import dev.countersign.app.text.Foreign;
import dev.countersign.core.reperformance.TestKind;

import javafx.beans.binding.Bindings;
import javafx.beans.binding.DoubleBinding;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.value.ObservableNumberValue;
import javafx.collections.transformation.SortedList;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TablePosition;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.function.BiConsumer;

/// Rows are runs, columns tests. Only the cells in sight cost anything.
final class MatrixTable {
    private static final double ROW = 2.46;
    private static final double TEST = 6.2;

    /// With a further column beside them.
    private static final double TEST_BESIDE = 5.8;

    /// The longest id of a run that is usual.
    private static final double RUN = 24;

    private static final double LEAST_RUN = 8.45;

    /// In less width an id stands on two lines.
    private static final double ONE_LINE = 12;

    private static final double ADDED = 7.8;

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
            BiConsumer<@Nullable MatrixRow, MatrixColumn> selected) {
        var table = new TableView<MatrixRow>();
        table.setId("matrix");
        table.getStyleClass().add("matrix-table");
        table.setAccessibleText(
                "Re-performed runs: one row for each run, one column for each test");
        table.setPlaceholder(Boxes.prose("No run differs. d shows all of them.", "muted"));
        columns(table, model, open);
        table.getSelectionModel().setCellSelectionEnabled(true);
        rows(table, model);
        table.getFocusModel()
                .focusedCellProperty()
                .subscribe(cell -> selected.accept(model.selectedProperty().get(), column(cell)));
        model.selectedProperty()
                .subscribe(row ->
                        selected.accept(row, column(table.getFocusModel().getFocusedCell())));
        table.addEventFilter(
                KeyEvent.KEY_PRESSED,
                e -> {
                    MatrixRow row = table.getSelectionModel().getSelectedItem();
                    if (e.getCode() == KeyCode.ENTER && row != null) {
                        MatrixColumn column = column(table.getFocusModel().getFocusedCell());
                        open.accept(row.directory(), column.leads());
                        e.consume();
                    }
                });
        return table;
    }

    /// The tests share what the longest id leaves; where that is too little, the id gives way.
    private static void columns(
            TableView<MatrixRow> table, MatrixViewModel model, BiConsumer<Path, TestKind> open) {
        TableColumn<MatrixRow, MatrixRow> run = Rows.column(table, "Run", ROW, 0);
        run.setCellFactory(c -> new RunCell());
        run.setComparator(Comparator.comparing(MatrixRow::runId));
        ObservableNumberValue needed = WholeRows.of(table, ROW);
        DoubleBinding em = Bindings.createDoubleBinding(() -> needed.doubleValue() / ROW, needed);
        var also = new SimpleDoubleProperty();
        var least = new SimpleDoubleProperty(TEST);
        DoubleBinding room = table.widthProperty().subtract(SCROLL_BAR).subtract(em.multiply(also));
        int tests = TestKind.values().length;
        DoubleBinding left = room.subtract(em.multiply(TEST * tests).add(tests));
        run.prefWidthProperty()
                .bind(Bindings.max(em.multiply(LEAST_RUN), Bindings.min(em.multiply(RUN), left)));
        for (TestKind test : TestKind.values()) {
            column(table, new MatrixColumn.OfTest(test), open)
                    .prefWidthProperty()
                    .bind(
                            Bindings.max(
                                    em.multiply(least),
                                    room.subtract(run.prefWidthProperty())
                                            .divide(tests)
                                            .subtract(1))); // widths are rounded
        }
        TableColumn<MatrixRow, MatrixRow> added = column(table, new MatrixColumn.Added(), open);
        added.prefWidthProperty().bind(em.multiply(ADDED));
        model.stateProperty()
                .subscribe(state -> {
                    boolean any =
                            state instanceof MatrixState.Listed listed && listed.reading().added();
                    also.set(any ? ADDED : 0);
                    least.set(any ? TEST_BESIDE : TEST);
                    added.setVisible(any);
                });
    }

    private static TableColumn<MatrixRow, MatrixRow> column(
            TableView<MatrixRow> table, MatrixColumn what, BiConsumer<Path, TestKind> open) {
        TableColumn<MatrixRow, MatrixRow> column = Rows.column(table, what.name(), ROW, 0);
        column.setCellFactory(c -> new Cell(what, open));
        column.setComparator(Comparator.comparingInt(what::rank));
        column.setUserData(what);
        return column;
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
                        column.getUserData() instanceof MatrixColumn.OfTest test
                                && test.differs(row))
                .findFirst()
                .orElse(table.getColumns().get(1));
    }

    /// What a cell says; of a run's name the verdict.
    private static MatrixColumn column(TablePosition<?, ?> cell) {
        return cell.getTableColumn() != null
                        && cell.getTableColumn().getUserData() instanceof MatrixColumn column
                ? column
                : new MatrixColumn.OfTest(TestKind.VERDICT);
    }

    /// An id on one line; where little more than its end has room there, its beginning stands above
    /// that.
    private static final class RunCell extends TableCell<MatrixRow, MatrixRow> {
        private final ElidedId id = new ElidedId();
        private final Label start = Boxes.label("", "mono", "id-start");
        private final Label end = Boxes.label("", "mono");
        private final VBox lines = new VBox(start, end);
        private final Tooltip whole = new Tooltip();

        RunCell() {
            lines.getStyleClass().add("elided-id");
            lines.setAlignment(Pos.CENTER_LEFT);
            start.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
            widthProperty().subscribe(this::lay);
            fontProperty().subscribe(this::lay);
        }

        private void lay() {
            if (getItem() != null) {
                boolean narrow = getWidth() < ONE_LINE * getFont().getSize();
                setGraphic(narrow ? lines : id);
            }
        }

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
            int from = ElidedId.end(text);
            start.setText(text.substring(0, from));
            end.setText(text.substring(from));
            lay();
            setAccessibleText(text);
            whole.setText(text);
            setTooltip(whole);
        }
    }

    private static final class Cell extends TableCell<MatrixRow, MatrixRow> {
        private final MatrixColumn column;
        private final MarkIcon icon = MarkIcon.empty();
        private final Tooltip whole = new Tooltip();
        private @Nullable Mark shown;

        Cell(MatrixColumn column, BiConsumer<Path, TestKind> open) {
            this.column = column;
            setOnMouseClicked(e -> {
                if (getItem() != null && e.getButton() == MouseButton.PRIMARY) {
                    open.accept(getItem().directory(), column.leads());
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
            look(column.mark(row));
            setText(column.word(row));
            setGraphic(icon);
            setAccessibleText(column.name() + ": " + getText());
            whole.setText(column.name() + ": " + column.sentence(row));
            setTooltip(whole);
        }

        /// Styles are changed only where they are others: this is done for each cell scrolled by.
        private void look(@Nullable Mark mark) {
            if (mark == shown) {
                return;
            }
            if (shown != null) {
                getStyleClass().removeAll("verdict-mark", shown.styleClass());
            }
            if (mark != null) {
                icon.show(mark);
                getStyleClass().addAll("verdict-mark", mark.styleClass());
            }
            shown = mark;
        }
    }
}
