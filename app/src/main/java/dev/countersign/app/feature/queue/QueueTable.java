// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.feature.queue;

import dev.countersign.app.background.Ticker;
import dev.countersign.app.control.Rows;
import dev.countersign.app.text.QueueText;

import javafx.beans.value.ObservableNumberValue;
import javafx.beans.value.ObservableValue;
import javafx.collections.ListChangeListener;
import javafx.scene.control.Label;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableView;
import javafx.scene.control.skin.VirtualFlow;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// The rows of the queue in the order it gives; only those in sight cost anything, and now moves
/// each second only while one of them is under an hour.
final class QueueTable {
    private final QueueViewModel model;
    private final TableView<QueueRow> table;
    private final List<RemainingCell> clocks = new ArrayList<>();
    private final TickTurns turns = new TickTurns();
    private boolean telling;

    QueueTable(QueueViewModel model, Runnable open, ObservableNumberValue em) {
        this.model = model;
        table = new TableView<>(model.rows());
        table.setId("queue");
        table.getStyleClass().add("queue-table");
        table.setAccessibleText("Waiting decisions. " + QueueText.order());
        var nothing = new Label("No row matches. Esc shows all.");
        nothing.getStyleClass().add("muted");
        table.setPlaceholder(nothing);
        Rows.opens(table, open);
        new QueueColumns(table, em).add(model, this::remaining);
        select();
        model.ticker().nowProperty().subscribe(this::tick);
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
            table.getSelectionModel().clearAndSelect(to);
            reveal(to);
        }
    }

    /// Selects the next (1) or previous (-1) row, too.
    void extend(int by) {
        int to = table.getSelectionModel().getSelectedIndex() + by;
        if (to >= 0 && to < table.getItems().size()) {
            table.getSelectionModel().select(to);
            reveal(to);
        }
    }

    /// Back to each minute once no row in sight needs seconds; a row that comes into sight and does
    /// asks for them itself.
    private void tick() {
        turns.of(
                clocks.stream()
                        .filter(RemainingCell::shows)
                        .map(cell -> (Runnable) cell::tick)
                        .toList());
        if (model.ticker().pace() == Ticker.Pace.SECOND
                && clocks.stream().noneMatch(RemainingCell::counts)) {
            model.ticker().every(Ticker.Pace.MINUTE);
        }
    }

    private RemainingCell remaining(ObservableValue<QueueLayout> layout) {
        var cell = new RemainingCell(model, layout);
        clocks.removeIf(old -> old.getScene() == null);
        clocks.add(cell);
        return cell;
    }

    /// Table and model select the same rows; a row that the model selects comes into sight.
    private void select() {
        var selection = table.getSelectionModel();
        selection.setSelectionMode(SelectionMode.MULTIPLE);
        selection
                .getSelectedIndices()
                .addListener((ListChangeListener<Integer>) change -> chosen());
        model.chosenProperty().subscribe(this::choose);
        Rows.tell(table, model.selectedProperty());
        model.selectedProperty()
                .addListener((o, old, row) -> {
                    if (row != null) {
                        int at = place(row);
                        if (at != selection.getSelectedIndex() || !selection.isSelected(at)) {
                            selection.clearAndSelect(at);
                        }
                        reveal(at);
                    }
                });
    }

    /// What the table selects, in the order of the rows.
    private void chosen() {
        if (!telling) {
            telling = true;
            model.chosenProperty()
                    .set(
                            table.getSelectionModel().getSelectedIndices().stream()
                                    .filter(at -> at >= 0 && at < model.rows().size())
                                    .sorted()
                                    .map(model.rows()::get)
                                    .toList());
            telling = false;
        }
    }

    /// Selects what the model says, where that is more than one.
    private void choose(List<QueueRow> wanted) {
        if (telling || wanted.size() < 2) {
            return;
        }
        telling = true;
        Set<QueueRow.Key> keys = new HashSet<>();
        wanted.forEach(row -> keys.add(row.key()));
        var selection = table.getSelectionModel();
        int last = selection.getSelectedIndex();
        for (int i = 0; i < model.rows().size(); i++) {
            if (i != last && keys.contains(model.rows().get(i).key())) {
                selection.select(i);
            }
        }
        selection.select(last);
        telling = false;
    }

    /// Rows are many, and to compare all of two is work: the decision is enough.
    private int place(QueueRow row) {
        for (int i = 0; i < model.rows().size(); i++) {
            if (model.rows().get(i).sameAs(row)) {
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
