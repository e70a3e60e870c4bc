// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.feature.checkpoint;

import dev.countersign.app.control.Boxes;
import dev.countersign.app.control.FactGrid;
import dev.countersign.app.control.Mark;
import dev.countersign.app.control.Sheet;
import dev.countersign.app.control.SheetParts;
import dev.countersign.app.text.Foreign;
import dev.countersign.app.text.VouchText;
import dev.countersign.app.text.WitnessedText;
import dev.countersign.core.witness.Vouch;
import dev.countersign.core.workspace.Finding;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import org.kordamp.ikonli.feather.Feather;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/// The sheet over checkpoints that came from others.
public final class CheckpointView {
    private static final int LONGEST = 1_000;
    private static final int MOST = 20;
    private static final String HEADLINE = "checkpoint-headline";

    private final CheckpointViewModel model;
    private final ZoneId viewer;
    private final Sheet sheet;

    /// @param model what is shown
    /// @param viewer the time zone of whoever reads it
    public CheckpointView(CheckpointViewModel model, ZoneId viewer) {
        this.model = model;
        this.viewer = viewer;
        sheet = new Sheet("checkpoint-sheet", "Checkpoints", model::close);
        model.stateProperty().subscribe(this::show);
    }

    /// From now on it lies over this while there is something to show.
    public void over(StackPane whole) {
        sheet.over(whole);
    }

    private void show(CheckpointState state) {
        switch (state) {
            case CheckpointState.Closed _ -> sheet.hide();
            case CheckpointState.Reading(Path file) -> sheet.show(reading(file), null);
            case CheckpointState.Asking(CheckpointOffer offer) -> sheet.show(asking(offer), null);
            case CheckpointState.Importing(CheckpointOffer offer) ->
                    sheet.show(importing(offer), null);
            case CheckpointState.Disagreeing(CheckpointOffer offer, CheckpointEnd end) ->
                    sheet.show(disagreeing(offer, end), null);
            case CheckpointState.Refused(Path file, String sentence) ->
                    sheet.show(refused(file, sentence), null);
        }
    }

    private Node reading(Path file) {
        return SheetParts.page(
                "checkpoint-reading",
                List.of(
                        SheetParts.title("Reading the checkpoints", HEADLINE),
                        path(file),
                        SheetParts.bar("Under way")),
                close());
    }

    private Node asking(CheckpointOffer offer) {
        List<Node> parts = new ArrayList<>(about(offer));
        parts.add(Boxes.prose(WitnessedText.MEANING));
        return SheetParts.page(
                "checkpoint-asking",
                parts,
                SheetParts.accent(
                        SheetParts.button(
                                "Import", Feather.CHECK, "checkpoint-import", model::accept)),
                close());
    }

    private Node importing(CheckpointOffer offer) {
        List<Node> parts = new ArrayList<>(about(offer));
        parts.add(SheetParts.bar("Under way"));
        return SheetParts.page("checkpoint-importing", parts);
    }

    private Node disagreeing(CheckpointOffer offer, CheckpointEnd end) {
        List<Node> parts = new ArrayList<>();
        parts.add(SheetParts.head(Mark.FAILED, WitnessedText.DISAGREE, HEADLINE));
        parts.add(Boxes.prose(WitnessedText.TO_DO));
        List<CheckpointEnd.Disagreement> shown = end.disagree();
        for (var one : shown.subList(0, Math.min(MOST, shown.size()))) {
            parts.add(disagreement(one, one.equals(shown.getFirst())));
        }
        if (shown.size() > MOST) {
            parts.add(Boxes.prose("And " + (shown.size() - MOST) + " more, among the findings."));
        }
        parts.add(path(offer.file()));
        return SheetParts.page("checkpoint-disagreeing", parts, close());
    }

    /// What disagrees, and the ways to it.
    private Node disagreement(CheckpointEnd.Disagreement one, boolean first) {
        Finding finding = one.finding();
        String id = finding.id();
        Button open =
                SheetParts.button(
                        "Open the finding",
                        Feather.FLAG,
                        "checkpoint-finding",
                        () -> model.finding(id));
        if (first) {
            SheetParts.accent(open);
        }
        HBox ways = Boxes.row("buttons", open);
        Path run = one.run();
        if (run != null) {
            ways.getChildren()
                    .add(
                            SheetParts.button(
                                    "Compare…",
                                    Feather.COPY,
                                    "checkpoint-compare",
                                    () -> model.compare(run)));
        }
        return Boxes.column(
                "section",
                SheetParts.mark(
                        Mark.FAILED, Foreign.visible(WitnessedText.disagrees(finding, viewer))),
                ways);
    }

    private Node refused(Path file, String sentence) {
        return SheetParts.page(
                "checkpoint-refused",
                List.of(
                        SheetParts.head(Mark.FAILED, WitnessedText.REFUSED, HEADLINE),
                        path(file),
                        foreign(sentence)),
                SheetParts.accent(close()));
    }

    private Button close() {
        return SheetParts.button("Close", Feather.X, "checkpoint-close", model::close);
    }

    private List<Node> about(CheckpointOffer offer) {
        GridPane facts = FactGrid.empty();
        FactGrid.add(facts, "Seen by", foreign(offer.witness()));
        FactGrid.add(facts, "Latest", foreign(WitnessedText.latest(offer.seen(), viewer), "mono"));
        FactGrid.add(facts, "Runs", foreign(WitnessedText.runs(offer.seen(), offer.here())));
        FactGrid.add(facts, "Signature", signatures(offer));
        FactGrid.add(facts, "File", path(offer.file()));
        return List.of(
                SheetParts.head(Mark.NOTE, WitnessedText.what(offer.seen()), HEADLINE), facts);
    }

    /// Whose signature was checked, and whose was not.
    private static Node signatures(CheckpointOffer offer) {
        List<Vouch> all = offer.vouches();
        if (all.isEmpty()) {
            return foreign(WitnessedText.UNSIGNED);
        }
        VBox lines = Boxes.column("signatures");
        for (Vouch one : all.subList(0, Math.min(MOST, all.size()))) {
            lines.getChildren()
                    .add(
                            SheetParts.mark(
                                    one.good() ? Mark.VERIFIED : Mark.OPEN, VouchText.shown(one)));
        }
        if (all.size() > MOST) {
            lines.getChildren().add(Boxes.prose("And " + (all.size() - MOST) + " more."));
        }
        return lines;
    }

    private static Label foreign(String text, String... styles) {
        return Boxes.prose(Foreign.cut(Foreign.visible(text), LONGEST), styles);
    }

    private static Label path(Path path) {
        return foreign(path.toString(), "mono");
    }
}
