// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.feature.keys;

import dev.countersign.app.control.Boxes;
import dev.countersign.app.control.Mark;
import dev.countersign.app.control.SheetParts;
import dev.countersign.app.platform.LibraryPicker;
import dev.countersign.app.text.KeyText;
import dev.countersign.core.trust.TokenSlot;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;

/// The steps to a key on a token, each of them there as soon as it can be taken.
final class TokenForm {
    private final TokenViewModel model;
    private final ZoneId viewer;
    private final Button library;
    private final Label path = Boxes.prose("", "mono");
    private final ComboBox<TokenSlot> slots = new ComboBox<>();
    private final PinField pin = new PinField("token-pin", "PIN of the token");
    private final Button read;
    private final VBox token;
    private final VBox secret;
    private final VBox keys = Boxes.column("section");
    private final VBox missing = Boxes.column("sign-notes");
    private final VBox trouble = Boxes.column("sign-notes");
    private final Node bar = SheetParts.bar(KeyText.ASKING);
    private final VBox root;
    private TokenState.@Nullable Asking last;
    private boolean filling;

    TokenForm(TokenViewModel model, LibraryPicker picker, ZoneId viewer) {
        this.model = model;
        this.viewer = viewer;
        library =
                SheetParts.button(
                        "Library…",
                        Feather.FOLDER,
                        "token-library",
                        () -> picker.library().ifPresent(model::library));
        read = SheetParts.button("Show its keys", Feather.KEY, "token-read", this::read);
        pin.setOnAction(e -> read());
        pin.textProperty().subscribe(typed -> lacks());
        missing.setId("token-missing");
        HBox.setHgrow(pin, Priority.ALWAYS);
        slots();
        trouble.setId("token-trouble");
        keys.setId("token-keys");
        token = Boxes.column("section", Boxes.label("Which token", "section-title"), slots);
        secret =
                Boxes.column(
                        "section",
                        Boxes.label("Its PIN", "section-title"),
                        Boxes.row("sign-key-row", pin, read),
                        missing);
        root =
                SheetParts.page(
                        "token-asking",
                        List.of(
                                SheetParts.title("A key on a token", "token-headline"),
                                Boxes.prose(KeyText.TOKEN),
                                Boxes.column(
                                        "section",
                                        Boxes.label("Library of its maker", "section-title"),
                                        Boxes.row("sign-key-row", library, path)),
                                token,
                                secret,
                                bar,
                                trouble,
                                keys),
                        SheetParts.button("Cancel", Feather.X, "token-close", model::close));
    }

    private void slots() {
        slots.setId("token-slots");
        slots.setMaxWidth(Double.MAX_VALUE);
        slots.setPromptText("Choose the token");
        slots.setAccessibleText("Which token");
        slots.setConverter(
                new StringConverter<>() {
                    @Override
                    public String toString(@Nullable TokenSlot slot) {
                        return slot == null ? "" : KeyText.slot(slot);
                    }

                    @Override
                    public @Nullable TokenSlot fromString(String text) {
                        return null; // nobody types here
                    }
                });
        slots.valueProperty()
                .addListener((o, old, slot) -> {
                    if (slot != null && !filling) {
                        model.slot(slot);
                    }
                });
    }

    VBox root() {
        return root;
    }

    /// Where keys go: to the next step.
    Node first() {
        Node key = keys.isVisible() ? keys.lookup(".key-choice") : null;
        if (key != null) {
            return key;
        }
        return secret.isVisible() ? pin : token.isVisible() ? slots : library;
    }

    private void read() {
        if (!read.isDisabled()) {
            pin.take(model::read);
        }
    }

    private void lacks() {
        boolean opens = last != null && last.opens();
        boolean typed = !pin.getText().isEmpty();
        boolean told = last != null && !(last.trouble().isEmpty() && last.keys().isEmpty());
        SheetParts.lacks(read, missing, Mark.OPEN, typed || told ? "" : KeyText.ENTER_PIN);
        read.setDisable(!opens || !typed);
        Boxes.accent(read, opens && typed);
    }

    /// @return whether another step is to be taken now
    boolean show(TokenState.Asking asking) {
        TokenState.Asking before = last;
        last = asking;
        Path file = asking.library();
        path.setText(file == null ? KeyText.LIBRARY : file.toString());
        path.getStyleClass().setAll("label", file == null ? "muted" : "mono");
        filling = true;
        if (!slots.getItems().equals(asking.slots())) {
            slots.getItems().setAll(asking.slots());
        }
        slots.setValue(asking.slot());
        filling = false;
        library.setDisable(asking.busy());
        slots.setDisable(asking.busy());
        lacks();
        pin.setDisable(!asking.opens());
        TokenSlot slot = asking.slot();
        SheetParts.shown(token, !asking.slots().isEmpty());
        SheetParts.shown(secret, slot != null && slot.state() == TokenSlot.State.READY);
        SheetParts.shown(bar, asking.busy());
        SheetParts.say(trouble, Mark.FAILED, asking.trouble());
        if (before == null || !before.keys().equals(asking.keys())) {
            keys(asking.keys());
        }
        return before != null && !asking.busy() && !before.equals(asking);
    }

    private void keys(List<TokenKey> found) {
        keys.getChildren().setAll(Boxes.label("Which key", "section-title"));
        for (TokenKey key : found) {
            switch (key) {
                case TokenKey.Usable usable -> {
                    keys.getChildren().add(choice(usable));
                    if (!usable.problem().isEmpty()) {
                        keys.getChildren().add(SheetParts.mark(Mark.FAILED, usable.problem()));
                    }
                }
                case TokenKey.Unusable(_, String problem) ->
                        keys.getChildren().add(SheetParts.mark(Mark.FAILED, problem));
            }
        }
        SheetParts.shown(keys, !found.isEmpty());
    }

    /// A line each: a button does not know how high words are that wrap.
    private Node choice(TokenKey.Usable key) {
        var names = key.certificate().names();
        VBox words =
                Boxes.column(
                        "sign-heading",
                        Boxes.label(KeyText.whose(names), "strong"),
                        Boxes.label(KeyText.issuer(names), "muted"),
                        Boxes.label(
                                KeyText.validity(key.certificate(), key.algorithm(), viewer),
                                "muted"));
        var button = new ToggleButton();
        button.setTooltip(new Tooltip(KeyText.whose(names) + "\n" + KeyText.issuer(names)));
        button.setGraphic(words);
        button.setMaxWidth(Double.MAX_VALUE);
        button.getStyleClass().add("key-choice");
        button.setDisable(!key.problem().isEmpty());
        button.setAccessibleText(
                "Use the key of "
                        + KeyText.whose(names)
                        + ". "
                        + KeyText.issuer(names)
                        + ". "
                        + KeyText.validity(key.certificate(), key.algorithm(), viewer));
        button.setOnAction(e -> model.choose(key));
        return button;
    }
}
