// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.feature.sign;

import dev.countersign.app.control.Boxes;
import dev.countersign.app.control.Mark;
import dev.countersign.app.control.SheetParts;
import dev.countersign.app.text.Quotes;
import dev.countersign.app.text.SignText;
import dev.countersign.core.policy.Identity;
import dev.countersign.core.signing.Act;
import dev.countersign.core.signing.Obstacle;
import dev.countersign.core.trust.KeyProblem;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// As whom, and with which key.
final class SignerFields {
    /// What stands against one person and not against another.
    private static final Set<Obstacle.Kind> PERSONAL =
            Set.of(
                    Obstacle.Kind.IS_AUTHOR,
                    Obstacle.Kind.IS_REVIEWER,
                    Obstacle.Kind.NO_ROLE,
                    Obstacle.Kind.UNKNOWN_IDENTITY);

    private final SignDraft draft;
    private final Label path = Boxes.prose("", "mono");
    private final Button choose = new Button("Key file…", new FontIcon(Feather.KEY));
    private final Button token = new Button("Token…", new FontIcon(Feather.CREDIT_CARD));
    private final Button create = new Button("I have no key: create one…");
    private final Button certificate =
            new Button("Choose its certificate…", new FontIcon(Feather.AWARD));
    private final ComboBox<String> aliases = new ComboBox<>();
    private final VBox problem = Boxes.column("sign-problem");
    private final Runnable filled;
    private final Node identity;
    private final VBox root;

    /// @param filled hears that a field was filled in, and the next one may be
    SignerFields(
            SignSubject subject, Act act, SignDraft draft, SignActions actions, Runnable filled) {
        this.draft = draft;
        this.filled = filled;
        List<Identity> known = subject.policy().identities();
        identity = known == null ? claimed() : listed(eligible(subject, act));
        identity.setId("sign-identity");
        places(actions);
        draft.keyProperty().subscribe(this::key);
        aliases.setId("sign-alias");
        aliases.setPromptText("Which key in it");
        aliases.setAccessibleText("Which key in the file");
        aliases.valueProperty()
                .addListener((o, old, alias) -> {
                    if (alias != null) {
                        draft.aliasProperty().set(alias);
                    }
                });
        problem.setId("sign-key-problem");
        path.setId("sign-key-place");
        path.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(path, Priority.ALWAYS);
        root =
                Boxes.column(
                        "section",
                        Boxes.label("As whom, and with which key", "section-title"),
                        identity,
                        Boxes.row("sign-key-row", choose, token, create),
                        path,
                        aliases,
                        problem);
    }

    private void places(SignActions actions) {
        choose.setId("sign-key");
        token.setId("sign-token");
        create.setId("sign-create-key");
        certificate.setId("sign-certificate");
        choose.setTooltip(new Tooltip("A file in PKCS#12 or PEM: .p12, .pfx, .pem"));
        token.setTooltip(new Tooltip("A smart card or other token, by its PKCS#11 library"));
        List.of(choose, token, create, certificate)
                .forEach(button -> button.setMinWidth(Region.USE_PREF_SIZE));
        choose.setOnAction(
                e -> actions.keys().key().ifPresent(file -> chosen(new KeySource.File(file))));
        token.setOnAction(e -> actions.token().accept(this::chosen));
        create.setOnAction(e -> actions.create().accept(this::chosen));
        certificate.setOnAction(e -> {
            if (draft.keyProperty().get() instanceof KeySource.File(Path file, _)) {
                actions.keys().key().ifPresent(pem -> chosen(new KeySource.File(file, pem)));
            }
        });
    }

    private void chosen(KeySource source) {
        draft.keyProperty().set(source);
        filled.run();
    }

    VBox root() {
        return root;
    }

    /// Where keys go first; null if all is filled in.
    @Nullable Node open() {
        return draft.identityProperty().get().isBlank()
                ? identity
                : draft.keyProperty().get() == null ? choose : null;
    }

    private void key(@Nullable KeySource chosen) {
        path.setText(
                switch (chosen) {
                    case null -> SignText.WHAT_KEY;
                    case KeySource.File file -> "Key: " + file.shown();
                    case KeySource.Token on -> "Key: " + on.shown();
                });
        path.getStyleClass().setAll("label", chosen instanceof KeySource.File ? "mono" : "muted");
        SheetParts.shown(create, chosen == null);
    }

    /// Says what is wrong with the key.
    void show(@Nullable KeyProblem wrong) {
        boolean several = wrong instanceof KeyProblem.SeveralKeys;
        boolean pin = wrong instanceof KeyProblem.WrongPin;
        if (wrong instanceof KeyProblem.SeveralKeys(List<String> names)
                && !aliases.getItems().equals(names)) {
            aliases.getItems().setAll(names);
        }
        SheetParts.shown(aliases, several);
        problem.getChildren().clear();
        if (wrong != null && !pin && !several) {
            problem.getChildren().add(SheetParts.mark(Mark.FAILED, wrong.message()));
            if (wrong instanceof KeyProblem.NoCertificate) {
                problem.getChildren().add(certificate);
            }
        }
        SheetParts.shown(problem, !problem.getChildren().isEmpty());
    }

    private Node claimed() {
        var field = new TextField();
        field.setPromptText("Your e-mail address or user id");
        field.setAccessibleText("Who signs: e-mail address or user id");
        field.textProperty().bindBidirectional(draft.identityProperty());
        field.setOnAction(e -> filled.run());
        return field;
    }

    private Node listed(List<Identity> choices) {
        var list = new ComboBox<Identity>();
        list.getItems().setAll(choices);
        list.setMaxWidth(Double.MAX_VALUE);
        list.setPromptText("Who signs");
        list.setAccessibleText("Who signs");
        list.setConverter(
                new StringConverter<>() {
                    @Override
                    public String toString(@Nullable Identity one) {
                        return one == null
                                ? ""
                                : Quotes.line(one.name())
                                        + " · "
                                        + Quotes.line(one.id())
                                        + (one.roles().isEmpty()
                                                ? ""
                                                : " · " + String.join(", ", one.roles()));
                    }

                    @Override
                    public @Nullable Identity fromString(String text) {
                        return null; // nobody types here
                    }
                });
        for (Identity one : choices) {
            if (Identity.same(one.id(), draft.who())) {
                list.setValue(one);
            }
        }
        list.valueProperty()
                .addListener((o, old, one) -> {
                    if (one != null) {
                        draft.identityProperty().set(one.id());
                    }
                });
        return list;
    }

    /// Whom policy lets act here; who signed last is among them, so that it is seen why not.
    private List<Identity> eligible(SignSubject subject, Act act) {
        List<Identity> eligible = new ArrayList<>();
        List<Identity> known = subject.policy().identities();
        for (Identity one : known == null ? List.<Identity>of() : known) {
            boolean last = Identity.same(one.id(), draft.who());
            boolean barred =
                    subject.obstacles(act, one.id()).stream()
                            .anyMatch(o -> PERSONAL.contains(o.kind()));
            if (last || !barred) {
                eligible.add(one);
            }
        }
        return eligible;
    }
}
