// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.window;

import dev.countersign.app.SigningDesk;
import dev.countersign.app.Wiring;

import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.TextInputControl;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// Draws the sheets that lie over the window: escalating a run, importing a response. On the
/// screen's thread.
final class SheetPictures {
    /// Every state there is a picture of.
    static final List<String> STATES =
            List.of(
                    "escalate",
                    "escalated",
                    "response",
                    "response-already",
                    "response-obstructed",
                    "response-refused");

    private static final String WAITS = "change-approval-241bf6287b12";

    private SheetPictures() {}

    /// The window itself, laid out, on a real run.
    ///
    /// @param folder empty
    static Scene scene(Pictures.Look look, String state, Path folder) throws Exception {
        var desk = new SigningDesk(folder, SigningDesk.NOW);
        Path run = desk.copy(WAITS);
        Wiring.Window window = desk.window(look.width(), look.height());
        window.themes().choose(look.scheme());
        for (int i = 0; i < look.larger(); i++) {
            window.themes().resize(1);
        }
        window.desk().open(run);
        desk.steps().all();
        if (state.startsWith("escalate")) {
            escalate(window.scene(), desk, state);
        } else {
            respond(window, desk, run, state);
        }
        Pictures.lay(window);
        return window.scene();
    }

    private static void escalate(Scene scene, SigningDesk desk, String state) {
        fire(scene, "decide-escalate");
        if (state.equals("escalated")) {
            ((TextInputControl) scene.lookup("#escalate-reason"))
                    .setText("The evidence names an approver who left in March.");
            fire(scene, "escalate-write");
            desk.steps().all();
        }
    }

    private static void respond(Wiring.Window window, SigningDesk desk, Path run, String state)
            throws Exception {
        Path response = desk.response(run);
        if (state.equals("response-refused")) {
            String text = Files.readString(response);
            Files.writeString(response, text.replace(WAITS, "change-approval-elsewhere"));
        }
        if (state.equals("response-obstructed")) {
            String text = Files.readString(response);
            Files.writeString(response, text.replace("ann@example.com", "bob@example.com"));
        }
        window.desk().open(response);
        desk.steps().all();
        if (state.equals("response-already")) {
            fire(window.scene(), "response-import");
            desk.steps().all();
            window.desk().open(response);
            desk.steps().all();
        }
    }

    private static void fire(Scene scene, String id) {
        scene.getRoot().applyCss();
        scene.getRoot().layout();
        ((Button) scene.lookup("#" + id)).fire();
    }
}
