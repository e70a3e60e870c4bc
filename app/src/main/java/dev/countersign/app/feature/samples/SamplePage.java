// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.feature.samples;

import dev.countersign.app.control.Boxes;
import dev.countersign.app.control.CopyButton;
import dev.countersign.app.control.DigestLabel;
import dev.countersign.app.control.FactGrid;
import dev.countersign.app.control.Mark;
import dev.countersign.app.control.SheetParts;
import dev.countersign.app.text.ActText;
import dev.countersign.app.text.Foreign;
import dev.countersign.app.text.Numbers;
import dev.countersign.app.text.SamplesText;
import dev.countersign.app.text.SignOffText;
import dev.countersign.core.approval.ActVerdict;
import dev.countersign.core.sampling.Draw;
import dev.countersign.core.sampling.Population;
import dev.countersign.core.workspace.RecordedDraw;
import dev.countersign.core.workspace.SampleCoverage;
import dev.countersign.core.workspace.SampleSignedOff;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Population, draw and sign-off of the month that is shown.
final class SamplePage {
    private final SamplesViewModel model;
    private final SamplesActions actions;
    private final DrawForm form;
    private final TextField note = new TextField();
    private final Button signOff;
    private final Button unsigned = new Button("Sign off without a signature");
    private final Button again;
    private final VBox root = Boxes.column("detail");
    private final Map<YearMonth, String> notes = new HashMap<>();
    private SamplesState.@Nullable Shown last;
    private @Nullable RecordedDraw redrawn;

    SamplePage(SamplesViewModel model, SamplesActions actions) {
        this.model = model;
        this.actions = actions;
        form = new DrawForm(model);
        note.setId("sign-off-note");
        note.setPromptText("Comment");
        note.setAccessibleText("Note for the sign-off");
        note.setOnAction(e -> signOff());
        signOff = SheetParts.button("Sign off…", Feather.PEN_TOOL, "sign-off", this::signOff);
        unsigned.setId("sign-off-unsigned");
        unsigned.getStyleClass().add("flat");
        unsigned.setOnAction(e -> model.signOff(note.getText()));
        again = SheetParts.button("Draw again\u2026", Feather.SHUFFLE, "draw-again", this::again);
    }

    /// Asks for a key, and what else a signature needs.
    private void signOff() {
        SamplesState.Shown shown = last;
        if (shown != null && !signOff.isDisabled()) {
            actions.signOff().accept(shown.reading().month(), note.getText().strip());
        }
    }

    /// Asks for another draw in the place of the one that counts.
    private void again() {
        SamplesState.Shown shown = last;
        if (shown != null) {
            redrawn = shown.reading().coverage().draw();
            show(shown);
            form.first().requestFocus();
        }
    }

    VBox root() {
        return root;
    }

    /// Where one goes to draw, or to draw again.
    Node toDraw() {
        return again.getScene() == null ? form.first() : again;
    }

    /// Where one goes to sign off.
    Node toSignOff() {
        return note;
    }

    /// What was written for another month stays there.
    private void month(YearMonth month) {
        YearMonth before = last == null ? month : last.reading().month();
        if (!before.equals(month)) {
            notes.put(before, note.getText());
            note.setText(notes.getOrDefault(month, ""));
        }
    }

    void show(SamplesState.Shown shown) {
        month(shown.reading().month());
        last = shown;
        SampleCoverage coverage = shown.reading().coverage();
        boolean busy = shown.acting() instanceof Acting.Doing;
        List<Node> parts = new ArrayList<>();
        switch (shown.acting()) {
            case Acting.None _ -> {}
            case Acting.Doing(String words) -> parts.add(Boxes.prose(words, "muted"));
            case Acting.Did(String sentence) ->
                    parts.add(SheetParts.lead(Mark.VERIFIED, sentence, "sample-act"));
            case Acting.Refused(String sentence) ->
                    parts.add(SheetParts.lead(Mark.FAILED, sentence, "sample-act"));
        }
        parts.add(section("Population", population(coverage.population())));
        RecordedDraw draw = coverage.draw();
        parts.add(
                draw == null
                        ? section("Draw", form.show(coverage.population(), busy, null))
                        : section("Draw", draw(coverage, draw)));
        if (draw != null && shown.reading().signedOff() == null) {
            parts.add(
                    draw.equals(redrawn)
                            ? section("Draw again", form.show(coverage.population(), busy, draw))
                            : Boxes.row("buttons", again));
        }
        parts.addAll(earlier(coverage));
        for (String sentence : coverage.unreadable()) {
            parts.add(SheetParts.mark(Mark.MALFORMED, Foreign.visible(sentence)));
        }
        parts.add(section("Sign-off", closing(shown.reading(), busy)));
        root.getChildren().setAll(parts);
    }

    private static VBox section(String title, Node... nodes) {
        VBox section = Boxes.column("section", Boxes.label(title, "section-title"));
        section.getChildren().addAll(nodes);
        return section;
    }

    private Node population(Population population) {
        GridPane facts = FactGrid.empty();
        FactGrid.add(facts, "Runs", Boxes.prose(Numbers.grouped(population.members().size())));
        FactGrid.add(
                facts, "Approvals", Boxes.prose(Numbers.grouped(population.approvals().size())));
        FactGrid.add(
                facts,
                "Always reviewed",
                Boxes.prose(
                        Numbers.grouped(population.risky().size())
                                + " that were blocked, sent to review, or have no gate result"));
        FactGrid.add(facts, "Time zone", Boxes.prose(population.zone().getId()));
        FactGrid.add(
                facts,
                "SHA-256",
                new DigestLabel(
                        "SHA-256 of the population",
                        population.sha256(),
                        actions.clipboard()::put));
        return facts;
    }

    private Node draw(SampleCoverage coverage, RecordedDraw draw) {
        GridPane facts = FactGrid.empty();
        FactGrid.add(
                facts, "Drawn", Boxes.prose(SamplesText.drawn(draw, model.viewer()), "drawn-by"));
        FactGrid.add(facts, "Sample", Boxes.prose(sample(draw)));
        RecordedDraw.Superseding over = draw.supersedes();
        if (over != null) {
            FactGrid.add(facts, "Drawn again", Boxes.prose(Foreign.visible(over.reason())));
        }
        FactGrid.add(facts, "Seed", new DigestLabel("seed", draw.seed(), actions.clipboard()::put));
        FactGrid.add(facts, "Seed from", Boxes.prose(SamplesText.seed(draw)));
        FactGrid.add(
                facts,
                "Population then",
                new DigestLabel(
                        "SHA-256 of the population that was drawn from",
                        draw.populationSha256(),
                        actions.clipboard()::put));
        FactGrid.add(facts, "Algorithm", algorithm());
        VBox box = Boxes.column("section", facts);
        if (coverage.populationChanged()) {
            box.getChildren().add(SheetParts.mark(Mark.FAILED, SamplesText.changed()));
        } else if (!draw.populationSha256().equals(coverage.population().sha256())) {
            box.getChildren().add(SheetParts.mark(Mark.NOTE, SamplesText.grown()));
        }
        return box;
    }

    /// In a few words; what a workpaper says of it can be copied.
    private Node algorithm() {
        Label says = Boxes.prose(SamplesText.HOW_DRAWN, "muted");
        says.setTooltip(new Tooltip(Draw.ALGORITHM));
        says.setAccessibleText(Draw.ALGORITHM);
        HBox row =
                Boxes.row(
                        "command-label",
                        says,
                        new CopyButton("algorithm", Draw.ALGORITHM, actions.clipboard()::put));
        row.setAlignment(Pos.BASELINE_LEFT);
        return row;
    }

    /// The draws that do not count, each with why.
    private List<Node> earlier(SampleCoverage coverage) {
        List<RecordedDraw> line = RecordedDraw.line(coverage.draws());
        List<Node> earlier = new ArrayList<>();
        for (RecordedDraw one : coverage.draws()) {
            int place = line.indexOf(one);
            if (place < 0 || place < line.size() - 1) {
                RecordedDraw after = place < 0 ? null : line.get(place + 1);
                GridPane facts = FactGrid.empty();
                FactGrid.add(facts, "Drawn", Boxes.prose(SamplesText.drawn(one, model.viewer())));
                FactGrid.add(facts, "Sample", Boxes.prose(sample(one)));
                FactGrid.add(
                        facts,
                        "Seed",
                        new DigestLabel("seed", one.seed(), actions.clipboard()::put));
                earlier.add(
                        section(
                                "Earlier draw",
                                SheetParts.mark(Mark.NOTE, SamplesText.notCounting(after)),
                                facts));
            }
        }
        return earlier;
    }

    private static String sample(RecordedDraw draw) {
        return Numbers.count(draw.sampled().size(), "run")
                + ", rate "
                + SamplesText.rate(draw.rate());
    }

    /// Who stands for the sample, and whether a signature says so.
    private Node closed(SampleSignedOff one) {
        GridPane facts = FactGrid.empty();
        FactGrid.add(facts, "By", Boxes.prose(Foreign.visible(one.by())));
        FactGrid.add(facts, "On", Boxes.prose(SamplesText.at(one.at(), model.viewer())));
        ActVerdict verdict = one.verdict();
        FactGrid.add(
                facts,
                "Signature",
                SheetParts.mark(
                        SignOffMark.of(one),
                        verdict == null
                                ? SignOffText.NOT_SIGNED
                                : SamplesText.sentence(ActText.signature(verdict))));
        if (!one.note().isEmpty()) {
            FactGrid.add(facts, "Comment", Boxes.prose(Foreign.visible(one.note())));
        }
        return facts;
    }

    private Node closing(SamplesReading.Read read, boolean busy) {
        if (read.signedOff() != null) {
            VBox closed = Boxes.column("section");
            read.signOffs().forEach(one -> closed.getChildren().add(closed(one)));
            return closed;
        }
        String objection = read.coverage().objection();
        boolean possible = objection == null && !busy;
        long unproven = model.rows().stream().filter(row -> !row.proven()).count();
        note.setDisable(!possible);
        signOff.setDisable(!possible);
        Boxes.accent(signOff, possible);
        unsigned.setDisable(!possible);
        Label why =
                Boxes.prose(
                        objection == null
                                ? SignOffText.INVITATION
                                : "Not yet: "
                                        + Foreign.visible(objection)
                                        + "."
                                        + SignOffText.lacking(unproven),
                        "muted");
        why.setId("sign-off-why");
        VBox ways = Boxes.column("section", why, note, Boxes.row("buttons", signOff));
        if (objection == null) {
            ways.getChildren()
                    .addAll(
                            Boxes.prose(SignOffText.WITHOUT_KEY, "muted"),
                            Boxes.row("buttons", unsigned));
        }
        return ways;
    }
}
