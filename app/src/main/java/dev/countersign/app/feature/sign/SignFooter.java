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
    private SignState.@Nullable Asking last;
    private final ProgressBar progress = new ProgressBar(ProgressBar.INDETERMINATE_PROGRESS);
    private final VBox root;

    SignFooter(SignViewModel model) {
        this.model = model;
        pin.setId("sign-pin");
        pin.textProperty().subscribe(typed -> shown());
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
    private void key(@Nullable KeySource chosen, boolean asked) {
        String asks =
                switch (chosen) {
                    case null -> SignText.PIN_LATER;
                    case KeySource.File _ -> asked ? SignText.PIN_OF_FILE : SignText.NO_PIN;
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
        last = asking;
        key(model.draft().keyProperty().get(), asking.pin());
        sign.setText(SignText.button(asking.act()));
        shown();
    }

    private void shown() {
        if (last != null) {
            shown(last);
        }
    }

    private void shown(SignState.Asking asking) {
        boolean empty = asking.pin() && pin.getText().isEmpty();
        KeyProblem problem = asking.problem();
        boolean wrong = problem instanceof KeyProblem.WrongPin;
        pin.pseudoClassStateChanged(WRONG, wrong);
        if (!asking.missing().isEmpty()) {
            int against = Safeguards.against(asking.obstacles()).size();
            boolean barred = against > 0;
            SheetParts.lacks(
                    sign,
                    missing,
                    barred ? Mark.FAILED : Mark.OPEN,
                    barred ? SignText.barred(against) : asking.missing());
            sign.setAccessibleText(sign.getText() + ", not possible. " + asking.missing());
        } else if (problem != null && wrong) {
            SheetParts.lacks(sign, missing, Mark.FAILED, empty ? problem.message() : "");
        } else {
            SheetParts.lacks(sign, missing, Mark.OPEN, empty ? SignText.ENTER_PIN : "");
        }
    }

    void busy(boolean signing) {
        SheetParts.shown(progress, signing);
        if (signing) {
            SheetParts.shown(missing, false);
        }
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
