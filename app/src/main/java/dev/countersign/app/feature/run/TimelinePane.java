// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.feature.run;

import dev.countersign.app.control.Boxes;
import dev.countersign.app.control.TallCell;
import dev.countersign.app.text.EventText;
import dev.countersign.app.text.RunText;
import dev.countersign.app.text.SignText;
import dev.countersign.core.run.RunEvent;
import dev.countersign.core.run.RunSnapshot;
import dev.countersign.core.signing.Act;

import javafx.collections.FXCollections;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TextArea;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

import java.time.ZoneId;

/// The records of the log in file order, and all fields of the selected one.
final class TimelinePane {
    private TimelinePane() {}

    static Node of(RunSnapshot run, RunTime time, RunActions actions) {
        var list = new ListView<>(FXCollections.observableList(run.events()));
        list.setId("timeline");
        list.getStyleClass().add("tall-list");
        list.setAccessibleText("Timeline");
        list.setCellFactory(view -> new Cell(time.viewer()));
        list.setPlaceholder(
                Parts.prose(
                        run.chain() == null
                                ? RunText.noLog(run, "what happened")
                                : "The log contains no record that can be read.",
                        "muted",
                        "placeholder"));
        TextArea fields = Parts.raw("Fields of the record", "");
        fields.setId("fields");
        fields.setPromptText("Select a record to see all its fields.");
        var observe = new Button("Observe…", new FontIcon(Feather.EYE));
        observe.setId("observe");
        observe.setMinWidth(Region.USE_PREF_SIZE);
        var selected = list.getSelectionModel().selectedItemProperty();
        observe.setOnAction(e -> {
            RunEvent event = selected.get();
            if (event != null) {
                actions.decide().accept(new Act.Observe(event.record(), ""));
            }
        });
        Label why = Parts.prose("", "muted");
        why.setId("observe-why");
        selected.subscribe(event -> {
            show(fields, event);
            why.setText(SignText.notObserved(event != null, RunText.verifies(run)));
            observe.setDisable(!why.getText().isEmpty());
            observe.setAccessibleText(
                    why.getText().isEmpty()
                            ? "Observe: sign that you have seen this record"
                            : "Observe, not possible. " + why.getText());
        });
        HBox bar = Parts.row("buttons", observe, why);
        bar.getStyleClass().add("timeline-bar");
        var split = new SplitPane(list, Parts.column("timeline-fields", Parts.grow(fields), bar));
        split.setOrientation(Orientation.VERTICAL);
        split.setDividerPositions(0.62);
        split.getStyleClass().add("run-split");
        VBox page = Parts.column("run-page", Parts.grow(split));
        page.getStyleClass().add("full");
        return page;
    }

    private static void show(TextArea fields, @Nullable RunEvent event) {
        fields.setText(event == null ? "" : EventText.fields(event));
        fields.positionCaret(0);
    }

    /// Length of `2026-11-21 `.
    private static final int DATE = 11;

    private static final class Cell extends TallCell<RunEvent> {
        private final ZoneId viewer;

        Cell(ZoneId viewer) {
            this.viewer = viewer;
        }

        @Override
        protected Region content(RunEvent event) {
            Label title = Parts.prose(EventText.title(event));
            var head =
                    new FlowPane(
                            Parts.label(Long.toString(event.record()), "mono", "event-record"),
                            Parts.label(time(event), "mono", "muted"),
                            title);
            var _ = Boxes.within(head, title);
            head.getStyleClass().add("claim-head");
            VBox box = Parts.column("event", head);
            String detail = EventText.detail(event);
            if (!detail.isEmpty()) {
                box.getChildren().add(Parts.prose(detail, "muted"));
            }
            return box;
        }

        /// The date is said where it is another one than that of the record before.
        private String time(RunEvent event) {
            String time = EventText.time(event, viewer);
            int before = getIndex() - 1;
            if (before < 0 || before >= getListView().getItems().size() || time.length() < DATE) {
                return time;
            }
            String other = EventText.time(getListView().getItems().get(before), viewer);
            return other.regionMatches(0, time, 0, DATE) ? time.substring(DATE) : time;
        }

        @Override
        protected String spoken(RunEvent event) {
            return "Record "
                    + event.record()
                    + ", "
                    + EventText.time(event, viewer)
                    + ", "
                    + EventText.title(event)
                    + ". "
                    + EventText.detail(event);
        }
    }
}
