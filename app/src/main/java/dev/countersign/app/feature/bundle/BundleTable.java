// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.feature.bundle;

import dev.countersign.app.control.Boxes;
import dev.countersign.app.control.Rows;
import dev.countersign.app.control.TwoLines;
import dev.countersign.app.text.Foreign;

import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;

/// The runs of a bundle, one row each.
final class BundleTable {
    private static final double ROW = 3.4;
    private static final double CHAIN = 10;
    private static final double HEAD = 14;

    private BundleTable() {}

    static TableView<BundleRow> of(BundleViewModel model) {
        var table = new TableView<BundleRow>();
        table.setId("bundle-runs");
        table.getStyleClass().addAll("lines-table", "two-line-table");
        table.setAccessibleText("Runs of the bundle");
        table.setPlaceholder(
                Boxes.prose("There is no run in it: nothing has an audit.jsonl.", "muted"));
        TableColumn<BundleRow, BundleRow> run = Rows.column(table, "Run \u00b7 status", ROW, 0);
        run.setCellFactory(c ->
                TwoLines.cell(
                        row -> Foreign.visible(row.name()),
                        BundleRow::status,
                        TwoLines.Face.ID_ABOVE));
        TableColumn<BundleRow, BundleRow> chain =
                Rows.column(table, "Chain \u00b7 records", ROW, CHAIN);
        chain.setCellFactory(
                c -> TwoLines.marked(BundleRow::mark, BundleRow::chain, BundleRow::records));
        TableColumn<BundleRow, BundleRow> head =
                Rows.column(table, "Head \u00b7 checkpoint", ROW, HEAD);
        head.setCellFactory(c ->
                TwoLines.cell(BundleRow::head, BundleRow::checkpoint, TwoLines.Face.MONO_ABOVE));
        table.getColumns().forEach(column -> column.setSortable(false));
        Rows.fill(table, run, ROW, CHAIN + HEAD);
        Rows.show(table, model.rows(), model.selectedProperty());
        return table;
    }
}
