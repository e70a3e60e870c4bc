// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.window;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.app.SigningDesk;
import dev.countersign.app.feature.sign.KeySource;
import dev.countersign.app.feature.sign.Signer;

import javafx.scene.control.ButtonBase;
import javafx.scene.input.KeyCode;

import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/// The whole way of an auditor, by keys alone: a month's sample is drawn and observed, and a
/// workpaper taken away.
class SampleWayTest extends SigningScreen {
    private static final String BLOCKED = "change-approval-b31b90463aba";

    private Path blocked;

    @Override
    void furnish(SigningDesk fresh) throws Exception {
        fresh.copy("change-approval-0155cb2f963b");
        blocked = fresh.copy(BLOCKED);
        fresh.performs();
        fresh.notes().keep(new Signer("ann@example.com", new KeySource.File(fresh.key())));
    }

    @Test
    void fromTheDrawToThePaper(FxRobot robot) throws Exception {
        work(robot);
        press(robot, KeyCode.CONTROL, KeyCode.DIGIT4);
        press(robot, KeyCode.D);
        assertThat(page.focused()).isEqualTo("rate");
        press(robot, KeyCode.CONTROL, KeyCode.A);
        robot.write("100");
        press(robot, KeyCode.ENTER);
        assertThat(page.focused()).isEqualTo("draw");
        press(robot, KeyCode.SPACE);
        assertThat(page.text("sample-covered")).isEqualTo("0 of 2 observed, 0 %");
        press(robot, KeyCode.J);
        press(robot, KeyCode.O);
        assertThat(page.words("sign-heading")).contains("Observe", BLOCKED);
        page.type(SigningDesk.PIN);
        press(robot, KeyCode.ENTER);
        assertThat(page.text("sign-headline")).isEqualTo("Observed, signed, and in the log");
        press(robot, KeyCode.ENTER);
        assertThat(page.focused()).isEqualTo("sample");
        assertThat(page.text("sample-covered")).isEqualTo("1 of 2 observed, 50 %");
        assertThat(Files.readString(blocked.resolve("audit.jsonl")))
                .contains("observation_recorded");

        press(robot, KeyCode.W);
        press(robot, KeyCode.M);
        assertThat(page.text("report-title")).isEqualTo("Workpaper");
        press(robot, KeyCode.S);
        robot.interact(() -> {
            robot.lookup("#save-facts").queryAs(ButtonBase.class).fire();
            desk.steps().all();
        });
        String name =
                "workpaper-"
                        + place.getFileName().toString().toLowerCase(Locale.ROOT)
                        + "-november-2026";
        assertThat(Files.readString(place.resolve(name + ".pdf"), StandardCharsets.ISO_8859_1))
                .startsWith("%PDF-");
        assertThat(place.resolve(name + ".facts.json"))
                .content()
                .contains("\"period\": \"2026-11\"", "observation_recorded", "ann@example.com");
    }
}
