// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.window;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.app.SigningDesk;

import javafx.scene.control.ButtonBase;
import javafx.scene.input.KeyCode;

import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;

import java.nio.file.Path;

/// From a run to the paper that says who had it when, by keyboard.
class CustodyWayTest extends SigningScreen {
    private static final String RUN = "change-approval-b31b90463aba";
    private static final String OTHER = "change-approval-0155cb2f963b";

    private Path run;

    @Override
    void furnish(SigningDesk fresh) throws Exception {
        fresh.copy(OTHER);
        run = fresh.copy(RUN);
        fresh.performs();
    }

    @Test
    void fromTheRunToThePaper(FxRobot robot) throws Exception {
        work(robot);
        show(robot, run);
        page.press(KeyCode.CONTROL, KeyCode.K).type("custody of this run");
        press(robot, KeyCode.ENTER);
        press(robot, KeyCode.M);
        assertThat(page.text("report-title")).isEqualTo("Custody");
        robot.interact(() -> {
            robot.lookup("#save-facts").queryAs(ButtonBase.class).fire();
            desk.steps().all();
        });
        assertThat(place.resolve("custody-" + RUN + ".facts.json"))
                .content()
                .contains("\"subject\": \"" + RUN + "\"", "\"what\": \"seen_intact\"")
                .doesNotContain(OTHER);
        assertThat(desk.ledger()).startsWith("exported");
    }
}
