// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.feature.queue;

import dev.countersign.app.control.Boxes;
import dev.countersign.app.control.Chip;
import dev.countersign.app.control.FilterField;
import dev.countersign.app.control.KeyCap;
import dev.countersign.app.control.Mark;
import dev.countersign.app.control.SheetParts;
import dev.countersign.app.control.VerdictMark;
import dev.countersign.app.text.QueueText;
import dev.countersign.core.clock.PeriodClock;

import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableNumberValue;
import javafx.collections.SetChangeListener;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/// What is open, how much waits, whose targets hold; and what can be picked out of it.
final class QueueHeader {
    /// Between the chips and what stands beside them.
    private static final double GAP = 8;

    private final QueueViewModel model;
    private final QueueActions actions;
    private final Button bundle;
    private final Label count = Boxes.label("", "title");
    private final Label name = Boxes.label("", "path", "mono");
    private final StackPane policy = new StackPane();
    private final FlowPane periods = new FlowPane();
    private final Label lacks = Boxes.prose("", "muted");
    private final FilterField field;
    private final ObservableNumberValue em;
    private final Map<Pick, Chip> chips = new EnumMap<>(Pick.class);
    private final VBox root;

    /// @param back goes to the rows
    QueueHeader(QueueViewModel model, QueueActions actions, Runnable back) {
        this.model = model;
        this.actions = actions;
        bundle = Boxes.button("Bundle\u2026", "b", Feather.PACKAGE, actions.bundle());
        bundle.setId("queue-bundle");
        field = new FilterField("Filter the queue by run, subject, system or role", back);
        field.setId("queue-filter");
        em = Bindings.createDoubleBinding(() -> field.getFont().getSize(), field.fontProperty());
        field.textProperty().bindBidirectional(model.textProperty());
        count.setId("queue-count");
        count.setMinWidth(Region.USE_PREF_SIZE);
        name.setTextOverrun(OverrunStyle.LEADING_ELLIPSIS);
        HBox.setHgrow(name, Priority.ALWAYS);
        name.setMaxWidth(Double.MAX_VALUE);
        policy.setMinWidth(Region.USE_PREF_SIZE);
        periods.setId("queue-periods");
        periods.getStyleClass().add("chips");
        var row = new FlowPane();
        row.getStyleClass().add("chips");
        for (Pick filter : Pick.values()) {
            row.getChildren().add(chip(filter));
        }
        Region toggle = preview();
        lacks.setId("queue-lacks");
        var notes = new FlowPane(order(), lacks);
        notes.getStyleClass().add("queue-notes");
        Boxes.within(notes, lacks);
        root =
                Boxes.column(
                        "queue-header",
                        Boxes.row("queue-title", count, bundle, name, policy, field),
                        Boxes.row("list-filters", row, toggle),
                        notes);
        HBox.setHgrow(row, Priority.ALWAYS);
        Boxes.wraps(row, root.widthProperty().subtract(toggle.widthProperty()).subtract(GAP));
        model.countsProperty().subscribe(() -> counted());
        model.filters().addListener((SetChangeListener<Pick>) c -> counted());
        model.rows().subscribe(this::shown);
        model.chosenProperty().subscribe(rows -> shown());
    }

    VBox root() {
        return root;
    }

    FilterField filterField() {
        return field;
    }

    /// The size of the text.
    ObservableNumberValue em() {
        return em;
    }

    void show(QueueState.Ready ready) {
        name.setText(ready.name());
        name.setTooltip(new Tooltip(ready.name()));
        boolean assigned = ready.snapshot().policy().assigned();
        VerdictMark mark =
                VerdictMark.inline(
                        assigned ? Mark.VERIFIED : Mark.NOTE,
                        QueueText.policy(ready.snapshot().policy().version(), assigned));
        mark.setId("queue-policy");
        mark.setTooltip(new Tooltip(QueueText.policyMeaning(assigned)));
        mark.setAccessibleText(mark.getText() + ". " + QueueText.policyMeaning(assigned));
        policy.getChildren().setAll(mark);
        periods(ready.snapshot());
        shown();
    }

    /// They belong to no run, and so to no row.
    private void periods(QueueSnapshot snapshot) {
        List<PeriodClock> waiting = snapshot.periods();
        boolean undrawn = snapshot.sampled() == null;
        periods.getChildren().clear();
        Instant now = model.ticker().nowProperty().get();
        for (PeriodClock period : waiting) {
            boolean breached = period.clock().breached(now);
            VerdictMark mark =
                    VerdictMark.inline(
                            breached ? Mark.FAILED : Mark.NOTE,
                            QueueText.period(period, undrawn, now, model.viewer()));
            mark.setTooltip(new Tooltip(QueueText.periodMeaning(period)));
            var lead = new Button();
            lead.setGraphic(mark);
            lead.getStyleClass().add("period-lead");
            lead.setTooltip(mark.getTooltip());
            lead.setAccessibleText(mark.getText() + ". " + QueueText.periodMeaning(period));
            lead.setOnAction(e -> actions.openSample().accept(period.period()));
            periods.getChildren().add(lead);
        }
        boolean any = !waiting.isEmpty();
        if (root.getChildren().contains(periods) != any) {
            if (any) {
                root.getChildren().add(periods);
            } else {
                root.getChildren().remove(periods);
            }
        }
    }

    private void shown() {
        if (model.stateProperty().get() instanceof QueueState.Ready ready) {
            int chosen = model.chosenProperty().get().size();
            bundle.setVisible(chosen > 1);
            bundle.setManaged(chosen > 1);
            count.setText(
                    QueueText.count(
                                    model.rows().size(),
                                    model.all().size(),
                                    ready.snapshot().runs().size())
                            + (chosen > 1 ? QueueText.selected(chosen) : ""));
        }
    }

    private void counted() {
        Map<Pick, Integer> counts = model.countsProperty().get();
        chips.forEach((filter, chip) -> {
            chip.available(model.missing(filter));
            if (!chip.isDisabled()) {
                chip.show(model.filters().contains(filter), counts.getOrDefault(filter, 0));
            }
        });
        lacks.setText(
                chips.keySet().stream()
                        .filter(filter -> !model.missing(filter).isEmpty())
                        .map(filter ->
                                QueueText.unavailable(filter.word(), model.missing(filter)) + ".")
                        .collect(Collectors.joining(" ")));
        SheetParts.shown(lacks, !lacks.getText().isEmpty());
    }

    private static Label order() {
        Label order = Boxes.label(QueueText.order(), "muted");
        order.setId("queue-order");
        order.setMinWidth(Region.USE_PREF_SIZE);
        order.setTooltip(new Tooltip(QueueText.orderMeaning()));
        return order;
    }

    private Region preview() {
        var toggle = new ToggleButton("Preview", new FontIcon(Feather.SIDEBAR));
        toggle.setId("preview-toggle");
        toggle.getStyleClass().setAll("chip", "preview-toggle");
        toggle.setMinWidth(Region.USE_PREF_SIZE);
        toggle.setTooltip(new Tooltip("Preview of the selected row (p)"));
        toggle.setAccessibleText("Preview of the selected row, p");
        KeyCap.on(toggle, "p");
        toggle.selectedProperty().bindBidirectional(model.previewProperty());
        return toggle;
    }

    private Node chip(Pick filter) {
        var chip = new Chip(filter.word(), () -> model.toggle(filter));
        chip.setId("chip-" + filter.name().toLowerCase(Locale.ROOT));
        chips.put(filter, chip);
        String missing = model.missing(filter);
        return missing.isEmpty() ? chip : chip.unavailable(missing);
    }
}
