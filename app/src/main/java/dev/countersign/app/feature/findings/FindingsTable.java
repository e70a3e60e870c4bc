// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.feature.findings;

import dev.countersign.app.control.Boxes;
import dev.countersign.app.control.Mark;
import dev.countersign.app.control.MarkIcon;
import dev.countersign.app.control.Rows;
import dev.countersign.app.control.SeverityMark;
import dev.countersign.app.control.TwoLines;
import dev.countersign.app.text.ClockText;
import dev.countersign.app.text.TimeText;
import dev.countersign.core.clock.HowSoon;

import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;

/// The findings, one row each; only the rows in sight cost anything.
final class FindingsTable {
    private static final double ROW = 4.8;
    private static final double SEVERITY = 8.6;
    private static final double SINCE = 13.4;

    private FindingsTable() {}

    static TableView<FindingRow> of(FindingsViewModel model) {
        var table = new TableView<FindingRow>();
        table.setId("findings");
        table.getStyleClass().addAll("lines-table", "three-line-table");
        table.setAccessibleText("Findings, the worst first");
        table.setPlaceholder(
                Boxes.prose("No finding matches the filter. Esc shows all of them.", "muted"));
        ZoneId viewer = model.viewer();
        TableColumn<FindingRow, FindingRow> severity =
                Rows.column(table, "Severity", ROW, SEVERITY);
        severity.setCellFactory(c -> new SeverityCell());
        severity.setComparator(Comparator.comparingInt(r -> r.finding().severity()));
        TableColumn<FindingRow, FindingRow> what =
                Rows.column(table, "Finding \u00b7 run \u00b7 goes to", ROW, 0);
        what.setCellFactory(c -> new WhatCell());
        what.setComparator(Comparator.comparing(FindingRow::sentence));
        TableColumn<FindingRow, FindingRow> when =
                Rows.column(table, "Since \u00b7 due", ROW, SINCE);
        when.setCellFactory(c ->
                TwoLines.cell(
                        row -> TimeText.local(row.finding().at().atZone(viewer)),
                        row -> due(row, viewer),
                        TwoLines.Face.MONO,
                        row -> exact(row, viewer)));
        when.setComparator(Comparator.comparing(r -> r.finding().at()));
        Rows.fill(table, what, ROW, SEVERITY + SINCE);
        Rows.show(table, model.rows(), model.selectedProperty());
        return table;
    }

    static Mark mark(FindingRow row) {
        return switch (row.standing()) {
            case OPEN -> Mark.OPEN;
            case OVERDUE -> Mark.FAILED;
            case DISPOSED -> Mark.NOTE;
            case CLOSED -> Mark.VERIFIED;
        };
    }

    static String word(FindingRow row) {
        return switch (row.standing()) {
            case OPEN -> "Open";
            case OVERDUE ->
                    row.entry().disposition() == null
                            ? "Overdue"
                            : "Overdue, decided but not verified";
            case DISPOSED -> "Decided, not verified";
            case CLOSED -> "Closed";
        };
    }

    private static String due(FindingRow row, ZoneId viewer) {
        Instant due = row.due();
        if (due == null) {
            return HowSoon.words(row.when()); // the rest is told beside the list
        }
        return due.equals(row.finding().at()) && !row.finding().kind().breach()
                ? "due at once"
                : "due " + TimeText.until(due.atZone(viewer));
    }

    /// To the second, for whoever points at it.
    private static String exact(FindingRow row, ZoneId viewer) {
        Instant due = row.due();
        return "Since "
                + ClockText.exact(row.finding().at(), viewer)
                + "\nDue "
                + (due == null ? row.when() : ClockText.exact(due, viewer));
    }

    /// Severity over state.
    private static final class SeverityCell extends TableCell<FindingRow, FindingRow> {
        private final SeverityMark severity = new SeverityMark();
        private final MarkIcon icon = MarkIcon.empty();
        private final Label state = Boxes.label("");
        private final VBox lines = Boxes.column("cell-lines", severity, state);

        SeverityCell() {
            state.setGraphic(icon);
        }

        @Override
        protected void updateItem(@Nullable FindingRow row, boolean empty) {
            super.updateItem(row, empty);
            if (empty || row == null) {
                setText(null);
                setGraphic(null);
                return;
            }
            severity.show(row.finding().severity());
            icon.show(mark(row));
            state.setText(word(row).split(",", 2)[0]); // the rest is told beside the list
            state.getStyleClass().setAll("label", "verdict-mark", mark(row).styleClass());
            setText(severity.getText() + ", " + word(row)); // for readers of the screen
            setGraphic(lines);
        }
    }

    /// The sentence over the run over whom it goes to.
    private static final class WhatCell extends TableCell<FindingRow, FindingRow> {
        private final Label sentence = Boxes.label("", "cell-first");
        private final Label run = Boxes.label("", "cell-second", "mono", "muted");
        private final Label to = Boxes.label("", "cell-second", "muted");
        private final Tooltip whole = new Tooltip();
        private final VBox lines = Boxes.column("cell-lines", sentence, run, to);

        WhatCell() {
            run.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS); // ids differ at their ends
        }

        @Override
        protected void updateItem(@Nullable FindingRow row, boolean empty) {
            super.updateItem(row, empty);
            if (empty || row == null) {
                setText(null);
                setGraphic(null);
                setTooltip(null);
                return;
            }
            sentence.setText(row.sentence());
            run.setText(row.run());
            to.setText(row.goesTo());
            whole.setText(row.sentence() + "\n" + row.run() + "\n" + row.goesTo());
            setText(row.sentence() + ", " + row.run() + ", " + row.goesTo());
            setTooltip(whole);
            setGraphic(lines);
        }
    }
}
