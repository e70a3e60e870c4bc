// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.feature.integrity;

import dev.countersign.app.control.Boxes;

import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;

import java.util.function.LongFunction;

/// Every record of the log in one list, however many there are, under the names of its columns.
final class RecordList {
    /// From this width on there is room for everything.
    private static final double WIDE = 760;

    /// Fewer records than these need little room for their numbers.
    private static final long FEW = 100_000;

    private static final PseudoClass NARROW = PseudoClass.getPseudoClass("few");

    private final ReadOnlyBooleanWrapper wide = new ReadOnlyBooleanWrapper();
    private final RecordRows rows;
    private final VBox root;

    RecordList(RecordsModel model, LongFunction<@Nullable FaultRow> faults) {
        rows = new RecordRows(model, faults, wide.getReadOnlyProperty());
        root = Boxes.column("record-list", columns(model.lanesProperty()), rows);
        VBox.setVgrow(rows, Priority.ALWAYS);
        wide.bind(rows.widthProperty().greaterThan(WIDE));
        model.pictureProperty()
                .subscribe(() -> root.pseudoClassStateChanged(NARROW, model.records() < FEW));
    }

    Node root() {
        return root;
    }

    /// What takes keys.
    RecordRows rows() {
        return rows;
    }

    private HBox columns(ReadOnlyIntegerProperty lanes) {
        var gutter = new LinkGutter(lanes);
        Label event = Boxes.label("Event", "col-event");
        event.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(event, Priority.ALWAYS);
        Label line = Boxes.label("Line", "col-line");
        line.visibleProperty().bind(wide);
        line.managedProperty().bind(wide);
        event.setPrefWidth(0);
        return Boxes.row(
                "record-columns",
                gutter,
                Boxes.label("Record", "col-record"),
                line,
                Boxes.label("Time", "col-time"),
                event,
                Boxes.label("Hash", "col-hash"),
                Boxes.label("State", "col-state"));
    }
}
