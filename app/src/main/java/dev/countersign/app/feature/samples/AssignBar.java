// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.feature.samples;

import dev.countersign.app.control.Boxes;
import dev.countersign.app.text.SamplesText;

import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// What can be done with the selected run.
final class AssignBar {
    private final TextField to = new TextField();
    private final Button assign;
    private final Button open;
    private final Button observe;
    private final HBox root;
    private String assigned = "";

    AssignBar(SamplesViewModel model, Runnable openRun, Runnable observeRun) {
        HBox.setHgrow(to, Priority.SOMETIMES);
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        to.setId("assign-to");
        to.setPromptText("Assign to (a)");
        to.setAccessibleText("Assign the selected run to");
        assign = Boxes.button("Assign", "Enter", Feather.USER_CHECK, () -> assign(model));
        assign.setId("assign");
        to.setOnAction(e -> assign(model));
        open = Boxes.button("Open run", "Enter", Feather.FILE_TEXT, openRun);
        open.setId("open-run");
        observe = Boxes.button("Observe\u2026", "o", Feather.EYE, observeRun);
        observe.setId("observe-run");
        root = Boxes.row("sample-bar-row", to, assign, gap, open, observe);
        model.selectedProperty().subscribe(this::show);
        model.stateProperty().subscribe(this::told);
        assign.disableProperty()
                .bind(
                        to.disabledProperty()
                                .or(
                                        Bindings.createBooleanBinding(
                                                () -> to.getText().isBlank(), to.textProperty())));
    }

    Node root() {
        return root;
    }

    Node field() {
        return to;
    }

    private void assign(SamplesViewModel model) {
        if (model.stateProperty().get() instanceof SamplesState.Shown(_, _, Acting.Doing _)) {
            return; // one thing at a time
        }
        assigned = to.getText();
        model.assign(assigned);
    }

    /// The field is empty once that is done, unless somebody typed on; what was refused stays.
    private void told(SamplesState state) {
        if (state instanceof SamplesState.Shown(_, _, Acting.Did _)) {
            if (!assigned.isEmpty() && to.getText().equals(assigned)) {
                to.clear();
            }
            assigned = "";
        }
    }

    private void show(@Nullable SampleRow row) {
        to.setDisable(row == null);
        open.setDisable(row == null || row.member() == null);
        observe.setDisable(open.isDisable());
        String why =
                !open.isDisable() ? "" : ", not possible. " + SamplesText.notThere(row != null);
        open.setAccessibleText("Open run" + (why.isEmpty() ? ", Enter" : why));
        observe.setAccessibleText("Observe" + (why.isEmpty() ? ", o" : why));
        boolean next = row != null && row.drawn() > 0 && !row.wanted().observed();
        Boxes.accent(observe, next);
    }
}
