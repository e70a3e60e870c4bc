// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.feature.ledger;

import dev.countersign.app.control.Boxes;
import dev.countersign.app.control.Mark;
import dev.countersign.app.control.Rows;
import dev.countersign.app.control.TwoLines;
import dev.countersign.app.text.Foreign;
import dev.countersign.app.text.TimeText;

import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;

import java.time.ZoneId;
import java.util.Comparator;

/// What was done, one row each, the latest first; only the rows in sight cost anything.
final class LedgerTable {
    private static final double ROW = 3.4;
    private static final double TIME = 12.6;
    private static final double ACTOR = 12.6;

    private LedgerTable() {}

    static TableView<LedgerRow> of(LedgerViewModel model) {
        var table = new TableView<LedgerRow>();
        table.setId("ledger");
        table.getStyleClass().addAll("lines-table", "two-line-table");
        table.setAccessibleText("What was done at this desk, the latest first");
        table.setPlaceholder(
                Boxes.prose("No event matches the filter. Esc shows all of them.", "muted"));
        ZoneId viewer = model.viewer();
        TableColumn<LedgerRow, LedgerRow> time = Rows.column(table, "Time", ROW, TIME);
        time.setCellFactory(c ->
                TwoLines.cell(
                        row -> TimeText.seconds(row.at().atZone(viewer)),
                        row -> (model.broken(row) ? "Broken · event " : "event ") + row.entry(),
                        row -> model.broken(row) ? Mark.FAILED : null));
        time.setComparator(Comparator.comparing(LedgerRow::at));
        TableColumn<LedgerRow, LedgerRow> what =
                Rows.column(table, "Action \u00b7 resource", ROW, 0);
        what.setCellFactory(
                c -> TwoLines.cell(LedgerRow::does, LedgerRow::resource, TwoLines.Face.PLAIN));
        what.setComparator(Comparator.comparing(LedgerRow::action));
        TableColumn<LedgerRow, LedgerRow> outcome =
                Rows.column(table, "Outcome \u00b7 actor", ROW, ACTOR);
        outcome.setCellFactory(c ->
                TwoLines.marked(
                        LedgerTable::mark,
                        r -> r.outcome().word(),
                        r -> Foreign.visible(r.actor())));
        outcome.setComparator(Comparator.comparing(LedgerRow::outcome));
        Rows.fill(table, what, ROW, TIME + ACTOR);
        Rows.show(table, model.rows(), model.selectedProperty());
        return table;
    }

    static Mark mark(LedgerRow row) {
        return switch (row.outcome()) {
            case SUCCESS -> Mark.VERIFIED;
            case FAILURE -> Mark.FAILED;
            case DENIED -> Mark.STOPPED;
        };
    }
}
