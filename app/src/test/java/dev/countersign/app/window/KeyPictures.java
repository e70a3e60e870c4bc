// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.window;

import dev.countersign.app.SigningDesk;
import dev.countersign.app.Wiring;
import dev.countersign.app.feature.keys.TokenKey;
import dev.countersign.app.feature.keys.TokenOpening;
import dev.countersign.app.feature.sign.KeySource;
import dev.countersign.app.feature.sign.Signer;
import dev.countersign.app.sample.FakeTokens;
import dev.countersign.core.trust.KeyProblem;

import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.TextInputControl;

import java.nio.file.Path;
import java.util.List;

/// Draws where keys come from, and what becomes of time-stamps. On the screen's thread.
final class KeyPictures {
    /// Every state there is a picture of.
    static final List<String> STATES =
            List.of(
                    "token",
                    "token-keys",
                    "token-wrong",
                    "make-key",
                    "make-key-made",
                    "untrusted",
                    "unstamped",
                    "carried",
                    "identity",
                    "identity-first");

    private KeyPictures() {}

    /// The window itself, laid out, on a real run.
    ///
    /// @param folder empty
    static Scene scene(Pictures.Look look, String state, Path folder) throws Exception {
        var desk = new SigningDesk(folder, SigningDesk.NOW);
        Path run = desk.copy("change-approval-241bf6287b12");
        var tokens = new FakeTokens();
        desk.picksLibrary(FakeTokens.LIBRARY);
        if (state.startsWith("token")) {
            desk.keys(tokens);
        }
        if (!state.equals("identity-first") && !state.equals("untrusted")) {
            desk.notes().keep(new Signer("ann@example.com", new KeySource.File(desk.key())));
            desk.notes().askAuthority("http://timestamp.example.com");
        }
        Wiring.Window window = desk.window(look.width(), look.height());
        window.themes().choose(look.scheme());
        for (int i = 0; i < look.larger(); i++) {
            window.themes().resize(1);
        }
        window.desk().open(run);
        desk.steps().all();
        new KeyPictures.Acts(window.scene(), desk, tokens).to(state);
        for (int pass = 0; pass < 2; pass++) {
            Pictures.lay(window);
        }
        return window.scene();
    }

    private record Acts(Scene scene, SigningDesk desk, FakeTokens tokens) {
        void to(String state) {
            switch (state) {
                case "identity", "identity-first" -> {
                    fire("rail-settings");
                    fire("section-identity");
                }
                case "token", "token-keys", "token-wrong" -> {
                    fire("decide-approve");
                    fire("sign-token");
                    fire("token-library");
                    if (!state.equals("token")) {
                        tokens.next(state.equals("token-keys") ? keys() : wrong());
                        text("token-pin", "1234");
                        fire("token-read");
                    }
                }
                case "make-key", "make-key-made" -> {
                    fire("rail-settings");
                    fire("section-identity");
                    fire("identity-create");
                    if (!state.equals("make-key")) {
                        make();
                    }
                }
                case "untrusted" -> {
                    fire("decide-approve");
                    text("sign-identity", "cy@example.com");
                    fire("sign-create-key");
                    make();
                    fire("key-use");
                    text("sign-pin", "long enough");
                    fire("sign-sign");
                }
                default -> {
                    desk.reaches(false);
                    fire("decide-approve");
                    text("sign-pin", SigningDesk.PIN);
                    fire("sign-sign");
                    if (state.equals("carried")) {
                        fire("sign-carry");
                    }
                }
            }
        }

        private void make() {
            text("key-name", "Cy Example");
            text("key-email", "cy@example.com");
            text("key-pin", "long enough");
            text("key-pin-again", "long enough");
            fire("key-file");
            fire("key-make");
        }

        private static TokenOpening keys() {
            return new TokenOpening.Opened(
                    List.of(
                            FakeTokens.key("Ann Example", "ann@example.com", ""),
                            FakeTokens.key(
                                    "Ann Example",
                                    "ann@example.com",
                                    "Its certificate is for encipherment, not for signing."),
                            new TokenKey.Unusable("old", "The key \"old\" is too weak.")));
        }

        private static TokenOpening wrong() {
            return new TokenOpening.Refused(new KeyProblem.WrongPin());
        }

        private void text(String id, String text) {
            ((TextInputControl) scene.lookup("#" + id)).setText(text);
        }

        private void fire(String id) {
            scene.getRoot().applyCss();
            scene.getRoot().layout();
            ((ButtonBase) scene.lookup("#" + id)).fire();
            desk.steps().all();
            scene.getRoot().applyCss();
            scene.getRoot().layout();
        }
    }
}
