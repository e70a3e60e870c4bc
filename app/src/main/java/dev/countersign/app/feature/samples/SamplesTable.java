// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.feature.samples;

import dev.countersign.app.control.Rows;
import dev.countersign.app.control.TwoLines;
import dev.countersign.app.text.Foreign;

import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;

import java.time.ZoneId;

/// The runs that are to be looked at, one row each: draw order, then those in any case.
final class SamplesTable {
    private static final double ROW = 3.4;
    private static final double STATE = 12;
    private static final double WHEN = 10.4;

    private SamplesTable() {}

    static TableView<SampleRow> of(SamplesViewModel model) {
        var table = new TableView<SampleRow>();
        table.setId("sample");
        table.getStyleClass().addAll("lines-table", "two-line-table");
        table.setAccessibleText("Runs to observe, in draw order");
        ZoneId viewer = model.viewer();
        TableColumn<SampleRow, SampleRow> run = Rows.column(table, "Run \u00b7 why", ROW, 0);
        run.setCellFactory(c ->
                TwoLines.cell(
                        row -> Foreign.visible(row.runId()),
                        SampleRow::why,
                        TwoLines.Face.ID_ABOVE));
        TableColumn<SampleRow, SampleRow> state =
                Rows.column(table, "Observed \u00b7 by", ROW, STATE);
        state.setCellFactory(
                c -> TwoLines.marked(SampleRow::mark, SampleRow::state, SampleRow::by));
        TableColumn<SampleRow, SampleRow> when =
                Rows.column(table, "When \u00b7 assigned", ROW, WHEN);
        when.setCellFactory(c ->
                TwoLines.cell(
                        row -> row.when(viewer), SampleRow::assigned, TwoLines.Face.MONO_ABOVE));
        table.getColumns().forEach(column -> column.setSortable(false)); // the order is the draw's
        Rows.fill(table, run, ROW, STATE + WHEN);
        Rows.show(table, model.rows(), model.selectedProperty());
        return table;
    }
}
