// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.feature.run;

import dev.countersign.app.control.Boxes;
import dev.countersign.app.control.Mark;
import dev.countersign.app.control.VerdictMark;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;

import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// Says that a crash left work, and offers to do the rest of it.
final class UnfinishedBar {
    private static final String SENTENCE =
            "An approval is in the log and not in state.json: a crash kept it out.";

    private final RunViewModel model;
    private final Label sentence = Parts.prose(SENTENCE);
    private final Button finish = new Button("Finish", new FontIcon(Feather.CHECK));
    private final HBox root;

    UnfinishedBar(RunViewModel model) {
        this.model = model;
        sentence.setId("unfinished-sentence");
        finish.setId("finish");
        finish.setMinWidth(Button.USE_PREF_SIZE);
        finish.setAccessibleText("Finish: write the approval into state.json");
        finish.setOnAction(e -> model.finish());
        root =
                Parts.row(
                        "unfinished-bar",
                        VerdictMark.inline(Mark.MALFORMED, "Unfinished"),
                        Parts.grow(sentence),
                        finish);
        root.getStyleClass().add(Mark.MALFORMED.styleClass());
        root.setId("unfinished");
    }

    HBox root() {
        return root;
    }

    /// Says it again.
    ///
    /// @return whether there is anything to say
    boolean show() {
        String trouble = model.troubleProperty().get();
        sentence.setText(trouble.isEmpty() ? SENTENCE : SENTENCE + " " + trouble);
        boolean left = !model.unfinished().isEmpty();
        Boxes.accent(finish, left);
        return left;
    }
}
