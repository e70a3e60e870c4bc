// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.feature.escalate;

import dev.countersign.app.control.Boxes;
import dev.countersign.app.control.FactGrid;
import dev.countersign.app.control.Mark;
import dev.countersign.app.control.SheetParts;
import dev.countersign.app.text.EscalateText;
import dev.countersign.app.text.Foreign;
import dev.countersign.app.text.Quotes;
import dev.countersign.app.text.SeverityText;
import dev.countersign.core.run.RunSnapshot;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;

import org.kordamp.ikonli.feather.Feather;

import java.util.ArrayList;
import java.util.List;

/// The sheet while it asks.
final class EscalateForm {
    private static final int WORST = 1;
    private static final int LEAST = 4;
    private static final int LONGEST_TITLE = 200;

    private final RunSnapshot run;
    private final boolean hold;
    private final List<ToggleButton> severities = new ArrayList<>();
    private final Label meaning = Boxes.prose("", "muted");
    private final Label to = Boxes.prose("");
    private final Label when = Boxes.prose("");
    private final TextArea reason = new TextArea();
    private final Button write;
    private final VBox missing = Boxes.column("sign-notes");
    private final VBox root;

    /// @param hold whether the run is put on hold: that has one severity only
    EscalateForm(EscalateViewModel model, RunSnapshot run, boolean hold) {
        this.run = run;
        this.hold = hold;
        var group = new ToggleGroup();
        for (int severity = WORST; severity <= LEAST; severity++) {
            severities.add(severity(model, group, severity));
        }
        meaning.setId("escalate-meaning");
        to.setId("escalate-to");
        when.setId("escalate-when");
        missing.setId("escalate-missing");
        reason.setId("escalate-reason");
        reason.setWrapText(true);
        reason.setPrefRowCount(4);
        reason.setAccessibleText(EscalateText.REASON);
        reason.textProperty().bindBidirectional(model.reasonProperty());
        write =
                SheetParts.accent(
                        SheetParts.button(
                                hold ? "Put on hold" : "Write the escalation",
                                hold ? Feather.PAUSE_CIRCLE : Feather.ARROW_UP_RIGHT,
                                "escalate-write",
                                model::write));
        root =
                SheetParts.page(
                        "escalate-asking",
                        List.of(
                                heading(),
                                SheetParts.lead(
                                        Mark.NOTE,
                                        hold ? EscalateText.HOLDING : EscalateText.MEANING,
                                        "escalate-sentence"),
                                Boxes.section(EscalateText.REASON, reason),
                                Boxes.section(
                                        "How severe",
                                        hold
                                                ? Boxes.row("buttons", severities.getFirst())
                                                : Boxes.row(
                                                        "buttons", severities.toArray(Node[]::new)),
                                        meaning),
                                recipients()),
                        Boxes.column("sign-footer", missing),
                        write,
                        SheetParts.button("Cancel", Feather.X, "escalate-close", model::close));
    }

    private static ToggleButton severity(EscalateViewModel model, ToggleGroup group, int severity) {
        var button = new ToggleButton(SeverityText.word(severity));
        button.setId("escalate-sev-" + severity);
        button.getStyleClass().add("run-tab");
        button.setToggleGroup(group);
        button.setAccessibleText(button.getText() + ". " + SeverityText.meaning(severity));
        button.setOnAction(e -> {
            button.setSelected(true);
            model.choose(severity);
        });
        return button;
    }

    private Node heading() {
        VBox words =
                Boxes.column(
                        "sign-heading",
                        SheetParts.title(hold ? "Put on hold" : "Escalate", "escalate-headline"));
        if (!run.subject().isEmpty()) {
            words.getChildren()
                    .add(Boxes.prose(Foreign.cut(Foreign.visible(run.subject()), LONGEST_TITLE)));
        }
        words.getChildren().add(Boxes.prose(Quotes.line(run.runId()), "mono", "muted"));
        return words;
    }

    private Node recipients() {
        GridPane facts = FactGrid.empty();
        FactGrid.add(facts, "To", to);
        FactGrid.add(facts, "How soon", when);
        return Boxes.section("By policy", facts);
    }

    VBox root() {
        return root;
    }

    boolean about(EscalateState.Asking asking) {
        return run.equals(asking.run()) && hold == asking.hold();
    }

    Node first() {
        return reason;
    }

    void show(EscalateState.Asking asking) {
        for (ToggleButton button : severities) {
            button.setSelected(severities.indexOf(button) + WORST == asking.severity());
        }
        meaning.setText(SeverityText.meaning(asking.severity()));
        to.setText(EscalateText.recipients(asking.to()));
        to.setAccessibleText("To " + to.getText());
        when.setText(Quotes.line(asking.to().when()));
        when.setAccessibleText("How soon " + when.getText());
        write.setDisable(reason.getText().isBlank());
        write.setAccessibleText(
                write.isDisabled()
                        ? write.getText() + ", not possible. " + asking.missing()
                        : write.getText());
        SheetParts.say(missing, write.isDisabled() ? Mark.OPEN : Mark.FAILED, asking.missing());
    }
}
