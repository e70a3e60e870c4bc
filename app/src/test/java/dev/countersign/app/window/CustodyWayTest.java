// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.window;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.app.SigningDesk;

import javafx.scene.control.ButtonBase;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

import java.nio.file.Path;

/// From a run to the paper that says who had it when, by keyboard.
@ExtendWith(WindowExtension.class)
class CustodyWayTest {
    private static final String RUN = "change-approval-b31b90463aba";
    private static final String OTHER = "change-approval-0155cb2f963b";

    @TempDir Path folder;
    private Stage stage;

    @Start
    void start(Stage shown) {
        HeadlessFx.install();
        stage = shown;
    }

    @Test
    void fromTheRunToThePaper(FxRobot robot) throws Exception {
        var desk = new SigningDesk(folder, SigningDesk.NOW);
        desk.copy(OTHER);
        Path run = desk.copy(RUN);
        desk.performs();
        var page = new SignSheetPage(robot);
        robot.interact(() -> {
            var window = desk.window(1280, 800);
            stage.setScene(window.scene());
            stage.show();
            desk.steps().all();
            window.desk().open(run);
        });
        robot.interact(desk.steps()::all);
        page.press(KeyCode.CONTROL, KeyCode.K).type("custody of this run");
        press(robot, desk, KeyCode.ENTER);
        press(robot, desk, KeyCode.M);
        assertThat(page.text("report-title")).isEqualTo("Custody");
        robot.interact(() -> {
            robot.lookup("#save-facts").queryAs(ButtonBase.class).fire();
            desk.steps().all();
        });
        assertThat(folder.resolve("custody-" + RUN + ".facts.json"))
                .content()
                .contains("\"subject\": \"" + RUN + "\"", "\"what\": \"seen_intact\"")
                .doesNotContain(OTHER);
        assertThat(desk.ledger()).startsWith("exported");
    }

    private static void press(FxRobot robot, SigningDesk desk, KeyCode... keys) {
        robot.push(keys);
        robot.interact(desk.steps()::all);
        robot.interact(desk.steps()::all);
    }
}
