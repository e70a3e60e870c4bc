// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.feature.sign;

import atlantafx.base.theme.Styles;

import dev.countersign.app.control.Boxes;
import dev.countersign.app.control.Mark;
import dev.countersign.app.control.SheetParts;
import dev.countersign.app.text.SignText;
import dev.countersign.core.trust.KeyProblem;

import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.PasswordField;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

import java.util.Arrays;

/// The PIN and the button that signs, and what is still missing.
final class SignFooter {
    private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");

    private final SignViewModel model;
    private final PasswordField pin = new PasswordField();
    private final Button sign;
    private final VBox missing = Boxes.column("sign-missing");
    private final ProgressBar progress = new ProgressBar(ProgressBar.INDETERMINATE_PROGRESS);
    private final VBox root;

    SignFooter(SignViewModel model) {
        this.model = model;
        pin.setId("sign-pin");
        model.draft().keyProperty().subscribe(this::key);
        pin.setOnAction(e -> sign());
        HBox.setHgrow(pin, Priority.ALWAYS);
        sign = SheetParts.button("Sign", Feather.PEN_TOOL, "sign-sign", this::sign);
        sign.getStyleClass().add(Styles.ACCENT);
        Button cancel = SheetParts.button("Cancel", Feather.X, "sign-cancel", model::close);
        missing.setId("sign-missing");
        progress.setMaxWidth(Double.MAX_VALUE);
        progress.setAccessibleText("Signing");
        busy(false);
        root =
                Boxes.column(
                        "sign-footer",
                        progress,
                        missing,
                        Boxes.row("sign-buttons", pin, sign, cancel));
    }

    /// Whoever has no key yet is not asked for its PIN.
    private void key(@Nullable KeySource chosen) {
        String asks =
                switch (chosen) {
                    case null -> SignText.PIN_LATER;
                    case KeySource.File _ -> SignText.PIN_OF_FILE;
                    case KeySource.Token _ -> SignText.PIN_OF_TOKEN;
                };
        pin.setPromptText(asks);
        pin.setAccessibleText(asks);
        pin.setDisable(chosen == null);
    }

    Node root() {
        return root;
    }

    Node pin() {
        return pin;
    }

    void show(SignState.Asking asking) {
        String lacking = asking.missing();
        KeyProblem problem = asking.problem();
        boolean wrong = problem instanceof KeyProblem.WrongPin;
        sign.setText(SignText.button(asking.act()));
        sign.setDisable(!lacking.isEmpty());
        sign.setAccessibleText(
                lacking.isEmpty() ? sign.getText() : sign.getText() + ", not possible. " + lacking);
        pin.pseudoClassStateChanged(WRONG, wrong);
        missing.getChildren().clear();
        if (!lacking.isEmpty()) {
            Mark mark = Safeguards.barred(asking.obstacles()) ? Mark.FAILED : Mark.OPEN;
            missing.getChildren().add(SheetParts.mark(mark, lacking));
        } else if (problem != null && wrong) {
            missing.getChildren().add(SheetParts.mark(Mark.FAILED, problem.message()));
        }
        SheetParts.shown(missing, !missing.getChildren().isEmpty());
    }

    void busy(boolean signing) {
        SheetParts.shown(progress, signing);
    }

    /// Takes the PIN out of its field and wipes every copy that is ours.
    private void sign() {
        if (sign.isDisabled()) {
            return;
        }
        CharSequence typed = pin.getCharacters();
        char[] secret = new char[typed.length()];
        for (int i = 0; i < secret.length; i++) {
            secret[i] = typed.charAt(i);
        }
        pin.clear();
        try {
            model.sign(secret);
        } finally {
            Arrays.fill(secret, '\0');
        }
    }
}
