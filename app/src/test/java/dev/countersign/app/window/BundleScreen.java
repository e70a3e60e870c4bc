// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.window;

import dev.countersign.app.SigningDesk;
import dev.countersign.app.Wiring;

import javafx.stage.Stage;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

import java.nio.file.Path;

/// A window on a desk to which somebody points out logs, runs and bundles.
@ExtendWith(WindowExtension.class)
abstract class BundleScreen {
    @TempDir Path folder;
    Stage stage;
    Wiring.Window window;
    @AutoClose SigningDesk desk;
    BundlePage page;
    FxRobot robot;
    Path run;

    @Start
    void start(Stage shown) {
        HeadlessFx.install();
        stage = shown;
    }

    @BeforeEach
    void open(FxRobot given) throws Exception {
        robot = given;
        desk = new SigningDesk(folder, SigningDesk.NOW);
        run = desk.copy(BundlePictures.RUN);
        desk.readsLogs();
        furnish();
        page = new BundlePage(robot, desk);
        robot.interact(() -> {
            window = desk.window(1280, 800);
            stage.setScene(window.scene());
            stage.show();
            desk.steps().all();
        });
    }

    /// What else the desk can do.
    void furnish() {}
}
