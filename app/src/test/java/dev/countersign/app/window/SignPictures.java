// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.window;

import dev.countersign.app.SigningDesk;
import dev.countersign.app.Wiring;
import dev.countersign.app.feature.sign.KeySource;
import dev.countersign.app.feature.sign.Signer;
import dev.countersign.core.journal.Decisions;
import dev.countersign.core.journal.Durability;
import dev.countersign.core.journal.RecordDraft;
import dev.countersign.core.journal.RunDirectory;

import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.ToggleButton;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// Draws the sign sheet over a run. On the screen's thread.
final class SignPictures {
    private SignPictures() {}

    /// The window itself, laid out, on a real run.
    ///
    /// @param folder empty
    static Scene scene(Pictures.Look look, String state, Path folder) throws Exception {
        Instant now =
                state.equals("late")
                        ? SigningDesk.NOW.plus(Duration.ofDays(10))
                        : SigningDesk.NOW.plus(Duration.ofDays(2));
        var desk = new SigningDesk(folder, now);
        boolean finds = state.startsWith("finding");
        boolean disposes = state.equals("dispose");
        Path run =
                desk.copy(
                        disposes ? "change-approval-b31b90463aba" : "change-approval-241bf6287b12");
        if (!state.equals("first") && !state.equals("blocked")) {
            desk.notes()
                    .keep(
                            new Signer(
                                    "ann@example.com",
                                    new KeySource.File(Path.of("/home/ann/keys/ann.p12"))));
        }
        if (finds) {
            Path log = run.resolve("audit.jsonl");
            Files.writeString(log, Files.readString(log).replaceFirst("CHG-1120", "CHG-1121"));
        }
        if (state.startsWith("resume")) {
            desk.resumes("echo reading $0; echo gate: passed; echo emitting the workpaper");
        }
        Wiring.Window window = desk.window(look.width(), look.height());
        window.themes().choose(look.scheme());
        for (int i = 0; i < look.larger(); i++) {
            window.themes().resize(1);
        }
        window.desk().open(run);
        desk.steps().all();
        if (finds) {
            disposes(state, window.scene(), desk);
        } else {
            act(state, window.scene(), desk, run);
        }
        for (int pass = 0; pass < 2; pass++) {
            Pictures.lay(window);
        }
        return window.scene();
    }

    private static void disposes(String state, Scene scene, SigningDesk desk) {
        layout(scene);
        fire(scene, "rail-findings");
        desk.steps().all();
        layout(scene);
        fire(scene, "dispose-finding");
        desk.steps().all();
        layout(scene);
        if (!state.equals("finding")) {
            text(scene, "sign-disposition", "restored from the backup of 2026-11-19");
            sign(scene, desk, SigningDesk.PIN);
        }
        if (state.equals("finding-disposed")) {
            fire(scene, "sign-close");
            desk.steps().all();
            layout(scene);
        }
    }

    private static void act(String state, Scene scene, SigningDesk desk, Path run)
            throws Exception {
        fire(
                scene,
                switch (state) {
                    case "reject" -> "decide-reject";
                    case "dispose" -> "decide-dispose";
                    default -> "decide-approve";
                });
        layout(scene);
        switch (state) {
            case "blocked" -> text(scene, "sign-identity", "p.diaz");
            case "statement", "bytes" -> {
                ((ToggleButton) scene.lookup("#sign-whole")).setSelected(true);
                if (state.equals("bytes")) {
                    layout(scene);
                    ((ToggleButton) scene.lookup("#sign-bytes")).fire();
                }
                layout(scene);
                ((ScrollPane) scene.lookup(".sign-scroll")).setVvalue(1);
            }
            case "wrong-pin" -> sign(scene, desk, "falsch");
            case "refused" -> {
                for (String step : List.of("human_approval", "emit")) {
                    var _ =
                            Decisions.record(
                                    RunDirectory.of(run, Durability.EACH_WRITE),
                                    null,
                                    new RecordDraft(SigningDesk.NOW, "step_started")
                                            .with("step", step),
                                    null);
                }
                sign(scene, desk, SigningDesk.PIN);
            }
            case "done", "signed-run", "unfinished", "timeline" -> {
                var before = Files.readAllBytes(run.resolve("state.json"));
                sign(scene, desk, SigningDesk.PIN);
                if (!state.equals("done")) {
                    if (state.equals("unfinished")) {
                        Files.write(run.resolve("state.json"), before);
                    }
                    fire(scene, "sign-close");
                    desk.steps().all();
                    layout(scene);
                    if (!state.equals("timeline")) {
                        ((ToggleButton) scene.lookup("#tab-results")).fire();
                    }
                }
            }
            case "resume", "resume-sure", "resumed", "resume-bar", "resume-waits" -> {
                sign(scene, desk, SigningDesk.PIN);
                if (state.equals("resume-bar") || state.equals("resume-waits")) {
                    fire(scene, "sign-close");
                    desk.steps().all();
                    layout(scene);
                    if (state.equals("resume-bar")) {
                        fire(scene, "decide-resume");
                        desk.steps().all();
                        layout(scene);
                    }
                } else if (!state.equals("resume")) {
                    fire(scene, "resume-ask");
                    layout(scene);
                }
                if (state.equals("resumed")) {
                    fire(scene, "resume-run");
                    desk.steps().all();
                    layout(scene);
                }
            }
            default -> {
                // as it is
            }
        }
    }

    private static void sign(Scene scene, SigningDesk desk, String pin) {
        ((Button) scene.lookup("#sign-key")).fire();
        text(scene, "sign-pin", pin);
        fire(scene, "sign-sign");
        desk.steps().all();
        layout(scene);
    }

    private static void layout(Scene scene) {
        scene.getRoot().applyCss();
        scene.getRoot().layout();
    }

    private static void text(Scene scene, String id, String text) {
        ((TextInputControl) scene.lookup("#" + id)).setText(text);
    }

    private static void fire(Scene scene, String id) {
        Node node = scene.lookup("#" + id);
        ((ButtonBase) node).fire();
    }
}
