// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.feature.samples;

import dev.countersign.app.control.Boxes;
import dev.countersign.app.text.Foreign;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// What can be done with the selected run.
final class AssignBar {
    private final Label run = Boxes.label("", "mono");
    private final TextField to = new TextField();
    private final Button assign;
    private final Button open;
    private final Button observe;
    private final HBox root;

    AssignBar(SamplesViewModel model, Runnable openRun, Runnable observeRun) {
        run.setId("selected-run");
        run.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
        run.setMinWidth(0);
        HBox.setHgrow(run, Priority.ALWAYS);
        run.setMaxWidth(Double.MAX_VALUE);
        to.setId("assign-to");
        to.setPromptText("Who is to look (a)");
        to.setAccessibleText("Who is to look at the selected run");
        assign = Boxes.button("Assign", "Enter", Feather.USER_CHECK, () -> assign(model));
        assign.setId("assign");
        to.setOnAction(e -> assign(model));
        open = Boxes.button("Open", "Enter", Feather.FILE_TEXT, openRun);
        open.setId("open-run");
        observe = Boxes.button("Observe\u2026", "o", Feather.EYE, observeRun);
        observe.setId("observe-run");
        root = Boxes.row("sample-bar-row", run, to, assign, open, observe);
        model.selectedProperty().subscribe(this::show);
    }

    Node root() {
        return root;
    }

    Node field() {
        return to;
    }

    private void assign(SamplesViewModel model) {
        model.assign(to.getText());
        to.clear();
    }

    private void show(@Nullable SampleRow row) {
        run.setText(row == null ? "" : Foreign.visible(row.runId()));
        to.setDisable(row == null);
        assign.setDisable(row == null);
        open.setDisable(row == null || row.member() == null);
        observe.setDisable(open.isDisable());
    }
}
