// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.feature.run;

import dev.countersign.app.control.Boxes;
import dev.countersign.app.control.Mark;
import dev.countersign.app.control.SheetParts;
import dev.countersign.app.text.BlockText;
import dev.countersign.app.text.GateText;
import dev.countersign.app.text.Quotes;
import dev.countersign.app.text.RunText;
import dev.countersign.app.text.SignText;
import dev.countersign.core.policy.ClockKind;
import dev.countersign.core.policy.StepRule;
import dev.countersign.core.run.RunSnapshot;
import dev.countersign.core.run.RunStatus;
import dev.countersign.core.signing.Act;
import dev.countersign.core.signing.Obstacle;
import dev.countersign.core.signing.Obstacle.Kind;
import dev.countersign.core.signing.Obstacles;
import dev.countersign.core.signing.UnfinishedApproval;

import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.text.Font;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// The decisions that can be signed, and why some cannot. The reasons stand beside them in words: a
/// disabled button says nothing.
final class DecisionBar {
    /// What the sheet asks for is no reason not to open it.
    private static final Set<Kind> ASKED_LATER = Set.of(Kind.NO_IDENTITY, Kind.NO_RATIONALE);

    private static final String FINISH_FIRST = "First finish what a crash left, above.";

    private final RunActions actions;
    private final Choice approve = new Choice("approve", "Approve", "a", Feather.CHECK);
    private final Choice reject = new Choice("reject", "Reject", "r", Feather.X);
    private final Choice review = new Choice("review", "Review", "", Feather.EYE);
    private final Choice dispose = new Choice("dispose", "Close finding", "", Feather.ARCHIVE);
    private final Button escalate =
            Boxes.button("Escalate…", "e", Feather.ARROW_UP_RIGHT, this::escalate);
    private final Button resume = Boxes.button("Resume…", "g", Feather.PLAY, this::goOn);
    private final Label reason = Parts.prose("");
    private final VBox warning = Parts.column("decision-warning");
    private final Button signer = new Button("", new FontIcon(Feather.USER));
    private final HBox root;

    DecisionBar(RunActions actions) {
        this.actions = actions;
        reason.setId("decision-reason");
        warning.setId("decision-warning");
        signer.setId("other-signer");
        signer.getStyleClass().add("flat");
        signer.setMinWidth(Region.USE_PREF_SIZE);
        signer.setOnAction(e -> actions.otherSigner().run());
        escalate.setId("decide-escalate");
        resume.setId("decide-resume");
        root =
                Parts.row(
                        "decision-bar",
                        resume,
                        approve.box,
                        reject.box,
                        review.box,
                        dispose.box,
                        escalate,
                        Parts.grow(Parts.column("decision-words", warning, reason)),
                        signer);
        root.setId("decisions");
    }

    Node root() {
        return root;
    }

    /// In which its words stand.
    ObservableValue<Font> font() {
        return reason.fontProperty();
    }

    /// Presses a button by its key, if it can be pressed.
    void press(Act act) {
        Choice choice =
                switch (act) {
                    case Act.Approve _ -> approve;
                    case Act.Reject _ -> reject;
                    case Act.Review _ -> review;
                    case Act.Dispose _ -> dispose;
                    case Act.Observe _, Act.Reperform _, Act.SignOff _ -> null;
                };
        if (choice != null && choice.box.isVisible()) {
            choice.button.fire();
        }
    }

    /// Shows what lets the run go on, if it waits for that.
    void resume() {
        if (resume.isVisible()) {
            resume.fire();
        }
    }

    private void goOn() {
        actions.resume().run();
    }

    private void escalate() {
        actions.escalate().run();
    }

    /// @param identity who signs; empty if nobody has said so yet
    void show(RunState.Shown shown, String identity) {
        RunSnapshot run = shown.run();
        approve.offer(new Act.Approve(null, ""), shown, identity);
        reject.offer(new Act.Reject(null, ""), shown, identity);
        review.offer(new Act.Review(true, ""), shown, identity);
        dispose.offer(new Act.Dispose(run.runId(), "", null, ""), shown, identity);
        boolean blocked = run.status() == RunStatus.BLOCKED;
        review.present(reviews(shown));
        dispose.present(blocked || open(run, ClockKind.OBSERVATION));
        boolean empty = run.gate() != null && run.gate().nothingAsserted();
        boolean unfinished = RunText.verifies(run) && !UnfinishedApproval.of(run).isEmpty();
        likeliest(run, empty, unfinished);
        boolean warns = empty && !approve.button.isDisabled();
        SheetParts.say(warning, Mark.MALFORMED, warns ? GateText.CONFIRMS_NOTHING : "");
        reason.setText(unfinished ? FINISH_FIRST : reasons());
        SheetParts.shown(reason, !reason.getText().isEmpty());
        boolean known = !identity.isEmpty();
        signer.setText("You sign as " + Quotes.line(identity));
        signer.setTooltip(new Tooltip("Press to sign as somebody else"));
        signer.setAccessibleText(
                "You sign as " + Quotes.line(identity) + ". Press to sign as somebody else.");
        signer.setVisible(known);
        signer.setManaged(known);
    }

    /// One button stands out at most: the one that is pressed next. None does where something else
    /// on the page comes first, or an approval would say nothing.
    private void likeliest(RunSnapshot run, boolean empty, boolean unfinished) {
        boolean approves = !approve.button.isDisabled();
        Boxes.accent(approve.button, approves && !empty);
        boolean closes = run.status() == RunStatus.BLOCKED && !approves;
        Boxes.accent(dispose.button, closes && !dispose.button.isDisabled());
        boolean waits = run.status() == RunStatus.APPROVED_PENDING_RESUME;
        SheetParts.shown(resume, waits);
        resume.setDisable(unfinished);
        Boxes.accent(resume, waits && !unfinished && !approves && RunText.verifies(run));
    }

    private static boolean reviews(RunState.Shown shown) {
        RunSnapshot run = shown.run();
        String workflow = run.workflow() == null ? "" : run.workflow();
        String step = run.step() == null ? "" : run.step();
        return open(run, ClockKind.OPERATOR_REVIEW)
                || shown.policy().step(workflow, step).kind() == StepRule.Kind.REVIEW;
    }

    private static boolean open(RunSnapshot run, ClockKind kind) {
        return run.clocks().stream().anyMatch(clock -> clock.kind() == kind && clock.open());
    }

    /// The first reason of each button that is not possible, said once if it is the same.
    private String reasons() {
        Set<String> said = new LinkedHashSet<>();
        List<String> named = new ArrayList<>();
        for (Choice choice : List.of(approve, reject, review, dispose)) {
            if (choice.box.isVisible() && !choice.against.isEmpty()) {
                String sentence = choice.against.getFirst();
                if (said.add(sentence)) {
                    named.add(choice.word + ": " + sentence);
                }
            }
        }
        boolean all = approve.button.isDisabled() && reject.button.isDisabled();
        return said.size() == 1 && all ? said.iterator().next() : String.join("\n", named);
    }

    /// What the page says above is not said again.
    private static String sentence(Obstacle obstacle, RunSnapshot run) {
        if (obstacle.kind() == Kind.NO_STATE) {
            return RunText.NOTHING_TO_ASSESS;
        }
        return obstacle.kind() == Kind.GATE_BLOCKED && BlockText.byGate(run)
                ? BlockText.GATE_STANDS
                : obstacle.sentence();
    }

    /// A button, and what stands against it.
    private final class Choice {
        private final Button button;
        private final StackPane box;
        private final String word;
        private final String key;
        private final Tooltip why = new Tooltip();
        private List<String> against = List.of();
        private @Nullable Act act;

        Choice(String act, String word, String key, Ikon icon) {
            this.word = word;
            this.key = key;
            button = Boxes.button(word + "…", key, icon, this::decide);
            button.setId("decide-" + act);
            button.setTooltip(null); // its box has one
            why.setWrapText(true);
            why.setMaxWidth(420);
            box = new StackPane(button); // a disabled control shows no tooltip
            Tooltip.install(box, why);
        }

        private void decide() {
            if (act != null) {
                actions.decide().accept(act);
            }
        }

        void present(boolean here) {
            SheetParts.shown(box, here);
        }

        void offer(Act offered, RunState.Shown shown, String identity) {
            act = offered;
            List<String> sentences =
                    Obstacles.of(
                                    shown.run(),
                                    shown.policy(),
                                    offered,
                                    identity.isEmpty() ? null : identity,
                                    null)
                            .stream()
                            .filter(obstacle -> !ASKED_LATER.contains(obstacle.kind()))
                            .map(obstacle -> sentence(obstacle, shown.run()))
                            .toList();
            say(sentences);
            why.setText(
                    sentences.isEmpty()
                            ? SignText.meaning(offered) + (key.isEmpty() ? "" : " (" + key + ")")
                            : String.join("\n", sentences));
        }

        private void say(List<String> sentences) {
            against = sentences;
            button.setDisable(!sentences.isEmpty());
            button.setAccessibleText(
                    sentences.isEmpty()
                            ? word + (key.isEmpty() ? "" : ", " + key)
                            : sentences.stream()
                                    .collect(
                                            Collectors.joining(
                                                    " ", word + ", not possible. ", "")));
        }
    }
}
