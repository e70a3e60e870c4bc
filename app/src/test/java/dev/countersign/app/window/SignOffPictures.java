// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.window;

import dev.countersign.app.SigningDesk;
import dev.countersign.app.Wiring;
import dev.countersign.app.feature.sign.KeySource;
import dev.countersign.app.feature.sign.Signer;

import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextInputControl;

import java.nio.file.Path;
import java.util.List;

/// Draws the sign-off of a real month's sample. On the screen's thread.
final class SignOffPictures {
    /// Every state there is a picture of.
    static final List<String> STATES = List.of("possible", "asked", "done", "closed");

    private SignOffPictures() {}

    /// The window itself, laid out.
    ///
    /// @param folder empty
    static Scene scene(Pictures.Look look, String state, Path folder) throws Exception {
        var desk = new SigningDesk(folder, SigningDesk.NOW);
        desk.copy("change-approval-0155cb2f963b");
        desk.notes().keep(new Signer("ann@example.com", new KeySource.File(desk.key())));
        Wiring.Window window = desk.window(look.width(), look.height());
        window.themes().choose(look.scheme());
        for (int i = 0; i < look.larger(); i++) {
            window.themes().resize(1);
        }
        desk.steps().all();
        Scene scene = window.scene();
        fire(scene, desk, "rail-samples");
        text(scene, "rate", "100");
        fire(scene, desk, "draw");
        fire(scene, desk, "observe-run");
        sign(scene, desk);
        fire(scene, desk, "sign-close");
        if (!state.equals("possible")) {
            text(scene, "sign-off-note", "Looked at; one question went to the owner.");
            fire(scene, desk, "sign-off");
        }
        if (state.equals("done") || state.equals("closed")) {
            sign(scene, desk);
        }
        if (state.equals("closed")) {
            fire(scene, desk, "sign-close");
        }
        Pictures.lay(window);
        ((ScrollPane) scene.lookup("#sample-side")).setVvalue(1);
        Pictures.lay(window);
        return scene;
    }

    private static void sign(Scene scene, SigningDesk desk) {
        text(scene, "sign-pin", SigningDesk.PIN);
        fire(scene, desk, "sign-sign");
    }

    private static void text(Scene scene, String id, String text) {
        ((TextInputControl) scene.lookup("#" + id)).setText(text);
    }

    private static void fire(Scene scene, SigningDesk desk, String id) {
        ((ButtonBase) scene.lookup("#" + id)).fire();
        for (int pass = 0; pass < 2; pass++) { // news is read again
            desk.steps().all();
            scene.getRoot().applyCss();
            scene.getRoot().layout();
        }
    }
}
