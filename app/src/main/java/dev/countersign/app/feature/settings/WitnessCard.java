// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.feature.settings;

import dev.countersign.app.control.Boxes;
import dev.countersign.app.control.Mark;
import dev.countersign.app.control.PathLabel;
import dev.countersign.app.control.VerdictMark;
import dev.countersign.app.platform.TextClipboard;
import dev.countersign.app.text.Quotes;
import dev.countersign.core.witness.KeyUse;
import dev.countersign.core.witness.NoteVerifier;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import org.kordamp.ikonli.feather.Feather;

import java.nio.file.Path;

/// Whose signatures under checkpoints can be checked here.
final class WitnessCard {
    private WitnessCard() {}

    static Node of(WitnessModel.Shown shown, WitnessModel model, TextClipboard clipboard) {
        VBox card =
                Cards.card(
                        "Keys of witnesses",
                        Boxes.prose(
                                "An outside witness signs checkpoints with its own key. Add its"
                                    + " public key here, and its signature on an imported note is"
                                    + " checked."));
        card.setId("witnesses");
        Path file = shown.witnesses().file();
        if (file == null && shown.trouble().isEmpty()) {
            card.getChildren()
                    .add(
                            Boxes.prose(
                                    "Open a folder of runs first: the keys are kept in its"
                                            + " workspace.",
                                    "muted"));
        } else if (file != null) {
            card.getChildren()
                    .add(
                            shown.witnesses().keys().isEmpty()
                                    ? Boxes.prose(
                                            "None yet: no signature of a note is checked.", "muted")
                                    : table(shown.witnesses(), model));
            card.getChildren().addAll(input(model), new PathLabel("keys", file, clipboard::put));
        }
        if (!shown.trouble().isEmpty()) {
            Label trouble = Boxes.prose(shown.trouble());
            trouble.setId("witness-trouble");
            String word = file == null ? "Not read" : "Not changed";
            card.getChildren().addAll(VerdictMark.inline(Mark.MALFORMED, word), trouble);
        }
        return card;
    }

    private static Node input(WitnessModel model) {
        var key = new TextField();
        key.textProperty().bindBidirectional(model.typedProperty());
        key.setId("witness-key");
        key.setPromptText("example.com/witness+1234abcd+BASE64");
        key.setAccessibleText("Verifier key of a witness");
        key.setOnAction(e -> model.add());
        HBox.setHgrow(key, Priority.ALWAYS);
        Button add = Boxes.button("Add", "", Feather.PLUS, model::add);
        add.setId("witness-add");
        add.setTooltip(null);
        add.setAccessibleText("Add the key");
        add.disableProperty().bind(key.textProperty().isEmpty());
        return Boxes.row("buttons", key, add);
    }

    private static GridPane table(Witnesses witnesses, WitnessModel model) {
        GridPane table =
                Cards.table(new double[] {3, 1, 1.4, 1}, "Name", "Key", "What it signs", "");
        table.setId("witness-keys");
        for (NoteVerifier key : witnesses.keys()) {
            Label name = Boxes.prose(Quotes.line(key.name()), "mono");
            name.setTooltip(new Tooltip(key.text()));
            Button remove = Boxes.button("Remove", "", Feather.X, () -> model.remove(key));
            remove.getStyleClass().add("remove-source");
            remove.setTooltip(new Tooltip("Stop checking its signatures"));
            remove.setAccessibleText("Remove the key of " + Quotes.line(key.name()));
            Cards.row(
                    table,
                    name,
                    Boxes.label(key.keyId(), "mono"),
                    Boxes.label(key.use() == KeyUse.NOTE ? "its own notes" : "cosignatures"),
                    remove);
        }
        return table;
    }
}
