// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.feature.reports;

import dev.countersign.app.control.Boxes;
import dev.countersign.app.control.FilterField;
import dev.countersign.app.text.ReportText;

import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import org.kordamp.ikonli.feather.Feather;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// What is to be made, about what, and by whom.
final class OrderForm {
    /// So much room the rings of its controls have at the side.
    private static final double RING = 3;

    /// So many are seen at once.
    private static final int FEW = 4;

    private final ReportsViewModel model;
    private final Map<ReportKind, RadioButton> kinds = new EnumMap<>(ReportKind.class);
    private final Label what = Boxes.prose("", "muted");
    private final Label subjectTitle = Boxes.label("", "section-title");
    private final ObservableList<Subject> subjects = FXCollections.observableArrayList();
    private final ListView<Subject> list = new ListView<>(subjects);
    private final FilterField filter;
    private final VBox subject;
    private final TextField preparer = field("Prepared by", "preparer", ReportText.LINE);
    private final TextField reviewer = field("Reviewed by", "reviewer", ReportText.LINE);
    private final TextField from = field("First day", "period-from", ReportText.DAY);
    private final TextField to = field("Last day", "period-to", ReportText.DAY);
    private final Label wrongPeriod = Boxes.prose(ReportText.NO_DAYS);
    private final VBox period;
    private final Button make;
    private final VBox root;
    private List<? extends Subject> all = List.of();

    OrderForm(ReportsViewModel model) {
        this.model = model;
        var group = new ToggleGroup();
        VBox choices = Boxes.column("report-kinds");
        for (ReportKind kind : ReportKind.values()) {
            var button = new RadioButton(kind.word());
            button.setId("kind-" + kind.name().toLowerCase(Locale.ROOT));
            button.setToggleGroup(group);
            button.setAccessibleText(kind.word() + ". " + kind.what());
            button.setOnAction(e -> model.choose(kind));
            kinds.put(kind, button);
            choices.getChildren().add(button);
        }
        filter = new FilterField("Filter by any part of the name", list::requestFocus);
        filter.setId("subject-filter");
        filter.textProperty().subscribe(text -> filtered());
        list.setId("subjects");
        list.getStyleClass().add("subject-list");
        list.setAccessibleText("What the report is about");
        list.setPlaceholder(Boxes.prose("Nothing fits the filter.", "muted"));
        list.setCellFactory(l -> new SubjectCell());
        list.getSelectionModel()
                .selectedItemProperty()
                .addListener((o, old, now) -> {
                    if (now != null) {
                        model.about(now);
                    }
                });
        subject = Boxes.column("report-part", subjectTitle, filter, list);
        from.textProperty().subscribe(this::bounded);
        to.textProperty().subscribe(this::bounded);
        wrongPeriod.setId("wrong-period");
        wrongPeriod.getStyleClass().addAll("mark-malformed", "mark-words");
        period =
                Boxes.column(
                        "report-part",
                        Boxes.row("report-days", named("First day", from), named("Last day", to)),
                        wrongPeriod);
        preparer.textProperty().subscribe(this::named);
        reviewer.textProperty().subscribe(this::named);
        make = Boxes.button("Make the report", "m", Feather.FILE_TEXT, model::make);
        make.setId("make");
        root =
                Boxes.column(
                        "order-form",
                        Boxes.column(
                                "report-part",
                                Boxes.label("What to report", "section-title"),
                                choices,
                                what),
                        subject,
                        period,
                        Boxes.column(
                                "report-part",
                                named("Prepared by", preparer),
                                named("Reviewed by", reviewer)));
    }

    Node root() {
        var scroll = new ScrollPane(root);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.getStyleClass().addAll("settings-scroll", "order-scroll");
        scroll.setFocusTraversable(false);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        VBox.setMargin(scroll, new Insets(0, 0, 0, -RING)); // what is in it is flush with the rest
        return Boxes.column("order-pane", scroll, make); // below what is scrolled: always in sight
    }

    void focus() {
        kinds.values().stream()
                .filter(RadioButton::isSelected)
                .findFirst()
                .ifPresent(RadioButton::requestFocus);
    }

    void show(ReportsState.Open state) {
        ReportOrder order = state.order();
        kinds.forEach((kind, button) -> {
            boolean there = state.offer().has(kind);
            button.setSelected(kind == order.kind());
            button.setDisable(!there);
        });
        String why =
                state.offer().runs().isEmpty()
                        ? "\n" + ReportText.NO_RUNS
                        : state.offer().things().isEmpty() ? "\n" + ReportText.NO_THINGS : "";
        what.setText(order.kind().what() + why);
        there(subject, order.kind().picks());
        there(period, order.kind().bounded());
        there(wrongPeriod, !order.period().valid());
        text(from, order.period().from());
        text(to, order.period().to());
        subjectTitle.setText(
                switch (order.kind().needs()) {
                    case ONE_MONTH -> "Which month";
                    case ONE_RUN, SEEN_RUN -> "Which run";
                    case RUNS, DESK, RESOURCE, LEDGER -> "Which resource";
                });
        pick(state.offer().subjects(order.kind()), order);
        text(preparer, order.names().preparer());
        text(reviewer, order.names().reviewer());
        boolean made =
                state.work() instanceof ReportsState.Work.Made(MadeReport report)
                        && report.order().equals(order);
        Boxes.accent(make, !made);
        make.setDisable(
                !order.complete()
                        || !state.offer().has(order.kind())
                        || state.work() instanceof ReportsState.Work.Making);
    }

    private void pick(List<? extends Subject> offered, ReportOrder order) {
        if (!offered.equals(all)) {
            all = offered;
            there(filter, offered.size() > FEW);
            filtered();
        }
        Subject chosen = order.subject();
        if (chosen == null) {
            list.getSelectionModel().clearSelection();
        } else if (!chosen.equals(list.getSelectionModel().getSelectedItem())) {
            list.getSelectionModel().select(chosen);
            root.applyCss();
            root.layout(); // a list that was not laid out scrolls by a guess
            list.scrollTo(chosen);
        }
    }

    private void filtered() {
        String wanted = filter.getText().toLowerCase(Locale.ROOT).strip();
        subjects.setAll(
                all.stream()
                        .filter(one ->
                                (one.name() + " " + one.detail())
                                        .toLowerCase(Locale.ROOT)
                                        .contains(wanted))
                        .toList());
    }

    private static void there(Node node, boolean wanted) {
        node.setVisible(wanted);
        node.setManaged(wanted);
    }

    private void bounded() {
        model.within(new Period(from.getText().strip(), to.getText().strip()));
    }

    private void named() {
        model.by(new Names(preparer.getText().strip(), reviewer.getText().strip()));
    }

    private static void text(TextField field, String wanted) {
        if (!field.getText().strip().equals(wanted)) {
            field.setText(wanted);
        }
    }

    private static TextField field(String name, String id, String prompt) {
        var field = new TextField();
        field.setId(id);
        field.setAccessibleText(name);
        field.setPromptText(prompt);
        field.getStyleClass().add("name-field");
        return field;
    }

    private static VBox named(String name, TextField field) {
        Label label = Boxes.label(name, "fact-name");
        label.setLabelFor(field);
        return Boxes.column("fact", label, field);
    }
}
