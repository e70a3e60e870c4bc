// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.window;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.app.SigningDesk;
import dev.countersign.app.Wiring;
import dev.countersign.app.feature.sign.KeySource;
import dev.countersign.app.feature.sign.Signer;

import javafx.scene.control.ButtonBase;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/// The whole way of an auditor, by keys alone: a month's sample is drawn and observed, and a
/// workpaper taken away.
@ExtendWith(WindowExtension.class)
class SampleWayTest {
    private static final String BLOCKED = "change-approval-b31b90463aba";

    @TempDir Path folder;
    private Stage stage;

    @Start
    void start(Stage shown) {
        HeadlessFx.install();
        stage = shown;
    }

    @Test
    void fromTheDrawToThePaper(FxRobot robot) throws Exception {
        var desk = new SigningDesk(folder, SigningDesk.NOW);
        desk.copy("change-approval-0155cb2f963b");
        Path blocked = desk.copy(BLOCKED);
        desk.performs();
        desk.notes().keep(new Signer("ann@example.com", new KeySource.File(desk.key())));
        var page = new SignSheetPage(robot);
        robot.interact(() -> {
            Wiring.Window window = desk.window(1280, 800);
            stage.setScene(window.scene());
            stage.show();
            desk.steps().all();
        });
        press(robot, desk, KeyCode.CONTROL, KeyCode.DIGIT4);
        press(robot, desk, KeyCode.D);
        assertThat(page.focused()).isEqualTo("rate");
        press(robot, desk, KeyCode.CONTROL, KeyCode.A);
        robot.write("100");
        press(robot, desk, KeyCode.ENTER);
        assertThat(page.focused()).isEqualTo("draw");
        press(robot, desk, KeyCode.SPACE);
        assertThat(page.text("sample-covered")).isEqualTo("0 of 2 observed, 0 %");
        press(robot, desk, KeyCode.J);
        press(robot, desk, KeyCode.O);
        assertThat(page.words("sign-heading")).contains("Observe", BLOCKED);
        page.type(SigningDesk.PIN);
        press(robot, desk, KeyCode.ENTER);
        assertThat(page.text("sign-headline")).isEqualTo("Observed, signed, and in the log");
        press(robot, desk, KeyCode.ENTER);
        assertThat(page.focused()).isEqualTo("sample");
        assertThat(page.text("sample-covered")).isEqualTo("1 of 2 observed, 50 %");
        assertThat(Files.readString(blocked.resolve("audit.jsonl")))
                .contains("observation_recorded");

        press(robot, desk, KeyCode.W);
        press(robot, desk, KeyCode.M);
        assertThat(page.text("report-title")).isEqualTo("Workpaper");
        press(robot, desk, KeyCode.S);
        robot.interact(() -> {
            robot.lookup("#save-facts").queryAs(ButtonBase.class).fire();
            desk.steps().all();
        });
        String name = "workpaper-" + folder.getFileName().toString().toLowerCase(Locale.ROOT);
        assertThat(Files.readString(folder.resolve(name + ".pdf"), StandardCharsets.ISO_8859_1))
                .startsWith("%PDF-");
        assertThat(folder.resolve(name + ".facts.json"))
                .content()
                .contains("\"period\": \"2026-11\"", "observation_recorded", "ann@example.com");
    }

    private static void press(FxRobot robot, SigningDesk desk, KeyCode... keys) {
        robot.push(keys);
        robot.interact(desk.steps()::all);
        robot.interact(desk.steps()::all);
    }
}
