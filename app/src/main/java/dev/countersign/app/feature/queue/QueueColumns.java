// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.feature.queue;

import javafx.beans.Observable;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.binding.DoubleBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;

import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

/// The columns and their widths. Widths are in ems, so they grow with the text; what a run is about
/// takes what is left. Where that is little, the system stands beside the run's id, and the chain
/// is a mark without its word.
final class QueueColumns {
    /// Height of a row, as in the style sheet.
    private static final double ROW_EMS = 3.4;

    private static final double SCROLL_BAR = 18;
    private static final double NARROW = 96;
    private static final double NARROWER = 72;

    private final TableView<QueueRow> table;
    private final BooleanProperty narrow = new SimpleBooleanProperty();
    private final BooleanProperty narrower = new SimpleBooleanProperty();

    QueueColumns(TableView<QueueRow> table) {
        this.table = table;
    }

    /// @param remaining makes the cells that count
    void add(QueueViewModel model, Supplier<QueueCells.Remaining> remaining) {
        TableColumn<QueueRow, QueueRow> what =
                column("What · run", () -> new QueueCells.What(model, narrow));
        TableColumn<QueueRow, QueueRow> system =
                column("System", 10.2, () -> new QueueCells.Subject(model));
        TableColumn<QueueRow, QueueRow> chain =
                column("Chain", () -> new QueueCells.Chain(model, narrower));
        table.getColumns()
                .setAll(
                        List.of(
                                column("State", 11.8, () -> new QueueCells.State(model)),
                                what,
                                system,
                                column(
                                        "Waiting for · clock",
                                        12.8,
                                        () -> new QueueCells.WaitingFor(model)),
                                column("Remaining · due", 16, remaining),
                                column("Severity", 5.6, () -> new QueueCells.Worth(model)),
                                chain));
        chain.prefWidthProperty().bind(Bindings.when(narrower).then(ems(4.6)).otherwise(ems(8.6)));
        system.visibleProperty().bind(narrow.not());
        narrow.bind(below(NARROW));
        narrower.bind(below(NARROWER));
        fill(what);
    }

    private TableColumn<QueueRow, QueueRow> column(
            String title, double em, Supplier<? extends QueueCell> cell) {
        TableColumn<QueueRow, QueueRow> column = column(title, cell);
        column.prefWidthProperty().bind(ems(em));
        return column;
    }

    private static TableColumn<QueueRow, QueueRow> column(
            String title, Supplier<? extends QueueCell> cell) {
        var column = new TableColumn<QueueRow, QueueRow>(title);
        column.setCellValueFactory(c -> new ReadOnlyObjectWrapper<>(c.getValue()));
        column.setCellFactory(c -> cell.get());
        column.setSortable(false);
        column.setReorderable(false);
        column.setMinWidth(0);
        return column;
    }

    private DoubleBinding ems(double em) {
        return table.fixedCellSizeProperty().multiply(em / ROW_EMS);
    }

    private BooleanBinding below(double em) {
        return table.widthProperty().lessThan(ems(em));
    }

    /// What the others and the scroll bar leave.
    private void fill(TableColumn<QueueRow, QueueRow> wide) {
        List<TableColumn<QueueRow, ?>> others =
                table.getColumns().stream().filter(column -> !column.equals(wide)).toList();
        var taken =
                Bindings.createDoubleBinding(
                        () ->
                                others.stream()
                                        .filter(TableColumn::isVisible)
                                        .mapToDouble(TableColumn::getPrefWidth)
                                        .sum(),
                        others.stream()
                                .flatMap(c -> Stream.of(c.prefWidthProperty(), c.visibleProperty()))
                                .toArray(Observable[]::new));
        wide.prefWidthProperty().bind(table.widthProperty().subtract(taken).subtract(SCROLL_BAR));
    }
}
