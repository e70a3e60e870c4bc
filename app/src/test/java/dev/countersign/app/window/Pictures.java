// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.window;

import dev.countersign.app.QueueDesk;
import dev.countersign.app.WindowServices;
import dev.countersign.app.Wiring;
import dev.countersign.app.background.Jobs;
import dev.countersign.app.background.Ticker;
import dev.countersign.app.feature.queue.Pick;
import dev.countersign.app.sample.ManualTimer;
import dev.countersign.app.sample.SampleQueue;
import dev.countersign.app.sample.SampleServices;
import dev.countersign.app.sample.ScriptedVerifier;
import dev.countersign.app.sample.Steps;

import javafx.application.ColorScheme;
import javafx.scene.Scene;
import javafx.scene.control.Button;

import java.util.Optional;
import java.util.Set;

/// Draws the window in one state without showing it. On the screen's thread.
final class Pictures {
    /// What lies over the window.
    private static final Set<String> OVER = Set.of("keys", "palette");

    private Pictures() {}

    /// The window itself, laid out.
    static Scene scene(Look look, String name) {
        var steps = new Steps();
        var jobs = new Jobs(Runnable::run, steps, steps);
        boolean queue = name.startsWith("queue");
        Wiring.Window window = window(jobs, look, queue);
        if (queue) {
            queue(window.desk().queue(), name, steps);
        } else if (!name.isEmpty() && !OVER.contains(name)) {
            window.model().open(ScriptedVerifier.log(name.equals("running") ? "edited" : name));
            steps.next();
            if (!name.equals("running")) {
                steps.all();
                lay(window); // what is in sight is asked for
                steps.all();
            }
        }
        if (OVER.contains(name)) {
            ((Button) window.scene().lookup(name.equals("keys") ? "#bar-keys" : "#bar-find"))
                    .fire();
        }
        lay(window);
        return window.scene();
    }

    private static void queue(QueueDesk queue, String name, Steps steps) {
        switch (name) {
            case "queue-empty" -> {}
            case "queue-loading" -> {
                queue.model().open(SampleQueue.of(9_412));
                steps.next();
                return;
            }
            case "queue-failed" -> queue.model().open(SampleQueue.unreadable());
            case "queue-nothing" -> queue.model().open(SampleQueue.of(0));
            case "queue-several" -> queue.model().open(SampleQueue.withMonth(60));
            default -> queue.model().open(SampleQueue.of(name.equals("queue-many") ? 4_321 : 60));
        }
        steps.all();
        if (name.equals("queue-filtered")) {
            queue.model().toggle(Pick.BREACHED);
            queue.model().textProperty().set("nobody");
        } else if (name.equals("queue-many")) {
            queue.model().toggle(Pick.AWAITING_APPROVAL);
            queue.model().textProperty().set("ledger");
        }
        if (name.equals("queue-several")) {
            queue.model().chosenProperty().set(queue.model().rows().subList(0, 3));
        }
        if (name.startsWith("queue-preview")) {
            queue.model().previewProperty().set(true);
            queue.model()
                    .selectedProperty()
                    .set(queue.model().rows().get(name.endsWith("blocked") ? 13 : 0));
        }
        queue.model().ticker().every(Ticker.Pace.MINUTE);
    }

    /// How a picture is to look.
    ///
    /// @param scheme light or dark
    /// @param width in pixels
    /// @param height in pixels
    /// @param larger steps of larger text
    record Look(ColorScheme scheme, int width, int height, int larger) {
        String suffix() {
            return "-"
                    + scheme.name().toLowerCase(java.util.Locale.ROOT)
                    + "-"
                    + width
                    + "x"
                    + height
                    + (larger > 0 ? "-larger" : "");
        }
    }

    static void lay(Wiring.Window window) {
        for (int pass = 0; pass < 3; pass++) { // tables make their cells in the second pass
            window.scene().getRoot().applyCss();
            window.scene().getRoot().layout();
        }
    }

    private static Wiring.Window window(Jobs jobs, Look look, boolean queue) {
        var services =
                new WindowServices(
                        new ScriptedVerifier(),
                        jobs,
                        new NoPicker(),
                        text -> {},
                        ScriptedVerifier.CLOCK,
                        queue
                                ? SampleServices.runs(
                                        new ManualTimer(SampleQueue.NOW), SampleQueue.of(30))
                                : null);
        Wiring.Window window = Wiring.window(services, look.width(), look.height());
        window.themes().choose(look.scheme());
        for (int i = 0; i < look.larger(); i++) {
            window.themes().resize(1);
        }
        return window;
    }

    private static final class NoPicker implements dev.countersign.app.platform.FilePicker {
        @Override
        public Optional<java.nio.file.Path> log() {
            return Optional.empty();
        }

        @Override
        public Optional<java.nio.file.Path> folder() {
            return Optional.empty();
        }
    }
}
