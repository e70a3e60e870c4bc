// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.feature.integrity;

import dev.countersign.app.control.Boxes;
import dev.countersign.app.control.StripWindow;

import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;

import java.util.function.LongFunction;

/// Every record of the log in one list, however many there are: only the rows in sight exist.
final class RecordList {
    /// Rows above one that is gone to.
    private static final int BEFORE = 4;

    /// From this width on there is room for everything.
    private static final double WIDE = 760;

    private final RecordsModel model;
    private RecordItems items = new RecordItems();
    private final ListView<Long> list = new ListView<>(items);
    private final ReadOnlyBooleanWrapper wide = new ReadOnlyBooleanWrapper();
    private final VBox root;
    private boolean following;

    RecordList(RecordsModel model, LongFunction<@Nullable FaultRow> faults) {
        this.model = model;
        list.setId("records");
        list.getStyleClass().add("records");
        list.setAccessibleText("Records of the log");
        list.setCellFactory(view -> new RecordCell(model, faults, wide.getReadOnlyProperty()));
        root = Boxes.column("record-list", columns(), list);
        VBox.setVgrow(list, Priority.ALWAYS);
        wide.bind(list.widthProperty().greaterThan(WIDE));
        model.pictureProperty().subscribe(picture -> show(picture == null ? 0 : picture.known()));
        model.selectedProperty().subscribe(record -> follow(record.longValue()));
        list.getSelectionModel()
                .selectedIndexProperty()
                .subscribe(index -> {
                    if (index.intValue() >= 0 && !following) {
                        model.select(index.longValue());
                    }
                });
        list.needsLayoutProperty()
                .subscribe(needs -> {
                    if (!needs) {
                        lookAround();
                    }
                });
        model.arrivalsProperty().subscribe(this::lookAround);
    }

    /// Another log, or the same one again, is another list.
    private void show(long known) {
        if (known < items.size()) {
            items = new RecordItems();
            list.setItems(items);
        }
        items.grow(known);
    }

    Node root() {
        return root;
    }

    ListView<Long> list() {
        return list;
    }

    /// Selects the next (1) or previous (-1) row.
    void step(int by) {
        int to = list.getSelectionModel().getSelectedIndex() + by;
        if (to >= 0 && to < items.size()) {
            list.getSelectionModel().clearAndSelect(to);
        }
    }

    /// The row of the record that is looked at is selected and in sight, with what stands before
    /// it.
    private void follow(long record) {
        var selection = list.getSelectionModel();
        following = true;
        try {
            if (record < 0) {
                selection.clearSelection();
            } else if (selection.getSelectedIndex() != record) {
                selection.clearAndSelect((int) record);
                list.getFocusModel().focus((int) record);
            }
        } finally {
            following = false;
        }
        StripWindow sight = model.inSightProperty().get();
        if (record >= 0 && !sight.has(record)) {
            list.scrollTo((int) Math.max(0, record - BEFORE));
        } else if (record > sight.from() && record == sight.to() - 1) {
            list.scrollTo((int) sight.from() + 1); // it may be cut at the edge
        }
    }

    /// Which rows are in sight is known once they were laid out.
    private void lookAround() {
        if (list.lookup(".virtual-flow") instanceof VirtualFlow<?> flow
                && flow.getFirstVisibleCell() != null
                && flow.getLastVisibleCell() != null
                && !items.isEmpty()) {
            long from = flow.getFirstVisibleCell().getIndex();
            long to = Math.min(items.size(), flow.getLastVisibleCell().getIndex() + 1L);
            model.inSightProperty().set(new StripWindow(from, to));
        }
    }

    private HBox columns() {
        var gutter = new Region();
        gutter.setMinWidth(new LinkGutter().prefWidth(-1));
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
