// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.feature.findings;

import dev.countersign.app.control.Boxes;
import dev.countersign.app.control.Mark;
import dev.countersign.app.control.Rows;
import dev.countersign.app.control.SeverityMark;
import dev.countersign.app.control.TwoLines;
import dev.countersign.app.control.WholeRows;
import dev.countersign.app.text.TimeText;

import javafx.collections.transformation.SortedList;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;

/// The findings, one row each; only the rows in sight cost anything.
final class FindingsTable {
    private static final double OTHERS = 7.6 + 11.4 + 11.4;

    private FindingsTable() {}

    static TableView<FindingRow> of(FindingsViewModel model) {
        var table = new TableView<FindingRow>();
        table.setId("findings");
        table.getStyleClass().add("two-line-table");
        table.setAccessibleText("Findings, the worst first");
        table.setPlaceholder(
                Boxes.prose("No finding matches the filter. Esc shows all of them.", "muted"));
        ZoneId viewer = model.viewer();
        TableColumn<FindingRow, FindingRow> severity = Rows.column(table, "Severity", 7.6);
        severity.setCellFactory(c -> new SeverityCell());
        severity.setComparator(Comparator.comparingInt(r -> r.finding().severity()));
        TableColumn<FindingRow, FindingRow> what = Rows.column(table, "Finding", 0);
        what.setCellFactory(c ->
                TwoLines.cell(FindingRow::sentence, FindingRow::run, TwoLines.Face.MONO_BELOW));
        what.setComparator(Comparator.comparing(FindingRow::sentence));
        TableColumn<FindingRow, FindingRow> when = Rows.column(table, "Since", 11.4);
        when.setCellFactory(c ->
                TwoLines.cell(
                        row -> TimeText.local(row.finding().at().atZone(viewer)),
                        row -> due(row, viewer),
                        TwoLines.Face.MONO));
        when.setComparator(Comparator.comparing(r -> r.finding().at()));
        TableColumn<FindingRow, FindingRow> state = Rows.column(table, "State", 11.4);
        state.setCellFactory(
                c -> TwoLines.marked(FindingsTable::mark, FindingsTable::word, FindingRow::goesTo));
        state.setComparator(Comparator.comparing(FindingRow::standing));
        what.prefWidthProperty()
                .bind(
                        table.widthProperty()
                                .subtract(
                                        table.fixedCellSizeProperty()
                                                .multiply(OTHERS / Rows.ROW_EMS))
                                .subtract(18));
        var sorted = new SortedList<>(model.rows());
        sorted.comparatorProperty().bind(table.comparatorProperty());
        table.setItems(sorted);
        Rows.select(table, model.selectedProperty());
        WholeRows.of(table);
        return table;
    }

    static Mark mark(FindingRow row) {
        return switch (row.standing()) {
            case OPEN -> Mark.OPEN;
            case OVERDUE -> Mark.FAILED;
        };
    }

    static String word(FindingRow row) {
        return switch (row.standing()) {
            case OPEN -> "Open";
            case OVERDUE -> "Open, overdue";
        };
    }

    private static String due(FindingRow row, ZoneId viewer) {
        Instant due = row.finding().due();
        if (due == null) {
            return "no deadline";
        }
        return due.equals(row.finding().at())
                ? "when it was due"
                : "due " + TimeText.local(due.atZone(viewer));
    }

    private static final class SeverityCell extends TableCell<FindingRow, FindingRow> {
        private final SeverityMark mark = new SeverityMark();

        @Override
        protected void updateItem(@Nullable FindingRow row, boolean empty) {
            super.updateItem(row, empty);
            if (empty || row == null) {
                setGraphic(null);
                return;
            }
            mark.show(row.finding().severity());
            setGraphic(mark);
        }
    }
}
