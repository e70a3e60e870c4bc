// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.feature.settings;

import atlantafx.base.theme.Styles;

import dev.countersign.app.control.Boxes;
import dev.countersign.app.control.FactGrid;
import dev.countersign.app.control.Mark;
import dev.countersign.app.control.VerdictMark;
import dev.countersign.app.platform.TextClipboard;
import dev.countersign.app.text.Quotes;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;

import java.util.List;

/// Who signs here, with which key, who says when, and whose notes are believed.
final class IdentityPage {
    private IdentityPage() {}

    static List<Node> of(
            SettingsState.IdentityShown shown, SettingsViewModel model, TextClipboard clipboard) {
        WitnessModel witnesses = model.witnesses();
        return List.of(
                signer(shown.signer(), model),
                authority(shown, model),
                WitnessCard.of(witnesses.stateProperty().get(), witnesses, clipboard));
    }

    private static Node signer(KnownSigner signer, SettingsViewModel model) {
        GridPane facts = FactGrid.empty();
        FactGrid.add(facts, "Signed last", said(Quotes.line(signer.identity()), "nobody yet"));
        FactGrid.add(facts, "Key", said(signer.key(), "none chosen yet"));
        Button file = button("Key file…", Feather.KEY, "identity-file", model::chooseFile);
        Button token = button("Token…", Feather.CREDIT_CARD, "identity-token", model::chooseToken);
        Button create = button("Create a key…", Feather.PLUS, "identity-create", model::createKey);
        Button forget = button("Forget both", Feather.X, "identity-forget", model::forgetSigner);
        forget.setDisable(signer.identity().isEmpty() && signer.key().isEmpty());
        if (signer.key().isEmpty()) {
            create.getStyleClass().add(Styles.ACCENT);
        }
        VBox card =
                Cards.card(
                        "Who signs here",
                        facts,
                        Boxes.row("buttons", file, token, create, forget),
                        Boxes.prose(
                                "The sign sheet proposes them next time. A PIN is never kept.",
                                "muted"));
        card.setId("identity");
        return card;
    }

    private static Button button(String text, Ikon icon, String id, Runnable action) {
        Button button = Boxes.button(text, "", icon, action);
        button.setId(id);
        button.setTooltip(null);
        button.setAccessibleText(text);
        return button;
    }

    private static Label said(String text, String otherwise) {
        return text.isEmpty() || text.equals("\"\"")
                ? Boxes.prose(otherwise, "muted")
                : Boxes.prose(text, "mono");
    }

    private static Node authority(SettingsState.IdentityShown shown, SettingsViewModel model) {
        var address = new TextField();
        address.textProperty().bindBidirectional(model.addressProperty());
        address.setId("authority-address");
        address.setPromptText("http://timestamp.example.com");
        address.setAccessibleText("Address of the time-stamp authority");
        address.setOnAction(e -> model.askAuthority());
        HBox.setHgrow(address, Priority.ALWAYS);
        Button keep = button("Save", Feather.CHECK, "authority-keep", model::askAuthority);
        keep.disableProperty().bind(address.textProperty().isEqualTo(shown.signer().authority()));
        VBox card =
                Cards.card(
                        "Time-stamp authority",
                        Boxes.prose(
                                "It certifies when you signed (RFC 3161), so that a signature"
                                    + " outlives its certificate. It is asked over the network each"
                                    + " time you sign, and receives only a digest. Nothing else"
                                    + " here uses the network. Leave it empty to ask nobody."),
                        Boxes.row("buttons", address, keep));
        card.setId("authority");
        if (!shown.trouble().isEmpty()) {
            Label trouble = Boxes.prose(shown.trouble());
            trouble.setId("authority-trouble");
            card.getChildren().addAll(VerdictMark.inline(Mark.MALFORMED, "Not changed"), trouble);
        }
        return card;
    }
}
