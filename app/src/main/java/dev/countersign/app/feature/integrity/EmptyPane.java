// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.feature.integrity;

import atlantafx.base.theme.Styles;

import dev.countersign.app.control.Boxes;
import dev.countersign.app.control.DropZone;
import dev.countersign.app.control.Mark;
import dev.countersign.app.control.VerdictMark;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.StackPane;

import org.kordamp.ikonli.feather.Feather;

import java.util.List;

/// Before anything was opened: what to do, and what the answers will mean.
final class EmptyPane {
    private EmptyPane() {}

    static Node of(OpenActions actions) {
        Button open = Boxes.button("Open file…", "Ctrl+O", Feather.FILE_TEXT, actions.log());
        open.setId("open-log");
        open.getStyleClass().add(Styles.ACCENT);
        Button folder =
                Boxes.button("Open folder…", "Ctrl+Shift+O", Feather.FOLDER, actions.folder());
        folder.setId("open-folder");
        StackPane pane =
                Boxes.centred(
                        List.of(
                                DropZone.of(
                                        Feather.DOWNLOAD,
                                        "Drop a log or a run directory here",
                                        "In a run directory, audit.jsonl is read. Nothing is"
                                                + " changed.",
                                        open,
                                        folder),
                                Boxes.prose(
                                        "Each record carries its own hash and the hash of the"
                                            + " record before it. Both are computed again for every"
                                            + " record, and you get one of these answers:"),
                                answers()));
        pane.setId("empty");
        return pane;
    }

    private static GridPane answers() {
        var grid = new GridPane();
        grid.getStyleClass().add("answers");
        answer(
                grid,
                0,
                Mark.VERIFIED,
                "Intact",
                "no fault found; a cut end needs a checkpoint to show");
        answer(
                grid,
                1,
                Mark.FAILED,
                "Broken",
                "a record was edited, removed, inserted or moved: you see which one");
        answer(
                grid,
                2,
                Mark.MALFORMED,
                "Malformed",
                "a line is not a record: you see the byte at which it fails");
        answer(grid, 3, Mark.OPEN, "Nothing to verify", "no record found: nothing is confirmed");
        return grid;
    }

    private static void answer(GridPane grid, int row, Mark mark, String word, String meaning) {
        Label text = Boxes.prose(meaning, "muted");
        grid.addRow(row, VerdictMark.inline(mark, word), text);
    }
}
