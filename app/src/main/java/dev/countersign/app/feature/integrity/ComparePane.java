// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.feature.integrity;

import dev.countersign.app.control.Boxes;
import dev.countersign.app.control.Mark;
import dev.countersign.app.control.VerdictMark;
import dev.countersign.app.platform.DroppedFiles;
import dev.countersign.app.text.CopyText;
import dev.countersign.core.compare.Run;

import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.ProgressBar;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// Another copy of the log: chosen or dropped here, aligned record by record, every stretch that
/// differs in one row.
final class ComparePane {
    private static final int MOST_ROWS = 5_000;

    private final CompareModel model;
    private final IntegrityViewModel log;
    private final Supplier<Optional<Path>> picker;
    private final ListView<Run> differences = new ListView<>();
    private final VBox root = Boxes.column("compare-pane");

    /// @param picker asks for a log
    ComparePane(IntegrityViewModel log, Supplier<Optional<Path>> picker) {
        this.log = log;
        this.picker = picker;
        model = log.compare();
        differences.setId("differences");
        differences.setAccessibleText("Where the copies differ");
        differences.setCellFactory(view -> new DifferenceCell());
        differences
                .getSelectionModel()
                .selectedItemProperty()
                .subscribe(run -> {
                    if (run != null) {
                        model.look(run);
                    }
                });
        VBox.setVgrow(differences, Priority.ALWAYS);
        root.addEventHandler(DragEvent.DRAG_OVER, this::over);
        root.addEventHandler(DragEvent.DRAG_DROPPED, this::dropped);
        model.stateProperty().subscribe(this::show);
    }

    Node root() {
        return root;
    }

    /// Whether it shows how far comparing is.
    ObservableBooleanValue working() {
        return Bindings.createBooleanBinding(
                () ->
                        root.getScene() != null
                                && model.stateProperty().get() instanceof CompareState.Comparing,
                root.sceneProperty(),
                model.stateProperty());
    }

    /// Asks for the other copy.
    void choose() {
        picker.get().ifPresent(this::compare);
    }

    /// Compares with it.
    void compare(Path there) {
        Path here = log.path();
        if (here != null) {
            model.compare(here, there);
        }
    }

    private void over(DragEvent e) {
        if (DroppedFiles.first(e.getDragboard()).isPresent()) {
            e.acceptTransferModes(TransferMode.LINK, TransferMode.COPY);
            e.consume();
        }
    }

    private void dropped(DragEvent e) {
        DroppedFiles.first(e.getDragboard())
                .ifPresent(path -> {
                    compare(path);
                    e.setDropCompleted(true);
                    e.consume();
                });
    }

    private void show(CompareState state) {
        switch (state) {
            case CompareState.Idle _ ->
                    root.getChildren()
                            .setAll(Boxes.prose(CopyText.OFFER), buttons("Choose a copy…"));
            case CompareState.Comparing c -> comparing(c);
            case CompareState.None n ->
                    root.getChildren()
                            .setAll(
                                    path(n.there()),
                                    Boxes.prose(n.sentence()),
                                    buttons("Choose another copy…"));
            case CompareState.Compared c -> compared(c);
        }
    }

    private void comparing(CompareState.Comparing c) {
        var bar = new ProgressBar(c.progress().fraction());
        bar.setAccessibleText("Progress");
        bar.setMaxWidth(Double.MAX_VALUE);
        Button cancel = Boxes.button("Cancel", "", Feather.X, model::cancel);
        root.getChildren()
                .setAll(
                        Boxes.label(CopyText.COMPARING, "section-title"),
                        path(c.there()),
                        bar,
                        Boxes.row("buttons", cancel));
    }

    private void compared(CompareState.Compared c) {
        if (c.run() != null && differences.getItems().contains(c.run())) {
            differences.getSelectionModel().select(c.run());
            return; // the same comparison, another row
        }
        differences.getItems().setAll(c.differences(MOST_ROWS));
        Label sentence = Boxes.prose(c.sentence(), "detail-sentence");
        sentence.setId("compare-sentence");
        List<Node> parts = new ArrayList<>();
        parts.add(
                Boxes.row(
                        "compare-head",
                        VerdictMark.shape(c.agrees() ? Mark.VERIFIED : Mark.FAILED, ""),
                        Boxes.column("compare-words", sentence, path(c.there()))));
        c.more().forEach(said -> parts.add(Boxes.prose(said)));
        if (!differences.getItems().isEmpty()) {
            parts.add(differences);
        }
        parts.add(buttons("Choose another copy…"));
        root.getChildren().setAll(parts);
    }

    private static Label path(Path there) {
        Label path = Boxes.label(there.toString(), "path", "mono");
        path.setTextOverrun(OverrunStyle.LEADING_ELLIPSIS);
        return path;
    }

    private Node buttons(String text) {
        Button choose = Boxes.button(text, "", Feather.COPY, this::choose); // the fault has its key
        choose.setId("choose-copy");
        return Boxes.row("buttons", choose);
    }

    private static final class DifferenceCell extends ListCell<Run> {
        @Override
        protected void updateItem(@Nullable Run run, boolean empty) {
            super.updateItem(run, empty);
            setText(empty || run == null ? null : CopyText.row(run));
        }
    }
}
