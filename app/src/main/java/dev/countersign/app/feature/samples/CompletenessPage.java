// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.feature.samples;

import dev.countersign.app.control.Boxes;
import dev.countersign.app.control.DigestLabel;
import dev.countersign.app.control.FactGrid;
import dev.countersign.app.control.Mark;
import dev.countersign.app.control.PathLabel;
import dev.countersign.app.control.SheetParts;
import dev.countersign.app.control.VerdictMark;
import dev.countersign.app.text.Foreign;
import dev.countersign.app.text.Numbers;
import dev.countersign.app.text.SamplesText;
import dev.countersign.core.sampling.Completeness;
import dev.countersign.core.sampling.Population;
import dev.countersign.core.sampling.SourceList;
import dev.countersign.core.sampling.Unplaced;

import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;

import org.kordamp.ikonli.feather.Feather;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Whether the population of the month is all there was.
final class CompletenessPage {
    /// More are counted, not listed.
    private static final int MOST = 100;

    private final SamplesViewModel model;
    private final SamplesActions actions;
    private final Button choose;
    private final Button gaps;
    private final VBox root = Boxes.column("detail");

    CompletenessPage(SamplesViewModel model, SamplesActions actions) {
        this.model = model;
        this.actions = actions;
        choose = Boxes.button("Compare with a list\u2026", "c", Feather.FILE_TEXT, this::choose);
        choose.setId("compare-list");
        gaps = Boxes.button("Look for gaps", "g", Feather.SEARCH, () -> model.compare(null, null));
        gaps.setId("look-for-gaps");
    }

    VBox root() {
        return root;
    }

    /// Whether it shows how far comparing is.
    ObservableBooleanValue working() {
        return Bindings.createBooleanBinding(
                () ->
                        root.getScene() != null
                                && model.stateProperty().get() instanceof SamplesState.Shown shown
                                && shown.comparison() instanceof Comparison.Running,
                root.sceneProperty(),
                model.stateProperty());
    }

    Node first() {
        return choose;
    }

    /// Asks for a list, and compares.
    void choose() {
        actions.lists().list().ifPresent(file -> model.compare(file, null));
    }

    void show(SamplesState.Shown shown) {
        List<Node> parts = new ArrayList<>();
        boolean running = shown.comparison() instanceof Comparison.Running;
        choose.setDisable(running);
        gaps.setDisable(running);
        switch (shown.comparison()) {
            case Comparison.NotDone _ -> {
                parts.add(SheetParts.mark(Mark.OPEN, SamplesText.notCompared()));
                gone(parts, shown.reading().vanished());
                unplaced(parts, shown.reading().coverage().population().unplaced());
            }
            case Comparison.Running(var progress) -> {
                parts.add(Boxes.prose("Reading what each run is about\u2026"));
                var bar = new ProgressBar(progress.total() > 0 ? progress.fraction() : -1);
                bar.setMaxWidth(Double.MAX_VALUE);
                bar.setAccessibleText("Progress of the comparison");
                parts.add(bar);
            }
            case Comparison.Failed(String sentence) ->
                    parts.add(SheetParts.lead(Mark.MALFORMED, sentence, "compared"));
            case Comparison.Done(Compared compared) ->
                    done(parts, compared, shown.reading().coverage().population());
        }
        parts.add(Boxes.column("section", choose, gaps));
        root.getChildren().setAll(parts);
    }

    private void done(List<Node> parts, Compared compared, Population population) {
        Completeness found = compared.completeness();
        boolean clean = !found.negative();
        Mark mark = !clean ? Mark.FAILED : found.source() == null ? Mark.NOTE : Mark.VERIFIED;
        String sentence = SamplesText.compared(found, population.members().size());
        parts.add(SheetParts.lead(mark, sentence, "compared"));
        SourceList source = found.source();
        Path file = compared.file();
        if (source != null && file != null) {
            parts.add(list(compared, source, file));
            listed(parts, "In the list, and no run is about it", found.withoutRun());
            listed(parts, "In the list, run in another month", found.elsewhere());
            listed(parts, "Runs that are not in the list", found.withoutSource());
            listed(parts, "More than once in the list", source.repeated());
        }
        listed(parts, "Gaps in the numbers", found.gaps());
        gone(parts, found.vanished());
        unplaced(parts, found.unplaced());
    }

    private static void unplaced(List<Node> parts, List<Unplaced> runs) {
        listed(
                parts,
                "Runs of no month",
                runs.stream().map(run -> run.runId() + ": " + SamplesText.reason(run)).toList());
    }

    private Node list(Compared compared, SourceList source, Path file) {
        GridPane facts = FactGrid.empty();
        Path name = file.getFileName();
        Path folder = file.getParent();
        FactGrid.add(facts, "List", Boxes.prose(Foreign.visible(String.valueOf(name)), "mono"));
        if (folder != null) {
            FactGrid.add(
                    facts, "In", new PathLabel("the folder", folder, actions.clipboard()::put));
        }
        var column = new ComboBox<String>();
        column.setId("source-column");
        column.setAccessibleText("Column of the list that names what runs are about");
        column.getItems().setAll(compared.columns());
        column.setValue(source.column());
        column.setOnAction(e -> model.compare(file, column.getValue()));
        FactGrid.add(facts, "Column", column);
        FactGrid.add(facts, "Entries", Boxes.prose(Numbers.grouped(source.ids().size())));
        FactGrid.add(
                facts,
                "SHA-256",
                new DigestLabel("SHA-256 of the list", source.sha256(), actions.clipboard()::put));
        return facts;
    }

    /// A run that vanished is a finding: it has its mark wherever it is listed.
    private static void gone(List<Node> parts, List<String> ids) {
        Node mark = VerdictMark.inline(Mark.MALFORMED, SamplesText.gone(ids.size()));
        mark.setId("gone");
        listed(parts, ids, mark, Boxes.prose(SamplesText.WERE_SEEN));
    }

    private static void listed(List<Node> parts, String title, List<String> ids) {
        String counted = title + ": " + Numbers.grouped(ids.size());
        listed(parts, ids, Boxes.label(counted, "section-title"));
    }

    private static void listed(List<Node> parts, List<String> ids, Node... heads) {
        if (ids.isEmpty()) {
            return;
        }
        VBox section = Boxes.column("section", heads);
        Label names =
                Boxes.prose(
                        String.join("\n", ids.stream().limit(MOST).map(Foreign::visible).toList()),
                        "mono");
        section.getChildren().add(names);
        if (ids.size() > MOST) {
            section.getChildren()
                    .add(
                            Boxes.prose(
                                    "and " + Numbers.grouped(ids.size() - MOST) + " more",
                                    "muted"));
        }
        parts.add(section);
    }
}
