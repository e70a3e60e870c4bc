// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.feature.sign;

import dev.countersign.app.control.Boxes;
import dev.countersign.app.control.FocusRing;
import dev.countersign.app.control.Mark;
import dev.countersign.app.control.SheetParts;
import dev.countersign.app.text.Quotes;
import dev.countersign.app.text.SignText;
import dev.countersign.core.clock.ClockReading;
import dev.countersign.core.clock.RunClock;
import dev.countersign.core.policy.ClockKind;
import dev.countersign.core.policy.Policy;
import dev.countersign.core.policy.Tier;
import dev.countersign.core.run.Approval;
import dev.countersign.core.run.RunSnapshot;
import dev.countersign.core.signing.Act;
import dev.countersign.core.signing.Waiting;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;

/// The sheet while it asks: what is signed, what was checked, who signs, why.
final class SignForm {
    private final SignSubject subject;
    private final SignTime time;
    private final SignDraft draft;
    private final VBox lead = Boxes.column("sign-lead");
    private final VBox clock = Boxes.column("sign-notes");
    private final VBox safeguards = Boxes.column("sign-safeguards");
    private final StatementBox statement;
    private final SignerFields signer;
    private final SignFooter footer;
    private final Label stamp;
    private final VBox root;
    private @Nullable TextInputControl needed;

    SignForm(SignViewModel model, SignState.Asking asking, SignTime time, SignActions actions) {
        subject = asking.subject();
        this.time = time;
        draft = model.draft();
        statement = new StatementBox(subject, time.viewer(), actions.clipboard());
        signer =
                new SignerFields(
                        subject, asking.act(), draft, actions, () -> FocusRing.focus(first()));
        footer = new SignFooter(model);
        stamp = Boxes.prose(SignText.authority(model.authority()), "muted");
        stamp.setId("sign-authority");
        clock.setId("sign-clock");
        safeguards.setId("sign-safeguards");
        VBox column =
                Boxes.column(
                        "sign-column",
                        heading(asking.act()),
                        lead,
                        clock,
                        signer.root(),
                        checked(),
                        said(asking.act()),
                        statement.root(),
                        stamp);
        var scroll = new ScrollPane(column);
        scroll.getStyleClass().add("sign-scroll");
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setFocusTraversable(false);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        root = Boxes.column("sign-form", scroll, footer.root());
        VBox.setVgrow(root, Priority.ALWAYS);
    }

    VBox root() {
        return root;
    }

    /// Whether it is being signed: nothing can be changed then.
    void busy(boolean signing) {
        root.setDisable(signing);
        footer.busy(signing);
    }

    boolean about(SignSubject other) {
        return subject.equals(other);
    }

    /// Where keys go first: to what is missing, else to the PIN.
    Node first() {
        Node open = signer.open();
        if (open != null) {
            return open;
        }
        return needed != null && needed.getText().isBlank() ? needed : footer.pin();
    }

    void show(SignState.Asking asking) {
        lead.getChildren().setAll(lead(asking));
        checked(asking);
        statement.show(asking.request());
        signer.show(asking.problem());
        footer.show(asking);
        tick(asking.act(), time.now().getValue());
    }

    /// Says what the deadline says now.
    void tick(Act act, Instant now) {
        clock.getChildren().clear();
        RunClock deadline = deadline(act);
        if (deadline != null) {
            ClockReading reading = time.clocks().apply(deadline, now);
            clock.getChildren()
                    .add(
                            SheetParts.mark(
                                    reading.state() == ClockReading.State.BREACHED
                                            ? Mark.FAILED
                                            : Mark.NOTE,
                                    SignText.clock(deadline, reading, now, time.viewer())));
        }
        notes(act).forEach(note -> clock.getChildren().add(SheetParts.mark(Mark.NOTE, note)));
        SheetParts.shown(clock, !clock.getChildren().isEmpty());
    }

    private @Nullable RunClock deadline(Act act) {
        List<ClockKind> kinds =
                switch (act) {
                    case Act.Approve _, Act.Reject _ ->
                            List.of(ClockKind.APPROVAL, ClockKind.RETROACTIVE_APPROVAL);
                    case Act.Review _ -> List.of(ClockKind.OPERATOR_REVIEW);
                    case Act.Observe _, Act.Dispose _ -> List.of(ClockKind.OBSERVATION);
                    case Act.Reperform _, Act.SignOff _ -> List.of();
                };
        return switch (subject) {
            case SignSubject.OfRun(RunSnapshot run, _) ->
                    run.clocks().stream()
                            .filter(c -> c.open() && kinds.contains(c.kind()))
                            .findFirst()
                            .orElse(null);
            case SignSubject.InLedger _ -> null;
        };
    }

    private List<String> notes(Act act) {
        if (!(act instanceof Act.Approve
                && subject instanceof SignSubject.OfRun(RunSnapshot run, Policy policy))) {
            return List.of();
        }
        Waiting waiting = Waiting.of(run, policy);
        if (waiting.provisional() != null) {
            return List.of(SignText.SECOND_APPROVAL);
        }
        RunClock deadline = deadline(act);
        Approval replaced = waiting.replaced();
        if (deadline != null && deadline.tier() == Tier.EMERGENCY) {
            return List.of(SignText.PROVISIONAL);
        }
        return replaced == null
                ? List.of()
                : List.of(SignText.replaces(replaced.approver(), replaced.record()));
    }

    private Node heading(Act act) {
        Label title = Boxes.label(SubjectWords.title(subject, act), "headline");
        title.setId("sign-title");
        String line = SubjectWords.line(subject);
        VBox words = Boxes.column("sign-heading", title);
        words.setId("sign-heading");
        if (!line.isEmpty()) {
            words.getChildren().add(Boxes.prose(line));
        }
        words.getChildren().add(Boxes.prose(Quotes.line(subject.runId()), "mono", "muted"));
        return words;
    }

    /// What the signature means; where something stands against it, that.
    private static Node lead(SignState.Asking asking) {
        List<String> against = Safeguards.against(asking.obstacles());
        return against.isEmpty()
                ? SheetParts.lead(
                        Mark.NOTE,
                        SubjectWords.meaning(asking.subject(), asking.act()),
                        "sign-sentence")
                : SheetParts.lead(Mark.FAILED, String.join("\n", against), "sign-sentence");
    }

    /// What stands against it comes first, each with its reason.
    private void checked(SignState.Asking asking) {
        List<String> against = Safeguards.against(asking.obstacles());
        safeguards.getChildren().clear();
        for (String failed : against) {
            safeguards.getChildren().add(SheetParts.mark(Mark.FAILED, failed));
        }
        for (Safeguard safeguard : Safeguards.of(asking)) {
            if (!against.contains(safeguard.sentence())) {
                safeguards
                        .getChildren()
                        .add(SheetParts.mark(safeguard.mark(), safeguard.sentence()));
            }
        }
    }

    private Node checked() {
        return Boxes.column(
                "section", Boxes.label("What was checked", "section-title"), safeguards);
    }

    private Node said(Act act) {
        VBox box = Boxes.column("section");
        switch (act) {
            case Act.Review _ -> box.getChildren().add(verdicts());
            case Act.Dispose _ -> box.getChildren().addAll(disposition());
            case Act.Approve _, Act.Reject _, Act.Observe _, Act.Reperform _, Act.SignOff _ -> {
                // only a reason
            }
        }
        var area = new TextArea();
        area.setId("sign-rationale");
        area.setWrapText(true);
        area.setPrefRowCount(2);
        area.setAccessibleText(SignText.reason(act));
        area.textProperty().bindBidirectional(draft.rationaleProperty());
        if (act instanceof Act.Reject || act instanceof Act.Review) {
            needed = area;
        }
        box.getChildren().addAll(Boxes.label(SignText.reason(act), "section-title"), area);
        return box;
    }

    private Node[] disposition() {
        var what = new TextField();
        what.setId("sign-disposition");
        what.setAccessibleText("Disposition");
        what.setPromptText("e.g. false positive, accepted risk, corrected elsewhere");
        what.textProperty().bindBidirectional(draft.dispositionProperty());
        what.setOnAction(e -> FocusRing.focus(first()));
        needed = what;
        var next = new TextField();
        next.setId("sign-successor");
        next.setAccessibleText("The run that takes its place");
        next.setPromptText("Id of the run that takes its place, if one does");
        next.textProperty().bindBidirectional(draft.successorProperty());
        next.setOnAction(e -> FocusRing.focus(first()));
        return new Node[] {Boxes.label("Disposition", "section-title"), what, next};
    }

    private Node verdicts() {
        var group = new ToggleGroup();
        ToggleButton yes = verdict("Accept", true, group);
        ToggleButton no = verdict("Reject", false, group);
        return Boxes.row("buttons", yes, no);
    }

    private ToggleButton verdict(String word, boolean accepts, ToggleGroup group) {
        var button = new ToggleButton(word);
        button.setId("sign-" + (accepts ? "accept" : "object"));
        button.getStyleClass().add("run-tab");
        button.setToggleGroup(group);
        button.setSelected(draft.acceptedProperty().get() == accepts);
        button.setOnAction(e -> {
            button.setSelected(true);
            draft.acceptedProperty().set(accepts);
        });
        return button;
    }
}
