// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.feature.keys;

import dev.countersign.app.control.Boxes;
import dev.countersign.app.control.Mark;
import dev.countersign.app.control.SheetParts;
import dev.countersign.app.platform.SavePicker;
import dev.countersign.app.text.KeyText;
import dev.countersign.core.trust.KeyAlgorithm;

import javafx.beans.property.StringProperty;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/// The sheet that makes a key, while it asks.
final class MakeKeyForm {
    private final MakeKeyViewModel model;
    private final KeyDraft draft;
    private final TextField name;
    private final PinField pin = new PinField("key-pin", "PIN, at least 8 characters");
    private final PinField again = new PinField("key-pin-again", "The same PIN again");
    private final Label path = Boxes.prose("", "mono");
    private final Label meaning = Boxes.prose("", "muted");
    private final Button choose;
    private final VBox trouble = Boxes.column("sign-notes");
    private final VBox missing = Boxes.column("sign-notes");
    private final Button make =
            SheetParts.accent(
                    SheetParts.button("Create the key", Feather.KEY, "key-make", this::make));
    private final VBox root;

    MakeKeyForm(MakeKeyViewModel model, SavePicker files) {
        this.model = model;
        draft = model.draft();
        name = field("key-name", "Your name", "Ann Example", draft.nameProperty());
        TextField email =
                field(
                        "key-email",
                        "Your e-mail address",
                        "ann@example.com, as the policy knows you",
                        draft.emailProperty());
        choose =
                SheetParts.button(
                        "Key file…",
                        Feather.SAVE,
                        "key-file",
                        () ->
                                files.save("Write the key", draft.proposed())
                                        .ifPresent(draft.fileProperty()::set));
        meaning.setId("key-meaning");
        trouble.setId("key-trouble");
        missing.setId("key-missing");
        SheetParts.say(trouble, Mark.FAILED, "");
        HBox.setHgrow(pin, Priority.ALWAYS);
        HBox.setHgrow(again, Priority.ALWAYS);
        again.setOnAction(e -> make());
        root =
                SheetParts.page(
                        "key-asking",
                        List.of(
                                SheetParts.title("Create a key", "key-headline"),
                                Boxes.prose(KeyText.CREATE),
                                section("Your name", name),
                                section("Your e-mail address", email),
                                section("Certificate", kinds(), meaning),
                                section("Kind of key", algorithms()),
                                section("PIN, twice", Boxes.row("sign-key-row", pin, again)),
                                section("File", Boxes.row("sign-key-row", choose, path)),
                                trouble),
                        Boxes.column("sign-footer", missing),
                        make,
                        SheetParts.button("Cancel", Feather.X, "key-close", model::close));
        draft.fileProperty().subscribe(this::file);
        List.of(name, email, pin, again)
                .forEach(field -> field.textProperty().subscribe(typed -> lacks()));
    }

    /// Says what is missing first.
    private void lacks() {
        SheetParts.lacks(
                make,
                missing,
                Mark.OPEN,
                pin.lend(secret -> model.missing(secret, pin.same(again))));
    }

    private static VBox section(String title, Node... parts) {
        VBox box = Boxes.column("section", Boxes.label(title, "section-title"));
        box.getChildren().addAll(parts);
        return box;
    }

    private static TextField field(
            String id, String spoken, String prompt, StringProperty property) {
        var field = new TextField();
        field.setId(id);
        field.setPromptText(prompt);
        field.setAccessibleText(spoken);
        field.textProperty().bindBidirectional(property);
        return field;
    }

    private Node kinds() {
        var group = new ToggleGroup();
        HBox row = Boxes.row("buttons");
        for (KeyOrder.Kind kind : KeyOrder.Kind.values()) {
            var button =
                    new ToggleButton(
                            switch (kind) {
                                case SELF_SIGNED -> "Self-signed";
                                case REQUEST -> "Request for an authority";
                            });
            button.setId("key-" + kind.name().toLowerCase(Locale.ROOT).replace('_', '-'));
            button.getStyleClass().add("run-tab");
            button.setToggleGroup(group);
            button.setAccessibleText(button.getText() + ". " + meaning(kind));
            button.setOnAction(e -> {
                button.setSelected(true);
                draft.kindProperty().set(kind);
            });
            draft.kindProperty().subscribe(now -> button.setSelected(now == kind));
            row.getChildren().add(button);
        }
        draft.kindProperty().subscribe(kind -> meaning.setText(meaning(kind)));
        return row;
    }

    private static String meaning(KeyOrder.Kind kind) {
        return switch (kind) {
            case SELF_SIGNED -> KeyText.SELF_SIGNED;
            case REQUEST -> KeyText.REQUEST;
        };
    }

    private Node algorithms() {
        var list = new ComboBox<KeyAlgorithm>();
        list.setId("key-algorithm");
        list.setAccessibleText("Kind of key");
        list.getItems()
                .setAll(
                        KeyAlgorithm.EC_P256,
                        KeyAlgorithm.EC_P384,
                        KeyAlgorithm.RSA,
                        KeyAlgorithm.ED25519);
        list.setConverter(
                new StringConverter<>() {
                    @Override
                    public String toString(@Nullable KeyAlgorithm algorithm) {
                        return algorithm == null ? "" : KeyText.algorithm(algorithm);
                    }

                    @Override
                    public @Nullable KeyAlgorithm fromString(String text) {
                        return null; // nobody types here
                    }
                });
        list.valueProperty().bindBidirectional(draft.algorithmProperty());
        return list;
    }

    private void file(@Nullable Path file) {
        path.setText(file == null ? KeyText.NO_FILE : file.toString());
        path.getStyleClass().setAll("label", file == null ? "muted" : "mono");
        lacks();
    }

    private void make() {
        if (make.isDisabled()) {
            return;
        }
        boolean same = pin.same(again);
        again.clear();
        pin.take(secret -> model.make(secret, same));
    }

    VBox root() {
        return root;
    }

    Node first() {
        return name;
    }

    /// Says why it was not made; the PIN is to be typed again then.
    Node show(MakeKeyState.Asking asking) {
        SheetParts.say(trouble, Mark.FAILED, asking.trouble());
        return draft.nameProperty().get().isBlank()
                ? name
                : draft.fileProperty().get() == null ? choose : pin;
    }
}
