// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.window;

import dev.countersign.app.SigningDesk;
import dev.countersign.app.Wiring;

import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// Draws bundles of real runs in one state without showing them. On the screen's thread.
final class BundlePictures {
    /// Every state there is a picture of.
    static final List<String> STATES =
            List.of(
                    "bundle",
                    "bundle-verifying",
                    "bundle-changed",
                    "bundle-plain",
                    "bundle-refused",
                    "bundle-extracting",
                    "bundle-extracted",
                    "bundle-sample",
                    "bundle-make",
                    "bundle-making",
                    "bundle-made",
                    "bundle-not-made");

    static final String RUN = "change-approval-241bf6287b12";

    private static final String OTHER = "personal-trade-compliance-56914f5e2d62";

    private BundlePictures() {}

    /// The window itself, laid out.
    static Scene scene(Pictures.Look look, String name, Path folder) throws Exception {
        Path own = Files.createTempDirectory(folder, "bundle");
        var desk = new SigningDesk(own, SigningDesk.NOW);
        Path run = desk.copy(RUN);
        Wiring.Window window = desk.window(look.width(), look.height());
        window.themes().choose(look.scheme());
        for (int i = 0; i < look.larger(); i++) {
            window.themes().resize(1);
        }
        if (name.equals("bundle-sample")) {
            sample(desk, window);
        } else if (name.startsWith("bundle-ma") || name.contains("made")) {
            make(desk, window, name, run, own);
        } else {
            open(desk, window, name, run, own);
        }
        for (int pass = 0; pass < 4; pass++) { // lists make their cells in the second pass
            Pictures.lay(window);
        }
        return window.scene();
    }

    /// The sheet over the sample of a month.
    private static void sample(SigningDesk desk, Wiring.Window window) throws Exception {
        desk.copy("change-approval-b31b90463aba");
        desk.copy("change-approval-ff5ccef3db16");
        var key =
                new KeyEvent(
                        KeyEvent.KEY_PRESSED, "", "", KeyCode.DIGIT4, false, true, false, false);
        window.scene().getRoot().fireEvent(key);
        desk.steps().all();
        Pictures.lay(window);
        ((ButtonBase) window.scene().lookup("#sample-bundle")).fire();
    }

    private static void make(
            SigningDesk desk, Wiring.Window window, String name, Path run, Path own)
            throws Exception {
        window.desk().open(run);
        desk.steps().all();
        if (name.equals("bundle-not-made")) {
            Files.writeString(own.resolve(RUN + "-bundle.zip"), "taken");
        }
        Pictures.lay(window);
        var key = new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.B, false, false, false, false);
        window.scene().getRoot().lookup("#run").fireEvent(key);
        if (!name.equals("bundle-make")) {
            ((ButtonBase) window.scene().lookup("#make-0")).fire();
            if (!name.equals("bundle-making")) {
                desk.steps().all();
            }
        }
    }

    private static void open(
            SigningDesk desk, Wiring.Window window, String name, Path run, Path own)
            throws Exception {
        Path file =
                switch (name) {
                    case "bundle-changed" -> changed(desk, run);
                    case "bundle-plain" -> plain(run, own);
                    case "bundle-refused" ->
                            Files.write(
                                    own.resolve("evidence.zip"),
                                    "PK\3\4 and nothing else".getBytes(StandardCharsets.US_ASCII));
                    default -> desk.bundle("evidence.zip", run, desk.copy(OTHER));
                };
        window.desk().open(file);
        if (name.equals("bundle-verifying")) {
            desk.steps().next();
            desk.steps().next();
            return;
        }
        desk.steps().all();
        if (name.startsWith("bundle-extract")) {
            desk.picks(own.resolve("extracted"));
            Pictures.lay(window);
            ((ButtonBase) window.scene().lookup("#bundle-extract")).fire();
            if (name.equals("bundle-extracted")) {
                desk.steps().all();
            }
        }
    }

    /// A zip of a run directory, as any program makes it.
    static Path plain(Path run, Path own) throws Exception {
        Path file = own.resolve("runs.zip");
        try (var zip = new ZipOutputStream(Files.newOutputStream(file));
                Stream<Path> files = Files.walk(run)) {
            for (Path each : files.filter(Files::isRegularFile).sorted().toList()) {
                zip.putNextEntry(new ZipEntry(RUN + "/" + run.relativize(each)));
                zip.write(Files.readAllBytes(each));
                zip.closeEntry();
            }
        }
        return file;
    }

    /// One word of a run's artifact is another one.
    static Path changed(SigningDesk desk, Path run) throws Exception {
        Path bag = desk.bundle("evidence", run);
        Path log = bag.resolve("data/runs").resolve(RUN).resolve("audit.jsonl");
        Files.writeString(log, Files.readString(log).replaceFirst("run_started", "run_startex"));
        return bag;
    }
}
