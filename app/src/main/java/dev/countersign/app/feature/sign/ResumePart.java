// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.feature.sign;

import dev.countersign.app.control.Boxes;
import dev.countersign.app.control.CommandLabel;
import dev.countersign.app.control.FactGrid;
import dev.countersign.app.control.FocusRing;
import dev.countersign.app.control.Mark;
import dev.countersign.app.control.SheetParts;
import dev.countersign.app.text.Foreign;
import dev.countersign.app.text.ResumeText;
import dev.countersign.core.resume.ResumeCommand;
import dev.countersign.core.resume.ResumeEnd;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/// The part of the sheet that lets the run go on: what would run in full, then twice the question.
final class ResumePart {
    private static final int ROWS = 8;

    private final ResumeViewModel model;
    private final SignTime time;
    private final Runnable onwards;
    private final Consumer<String> copy;
    private final VBox root = Boxes.column("section");
    private final Label lasts = Boxes.prose("");

    /// @param onwards gives the keys to what comes after
    /// @param copy where a copied command goes
    ResumePart(ResumeViewModel model, SignTime time, Runnable onwards, Consumer<String> copy) {
        this.copy = copy;
        this.model = model;
        this.time = time;
        this.onwards = onwards;
        root.setId("sign-resume");
        lasts.setId("resume-lasts");
        time.now().subscribe(this::tick);
        model.stateProperty().subscribe(this::show);
    }

    Node root() {
        return root;
    }

    private void show(ResumeState state) {
        boolean had = hasKeys();
        List<Node> parts = new ArrayList<>();
        parts.add(Boxes.label("Letting the run go on", "section-title"));
        switch (state) {
            case ResumeState.Hidden _ -> parts.clear();
            case ResumeState.Looking _ -> parts.add(Boxes.prose(ResumeText.LOOKING, "muted"));
            case ResumeState.Told(String sentence) -> told(sentence, parts);
            case ResumeState.Offered(ResumeCommand command, boolean sure) ->
                    offered(command, sure, parts);
            case ResumeState.Running running -> runs(running, parts);
            case ResumeState.Ended(ResumeResult result) -> ended(result, parts);
        }
        root.getChildren().setAll(parts);
        SheetParts.shown(root, !parts.isEmpty());
        if (had) {
            keys();
        }
    }

    private boolean hasKeys() {
        Node at = root.getScene() == null ? null : root.getScene().getFocusOwner();
        while (at != null && !at.equals(root)) {
            at = at.getParent();
        }
        return at != null;
    }

    /// Keys go to the button that does least, never to the one that runs something.
    private void keys() {
        @Nullable Node first = root.lookup(".button");
        if (first == null) {
            onwards.run();
        } else {
            FocusRing.focus(first);
        }
    }

    /// What to do; a command in it stands below, by itself, to be copied as it is.
    private void told(String sentence, List<Node> parts) {
        String command = ResumeText.command(sentence);
        if (command.isEmpty()) {
            parts.add(Boxes.prose(sentence));
            return;
        }
        parts.add(Boxes.prose(sentence.substring(0, sentence.indexOf('`')).strip() + ":"));
        var label = new CommandLabel(command, copy);
        label.setId("resume-by-hand");
        parts.add(label);
    }

    private void offered(ResumeCommand command, boolean sure, List<Node> parts) {
        parts.add(Boxes.prose(ResumeText.OFFER));
        parts.add(facts(command));
        if (sure) {
            parts.add(SheetParts.lead(Mark.NOTE, ResumeText.SURE, "resume-sure"));
            parts.add(
                    Boxes.row(
                            "buttons",
                            button("Not now", Feather.X, "resume-back", () -> model.sure(false)),
                            button("Run it now", Feather.PLAY, "resume-run", model::run)));
        } else {
            parts.add(
                    Boxes.row(
                            "buttons",
                            button("Run it…", Feather.PLAY, "resume-ask", () -> model.sure(true))));
        }
    }

    private static Node facts(ResumeCommand command) {
        GridPane grid = FactGrid.empty();
        grid.setId("resume-command");
        ResumeText.facts(command)
                .forEach((name, value) -> FactGrid.add(grid, name, Boxes.prose(value, "mono")));
        return grid;
    }

    private void runs(ResumeState.Running running, List<Node> parts) {
        parts.add(facts(running.command()));
        tick(time.now().getValue());
        parts.add(lasts);
        parts.add(SheetParts.bar("The command runs"));
        Button stop = button("Stop it", Feather.SQUARE, "resume-stop", model::stop);
        stop.setDisable(running.stopping());
        parts.add(Boxes.row("buttons", stop));
    }

    private void tick(Instant now) {
        if (model.stateProperty().get()
                instanceof
                ResumeState.Running(ResumeCommand command, Instant since, boolean stop)) {
            lasts.setText(
                    stop
                            ? ResumeText.STOPPING
                            : ResumeText.running(Duration.between(since, now), command.limit()));
        }
    }

    private static void ended(ResumeResult result, List<Node> parts) {
        boolean stopped = result.resumed().end() instanceof ResumeEnd.Cancelled;
        Mark mark =
                result.resumed().succeeded()
                        ? Mark.VERIFIED
                        : stopped ? Mark.MALFORMED : Mark.FAILED;
        parts.add(SheetParts.mark(mark, ResumeText.ended(result.resumed())));
        if (!result.sentence().isEmpty()) {
            Mark standing = result.goesOn() ? Mark.NOTE : Mark.MALFORMED;
            parts.add(SheetParts.mark(standing, result.sentence()));
        }
        result.notes().forEach(note -> parts.add(SheetParts.mark(Mark.MALFORMED, note)));
        parts.add(Boxes.prose(Foreign.visible(ResumeText.output(result.resumed())), "muted"));
        if (!result.output().isEmpty()) {
            parts.add(output(result.output()));
        }
    }

    private static Node output(String text) {
        var area = new TextArea(Foreign.visible(text));
        area.setId("resume-output");
        area.getStyleClass().add("raw-area");
        area.setEditable(false);
        area.setWrapText(true);
        area.setPrefRowCount(ROWS);
        area.setAccessibleText("What the command wrote");
        return area;
    }

    private static Button button(String text, Feather icon, String id, Runnable action) {
        return SheetParts.button(text, icon, id, action);
    }
}
