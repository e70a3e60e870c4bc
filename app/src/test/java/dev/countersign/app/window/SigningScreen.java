// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.window;

import dev.countersign.app.SigningDesk;
import dev.countersign.app.Wiring;

import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;

import org.controlsfx.control.NotificationPane;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

import java.nio.file.Files;
import java.nio.file.Path;

/// A window on a desk at which somebody signs: real runs, a real key, real logs. Each test has its
/// own.
@ExtendWith(WindowExtension.class)
abstract class SigningScreen {
    /// A run that waits for an approval.
    static final String WAITS = "change-approval-241bf6287b12";

    @TempDir static Path folder;
    private static int made;

    Path place;
    @AutoClose SigningDesk desk;
    Wiring.Window window;
    SignSheetPage page;

    /// What this desk has that others have not, before there is a window.
    void furnish(SigningDesk fresh) throws Exception {}

    @Start
    void start(Stage stage) throws Exception {
        HeadlessFx.install();
        place = Files.createDirectory(folder.resolve("w" + made++));
        desk = new SigningDesk(place, SigningDesk.NOW);
        furnish(desk);
        window = desk.window(1280, 800);
        stage.setScene(window.scene());
        stage.show();
    }

    @BeforeEach
    void page(FxRobot robot) {
        page = new SignSheetPage(robot);
    }

    /// Opens a path, and waits until it is shown.
    void show(FxRobot robot, Path path) {
        robot.interact(() -> window.desk().open(path));
        work(robot);
    }

    /// Does what waits to be done.
    void work(FxRobot robot) {
        robot.interact(() -> desk.steps().all());
    }

    /// Presses keys, and does what waits for them, and what that made to wait.
    void press(FxRobot robot, KeyCode... keys) {
        robot.push(keys);
        work(robot);
        work(robot);
    }

    /// Keeps what the window shows, for whoever looks at it.
    void picture(FxRobot robot, String name) throws Exception {
        var image = new WritableImage[1];
        robot.interact(() -> image[0] = window.scene().snapshot(null));
        Png.write(image[0], Path.of("target", "screens", name + ".png"));
    }

    /// What was said last; the pane may still be busy with what was said before.
    static @Nullable String said(FxRobot robot) {
        return robot.lookup("#notices")
                .<NotificationPane>queryAs(NotificationPane.class)
                .getAccessibleText();
    }
}
