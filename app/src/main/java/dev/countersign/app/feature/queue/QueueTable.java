// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.feature.queue;

import dev.countersign.app.background.Ticker;
import dev.countersign.app.control.WholeRows;

import javafx.beans.Observable;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.DoubleBinding;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.input.MouseButton;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/// The rows of the queue in the order it gives; only those in sight cost anything, and now moves
/// each second only while one of them is under an hour.
final class QueueTable {
    /// As in the style sheet.
    private static final double ROW_EMS = 3.4;

    private final QueueViewModel model;
    private final TableView<QueueRow> table;
    private final List<QueueCells.Remaining> clocks = new ArrayList<>();

    QueueTable(QueueViewModel model, Runnable open) {
        this.model = model;
        table = new TableView<>(model.rows());
        table.setId("queue");
        table.getStyleClass().add("queue-table");
        table.setAccessibleText("Waiting decisions, the next to breach first");
        var nothing = new Label("Nothing is as you filter. Esc shows all.");
        nothing.getStyleClass().add("muted");
        table.setPlaceholder(nothing);
        table.setRowFactory(t -> row(open));
        TableColumn<QueueRow, QueueRow> what = column("What · run", 0, () -> new QueueCells.What(model));
        List<TableColumn<QueueRow, QueueRow>> columns =
                List.of(
                        column("State", 12.4, () -> new QueueCells.State(model)),
                        what,
                        column("System", 9.6, () -> new QueueCells.Subject(model)),
                        column("Waiting for · clock", 12.4, () -> new QueueCells.WaitingFor(model)),
                        column("Remaining · due", 14.2, this::remaining),
                        column("Severity", 5.6, () -> new QueueCells.Severity(model)),
                        column("Chain", 8.2, () -> new QueueCells.Chain(model)));
        table.getColumns().setAll(columns);
        what.prefWidthProperty().bind(table.widthProperty().subtract(fixed(columns)));
        select();
        WholeRows.of(table);
        model.ticker().nowProperty().subscribe(this::pace);
    }

    TableView<QueueRow> root() {
        return table;
    }

    /// Selects the next (1) or previous (-1) row.
    void step(int by) {
        int size = table.getItems().size();
        if (size > 0) {
            int to =
                    Math.clamp(
                            (long) table.getSelectionModel().getSelectedIndex() + by, 0, size - 1);
            table.getSelectionModel().select(to);
            reveal(to);
        }
    }

    /// Back to each minute once no row in sight needs seconds; a row that comes into sight and does
    /// asks for them itself.
    private void pace() {
        if (model.ticker().pace() == Ticker.Pace.SECOND
                && clocks.stream().noneMatch(QueueCells.Remaining::counts)) {
            model.ticker().every(Ticker.Pace.MINUTE);
        }
    }

    private QueueCells.Remaining remaining() {
        clocks.removeIf(cell -> cell.getScene() == null && cell.getTableView() == null);
        var cell = new QueueCells.Remaining(model);
        clocks.add(cell);
        return cell;
    }

    /// Widths grow with the text, as a row's height does.
    private TableColumn<QueueRow, QueueRow> column(
            String title, double em, Supplier<? extends QueueCell> cell) {
        var column = new TableColumn<QueueRow, QueueRow>(title);
        column.setCellValueFactory(c -> new ReadOnlyObjectWrapper<>(c.getValue()));
        column.setCellFactory(c -> cell.get());
        column.setSortable(false);
        column.setReorderable(false);
        if (em > 0) {
            column.setResizable(true);
            column.prefWidthProperty()
                    .bind(table.fixedCellSizeProperty().multiply(em / ROW_EMS));
        }
        return column;
    }

    private static DoubleBinding fixed(
            List<TableColumn<QueueRow, QueueRow>> columns) {
        return Bindings.createDoubleBinding(
                () ->
                        20
                                + columns.stream()
                                        .skip(2)
                                        .mapToDouble(TableColumn::getPrefWidth)
                                        .sum()
                                + columns.getFirst().getPrefWidth(),
                columns.stream()
                        .map(TableColumn::prefWidthProperty)
                        .toArray(Observable[]::new));
    }

    private static TableRow<QueueRow> row(Runnable open) {
        var row = new TableRow<QueueRow>();
        row.setOnMouseClicked(e -> {
            if (e.getButton() == MouseButton.PRIMARY && e.getClickCount() == 2 && !row.isEmpty()) {
                open.run();
            }
        });
        return row;
    }

    /// Table and model select the same row; a row that the model selects comes into sight.
    private void select() {
        var selection = table.getSelectionModel();
        selection
                .selectedItemProperty()
                .addListener((o, old, row) -> {
                    if (row != null) {
                        model.selectedProperty().set(row);
                    }
                });
        model.selectedProperty()
                .addListener((o, old, row) -> {
                    if (row != null) {
                        int at = place(row);
                        selection.select(at);
                        reveal(at);
                    }
                });
    }

    /// By identity: rows are many, and to compare all of two is work.
    private int place(QueueRow row) {
        for (int i = 0; i < model.rows().size(); i++) {
            if (model.rows().get(i) == row) {
                return i;
            }
        }
        return -1;
    }

    /// No further than need be.
    private void reveal(int row) {
        if (table.lookup(".virtual-flow") instanceof VirtualFlow<?> flow) {
            flow.scrollTo(row);
        } else {
            table.scrollTo(row);
        }
    }
}
