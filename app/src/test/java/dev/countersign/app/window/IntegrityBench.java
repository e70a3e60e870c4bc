// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.window;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.app.WindowServices;
import dev.countersign.app.Wiring;
import dev.countersign.app.background.Jobs;
import dev.countersign.app.background.Threads;
import dev.countersign.app.feature.integrity.IntegrityState;
import dev.countersign.app.feature.integrity.IntegrityViewModel;
import dev.countersign.app.platform.FilePicker;
import dev.countersign.app.sample.ScriptedVerifier;
import dev.countersign.app.sample.TamperDesk;

import javafx.scene.control.ScrollBar;
import javafx.stage.Stage;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.function.BooleanSupplier;

/// What a log of any size costs on the integrity screen, told and not judged. `mvn verify
/// -Dtest=IntegrityBench -Dcountersign.log=/tmp/big.jsonl -Dui.haste=
/// -Dsurefire.failIfNoSpecifiedTests=false`; the generator of `core/bench/run` makes the log.
@ExtendWith(ApplicationExtension.class)
@EnabledIfSystemProperty(named = "countersign.log", matches = ".+")
class IntegrityBench {
    private static final int FRAMES = 400;

    private final ExecutorService workers = Threads.workers("bench");
    private Wiring.Window window;

    @Start
    void start(Stage stage) {
        HeadlessFx.install();
        window =
                Wiring.window(
                        new WindowServices(
                                new TamperDesk(workers, Runtime.getRuntime().availableProcessors()),
                                new Jobs(workers, Threads.screen(), System::nanoTime),
                                new NoPicker(),
                                text -> {},
                                ScriptedVerifier.CLOCK,
                                null),
                        1280,
                        800);
        stage.setScene(window.scene());
        stage.show();
    }

    @Test
    void tells(FxRobot robot) throws Exception {
        Path log = Path.of(System.getProperty("countersign.log"));
        IntegrityViewModel model = window.model();
        for (int pass = 0; pass < 2; pass++) {
            robot.interact(() -> model.open(ScriptedVerifier.log("none")));
            until(() -> !running(model));
            long start = System.nanoTime();
            robot.interact(() -> model.open(log));
            until(() -> model.records().line(0) != null);
            tell("first rows and strip after", start);
            if (pass == 0) {
                tell("frames while it is verified, ms: " + frames(robot, model));
                long asked = System.nanoTime();
                robot.interact(model::cancel);
                until(() -> !running(model));
                tell("cancelled after", asked);
            } else {
                until(() -> !running(model));
                tell("verified after", start);
            }
        }
        assertThat(model.stateProperty().get()).isInstanceOf(IntegrityState.Finished.class);
        tell("frames of a finished one, ms: " + frames(robot, model));
        long asked = System.nanoTime();
        robot.interact(() -> model.find("nothing has this in it"));
        until(() -> !model.search().wordsProperty().get().equals("Searching…"));
        tell("searched to its end after", asked);
        tell("resident: " + resident());
        workers.shutdownNow();
    }

    /// Jumps and scrolls from one end to the other; each frame is layout and style, and the rows
    /// that came in from the file.
    private static String frames(FxRobot robot, IntegrityViewModel model) {
        ScrollBar bar = robot.lookup("#records-bar").queryAs(ScrollBar.class);
        long[] took = new long[FRAMES];
        long[] cpu = new long[FRAMES];
        for (int i = 0; i < FRAMES; i++) {
            long known = model.records().pictureProperty().get().known();
            double to = i % 4 == 0 ? (double) known * i / FRAMES : bar.getValue() + 2.5;
            int at = i;
            robot.interact(() -> {
                long start = System.nanoTime();
                long busy = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
                bar.setValue(to);
                bar.getScene().getRoot().applyCss();
                bar.getScene().getRoot().layout();
                took[at] = System.nanoTime() - start;
                cpu[at] = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - busy;
            });
        }
        return "wall " + told(took) + "; of it computing " + told(cpu);
    }

    private static String told(long[] nanos) {
        Arrays.sort(nanos);
        return "median %.1f, 95 of 100 %.1f, worst %.1f"
                .formatted(
                        nanos[FRAMES / 2] / 1e6,
                        nanos[FRAMES * 95 / 100] / 1e6,
                        nanos[FRAMES - 1] / 1e6);
    }

    private static boolean running(IntegrityViewModel model) {
        return model.stateProperty().get() instanceof IntegrityState.Running;
    }

    private static void until(BooleanSupplier done) throws InterruptedException {
        while (!done.getAsBoolean()) {
            Thread.sleep(5);
        }
    }

    private static String resident() throws IOException {
        return Files.readAllLines(Path.of("/proc/self/status")).stream()
                .filter(line -> line.startsWith("VmHWM") || line.startsWith("VmRSS"))
                .map(line -> line.replaceAll("\\s+", " "))
                .toList()
                .toString();
    }

    private static void tell(String what, long since) {
        tell(what + " " + (System.nanoTime() - since) / 1_000_000 + " ms");
    }

    private static void tell(String line) {
        System.out.println("BENCH " + line);
    }

    private static final class NoPicker implements FilePicker {
        @Override
        public Optional<Path> log() {
            return Optional.empty();
        }

        @Override
        public Optional<Path> folder() {
            return Optional.empty();
        }
    }
}
