// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.window;

import dev.countersign.app.feature.samples.Calculator;
import dev.countersign.app.feature.samples.SamplesReading;
import dev.countersign.app.sample.SampleSamples;

import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;

import java.nio.file.Path;
import java.util.List;

/// Draws the screen of samples in one state without showing it. On the screen's thread.
final class SamplesPictures {
    /// Every state there is a picture of.
    static final List<String> STATES =
            List.of(
                    "samples",
                    "samples-undrawn",
                    "samples-observed",
                    "samples-signed",
                    "samples-changed",
                    "samples-again",
                    "samples-incomplete",
                    "samples-complete",
                    "samples-not-compared",
                    "samples-calculator",
                    "samples-reading",
                    "samples-no-folder",
                    "samples-failed");

    private SamplesPictures() {}

    /// The window itself, laid out.
    static Scene scene(Pictures.Look look, String name) {
        var window = new SamplesWindow(samples(name), look.width(), look.height());
        window.themes.choose(look.scheme());
        for (int i = 0; i < look.larger(); i++) {
            window.themes.resize(1);
        }
        if (name.equals("samples-reading")) {
            window.steps.next();
        } else {
            window.steps.all();
        }
        lay(window.scene);
        act(window, name);
        lay(window.scene);
        if ((name.equals("samples-observed") || name.equals("samples-again"))
                && window.scene.lookup("#sample-side") instanceof ScrollPane pane) {
            pane.setVvalue(1);
        }
        lay(window.scene);
        return window.scene;
    }

    private static void lay(Scene scene) {
        for (int pass = 0; pass < 4; pass++) { // lists make their cells in the second pass
            scene.getRoot().applyCss();
            scene.getRoot().layout();
        }
    }

    private static void act(SamplesWindow window, String name) {
        switch (name) {
            case "samples-again" -> {
                ((Button) window.scene.lookup("#draw-again")).fire();
                ((TextField) window.scene.lookup("#draw-reason")).setText("Five of 19 are too few");
            }
            case "samples-incomplete" -> {
                tab(window, "tab-completeness");
                window.model.compare(Path.of("/srv/exports/changes.csv"), null);
            }
            case "samples-complete" -> {
                tab(window, "tab-completeness");
                window.model.compare(Path.of("/srv/exports/agrees.csv"), null);
            }
            case "samples-not-compared" -> tab(window, "tab-completeness");
            case "samples-calculator" -> {
                tab(window, "tab-calculator");
                ((TextField) window.scene.lookup("#looked-at")).setText("59");
                ((TextField) window.scene.lookup("#deviations")).setText("2");
                window.model
                        .calculator()
                        .calculate(new Calculator("95", "5", "0", "", "59", "2")::evaluation);
            }
            default -> {}
        }
        if (!name.equals("samples-reading")) {
            window.steps.all();
        }
    }

    private static void tab(SamplesWindow window, String id) {
        ((ToggleButton) window.scene.lookup("#" + id)).fire();
    }

    private static SampleSamples samples(String name) {
        return switch (name) {
            case "samples-undrawn" -> SampleSamples.undrawn();
            case "samples-observed" -> SampleSamples.all();
            case "samples-signed" -> SampleSamples.signed();
            case "samples-changed", "samples-not-compared" -> SampleSamples.changed();
            case "samples-no-folder" -> SampleSamples.reading(new SamplesReading.NoFolder());
            case "samples-failed" -> SampleSamples.failing();
            default -> SampleSamples.some();
        };
    }
}
