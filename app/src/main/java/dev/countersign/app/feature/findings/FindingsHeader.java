// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.feature.findings;

import dev.countersign.app.control.Boxes;
import dev.countersign.app.control.Chip;
import dev.countersign.app.control.FilterField;
import dev.countersign.app.text.CoverageText;
import dev.countersign.app.text.Numbers;
import dev.countersign.app.text.SeverityText;

import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/// How many there are, of what, and what can be picked out.
final class FindingsHeader {
    private static final int SEVERITIES = 4;

    /// On one line where there is this much room.
    private static final double CHIPS_ROOM = 640;

    private final FindingsViewModel model;
    private final Label count = Boxes.label("", "title");
    private final Label coverage = Boxes.prose("", "muted");
    private final List<Chip> chips = new ArrayList<>();
    private final Chip open;
    private final FilterField field;
    private final UnreadRuns unread;
    private final VBox root;

    FindingsHeader(FindingsViewModel model, Runnable toRows, Consumer<Path> openRun) {
        this.model = model;
        unread = new UnreadRuns(openRun);
        count.setId("findings-count");
        count.setMinWidth(Region.USE_PREF_SIZE);
        HBox.setHgrow(coverage, Priority.ALWAYS);
        var row = new FlowPane();
        row.getStyleClass().add("chips");
        row.setPrefWrapLength(CHIPS_ROOM);
        for (int i = 1; i <= SEVERITIES; i++) {
            int severity = i;
            var chip = new Chip(SeverityText.word(severity), () -> model.toggle(severity));
            chip.setId("chip-sev-" + severity);
            chips.add(chip);
        }
        open = new Chip("Open", model::toggleOpen);
        open.setId("chip-open");
        row.getChildren().addAll(chips);
        row.getChildren().add(open);
        HBox.setHgrow(row, Priority.ALWAYS);
        field = new FilterField("Filter the findings by words, run, author or role", toRows);
        field.setId("findings-filter");
        field.textProperty().subscribe(model::type);
        root =
                Boxes.column(
                        "list-header",
                        Boxes.row("list-title", count, coverage),
                        unread,
                        Boxes.row("list-filters", row, field));
    }

    VBox root() {
        return root;
    }

    FilterField filterField() {
        return field;
    }

    void show(FindingsState.Listed state) {
        FindingFilter filter = state.filter();
        if (!field.getText().equals(filter.text())) {
            field.setText(filter.text());
        }
        int shown = model.rows().size();
        String all = Numbers.count(state.total(), "finding");
        count.setText(shown == state.total() ? all : Numbers.grouped(shown) + " of " + all);
        Coverage looked = state.coverage();
        unread.show(looked.unread());
        String gaps = CoverageText.gaps(0, looked.missingSources()); // runs follow
        coverage.setText(
                FindingsPanes.read(looked, model.viewer())
                        + "."
                        + (gaps.isEmpty() ? "" : " " + gaps));
        for (int i = 0; i < SEVERITIES; i++) {
            chips.get(i).show(filter.severities().contains(i + 1), state.bySeverity().get(i));
        }
        open.show(filter.openOnly(), state.total());
    }
}
