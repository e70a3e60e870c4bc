// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.feature.integrity;

import dev.countersign.app.control.MarkIcon;
import dev.countersign.app.control.Rows;
import dev.countersign.app.control.WholeRows;

import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.function.Function;

/// The faults, one row each; only the rows in sight cost anything.
final class FaultsTable {
    /// As in the style sheet.
    private static final double ROW = 2.46;

    private FaultsTable() {}

    static TableView<FaultRow> of(IntegrityViewModel model) {
        var table = new TableView<FaultRow>(model.faults());
        table.setId("faults");
        table.setAccessibleText("Faults");
        TableColumn<FaultRow, Long> record = column("Record", FaultRow::record, "number");
        TableColumn<FaultRow, Long> line = column("Line", FaultRow::line, "number");
        TableColumn<FaultRow, FaultRow> diagnosis = column("Diagnosis", row -> row, "diagnosis");
        diagnosis.setCellFactory(c -> new DiagnosisCell());
        diagnosis.setComparator((a, b) -> a.fault().category().compareTo(b.fault().category()));
        TableColumn<FaultRow, FaultRow> evidence = column("Evidence", row -> row, "evidence");
        evidence.setCellFactory(c -> new EvidenceCell());
        evidence.setSortable(false);
        record.setPrefWidth(96);
        line.setPrefWidth(96);
        diagnosis.setPrefWidth(160);
        table.getColumns().setAll(List.of(record, line, diagnosis, evidence));
        evidence.prefWidthProperty().bind(table.widthProperty().subtract(96 + 96 + 160 + 18));
        select(table, model);
        WholeRows.of(table, ROW);
        return table;
    }

    /// Table and model select the same row; a row that the model selects comes into sight.
    private static void select(TableView<FaultRow> table, IntegrityViewModel model) {
        var selection = table.getSelectionModel();
        Rows.tell(table, model.selectedProperty());
        model.selectedProperty()
                .addListener((o, old, row) -> {
                    if (row == null) {
                        selection.clearSelection();
                    } else if (!row.equals(selection.getSelectedItem())) {
                        selection.select(row);
                        table.scrollTo(row);
                    }
                });
    }

    private static <T> TableColumn<FaultRow, T> column(
            String title, Function<FaultRow, T> value, String style) {
        var column = new TableColumn<FaultRow, T>(title);
        column.setCellValueFactory(
                cell -> new ReadOnlyObjectWrapper<>(value.apply(cell.getValue())));
        column.getStyleClass().add(style);
        column.setReorderable(false);
        return column;
    }

    private static final class DiagnosisCell extends TableCell<FaultRow, FaultRow> {
        private final MarkIcon icon = MarkIcon.empty();

        @Override
        protected void updateItem(@Nullable FaultRow row, boolean empty) {
            super.updateItem(row, empty);
            if (empty || row == null) {
                setText(null);
                setGraphic(null);
                return;
            }
            icon.show(Marks.of(row.fault().category()));
            setText(row.word());
            setGraphic(icon);
        }
    }

    private static final class EvidenceCell extends TableCell<FaultRow, FaultRow> {
        @Override
        protected void updateItem(@Nullable FaultRow row, boolean empty) {
            super.updateItem(row, empty);
            setText(empty || row == null ? null : row.evidence());
        }
    }
}
