// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.feature.queue;

import dev.countersign.app.control.WholeRows;

import javafx.beans.Observable;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableNumberValue;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;

import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

/// The columns, their widths and the height of rows, in ems, so that they grow with the text; what
/// a run is about takes what is left.
final class QueueColumns {
    private static final double SCROLL_BAR = 18;

    private final TableView<QueueRow> table;
    private final ObservableNumberValue em;
    private final ReadOnlyObjectWrapper<QueueLayout> layout =
            new ReadOnlyObjectWrapper<>(QueueLayout.WIDE);

    /// @param em the size of the text
    QueueColumns(TableView<QueueRow> table, ObservableNumberValue em) {
        this.table = table;
        this.em = em;
        layout.bind(
                Bindings.createObjectBinding(
                        () -> QueueLayout.of(table.getWidth() / em.doubleValue()),
                        table.widthProperty(),
                        em));
        WholeRows.of(
                table,
                Bindings.createDoubleBinding(
                        () -> Math.rint(em.doubleValue() * layout.get().row()), layout, em));
    }

    /// @param remaining makes the cells that count
    void add(
            QueueViewModel model, Function<ObservableValue<QueueLayout>, RemainingCell> remaining) {
        ObservableValue<QueueLayout> looks = layout.getReadOnlyProperty();
        TableColumn<QueueRow, QueueRow> state =
                column("", 11.8, () -> new QueueCells.State(model, looks));
        state.textProperty()
                .bind(
                        Bindings.when(below(QueueLayout.WIDE))
                                .then("State · chain")
                                .otherwise("State"));
        TableColumn<QueueRow, QueueRow> what =
                column("What · run", 0, () -> new QueueCells.What(model, looks));
        TableColumn<QueueRow, QueueRow> system =
                column("System", 12.4, () -> new QueueCells.Subject(model));
        TableColumn<QueueRow, QueueRow> waiting =
                column("Waiting for · clock", 12.8, () -> new QueueCells.WaitingFor(model));
        TableColumn<QueueRow, QueueRow> left =
                column("Remaining · due", 16, () -> remaining.apply(looks));
        TableColumn<QueueRow, QueueRow> severity =
                column("Severity", 6.2, () -> new QueueCells.Worth(model));
        TableColumn<QueueRow, QueueRow> chain =
                column("Chain", 8.6, () -> new QueueCells.Chain(model));
        table.getColumns().setAll(List.of(state, what, system, waiting, left, severity, chain));
        system.visibleProperty().bind(below(QueueLayout.WIDE).not());
        chain.visibleProperty().bind(below(QueueLayout.WIDE).not());
        severity.visibleProperty().bind(below(QueueLayout.NARROW).not());
        waiting.visibleProperty().bind(below(QueueLayout.TALL).not());
        fill(what);
    }

    private TableColumn<QueueRow, QueueRow> column(
            String title, double ems, Supplier<? extends QueueCell> cell) {
        var column = new TableColumn<QueueRow, QueueRow>(title);
        column.setCellValueFactory(c -> new ReadOnlyObjectWrapper<>(c.getValue()));
        column.setCellFactory(c -> cell.get());
        column.setSortable(false);
        column.setReorderable(false);
        column.setMinWidth(0);
        if (ems > 0) {
            column.prefWidthProperty()
                    .bind(Bindings.createDoubleBinding(() -> em.doubleValue() * ems, em));
        }
        return column;
    }

    private BooleanBinding below(QueueLayout other) {
        return Bindings.createBooleanBinding(() -> layout.get().below(other), layout);
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
