// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.window;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.app.SigningDesk;
import dev.countersign.app.Wiring;
import dev.countersign.core.testkit.SoftHsm;
import dev.countersign.core.testkit.TestAuthority.Wish;
import dev.countersign.core.trust.KeyPlace;

import javafx.scene.input.KeyCode;
import javafx.stage.Stage;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

import java.nio.file.Path;
import java.util.Map;

/// Signing with a token in the window: a real library, a real log.
@ExtendWith(WindowExtension.class)
class TokenSigningTest {
    private static final String PIN = "1234";

    @TempDir static Path folder;

    @AutoClose private SigningDesk desk;
    private Wiring.Window window;

    @Start
    void start(Stage stage) throws Exception {
        HeadlessFx.install();
        desk = new SigningDesk(folder, SigningDesk.NOW);
        desk.picksLibrary(SoftHsm.LIBRARY);
        window = desk.window(1280, 800);
        stage.setScene(window.scene());
        stage.show();
    }

    private void work(FxRobot robot) {
        robot.interact(() -> desk.steps().all());
    }

    @Test
    void signsWithAKeyThatNeverLeavesItsToken(FxRobot robot) throws Exception {
        SoftHsm hsm = SoftHsm.empty();
        hsm.token("card", PIN);
        long slot =
                KeyPlace.Token.slots(SoftHsm.LIBRARY).stream()
                        .filter(s -> s.label().equals("card"))
                        .findFirst()
                        .orElseThrow()
                        .slot();
        hsm.put(
                slot,
                PIN,
                Map.of(
                        "ann", desk.issue(Wish.person("Ann", "ann@example.com")),
                        "bo", desk.issue(Wish.person("Bo", "bo@example.com"))));
        var page = new SignSheetPage(robot);
        Path run = desk.copy("change-approval-241bf6287b12");
        robot.interact(() -> window.desk().open(run));
        work(robot);
        page.press(KeyCode.A).type("ann@example.com").click("sign-token");
        page.press(KeyCode.SPACE);
        work(robot);
        if (!page.shows("token-pin")) { // an empty slot is listed, too
            robot.interact(() ->
                    robot.lookup("#token-slots").queryComboBox().getSelectionModel().select(0));
        }
        page.type("0000").press(KeyCode.ENTER);
        work(robot);
        assertThat(page.words("token-trouble"))
                .containsExactly(
                        "The PIN is wrong. After a few wrong ones the token locks itself.");
        page.type(PIN).press(KeyCode.ENTER);
        work(robot);
        assertThat(page.words("token-keys"))
                .contains("Ann <ann@example.com>", "Bo <bo@example.com>", "Issued by CN=Root");
        robot.clickOn("Ann <ann@example.com>");
        assertThat(page.text("sign-key-place"))
                .isEqualTo("Key: Ann <ann@example.com> on the token \"card\" (slot " + slot + ")");
        page.type(PIN).press(KeyCode.ENTER);
        work(robot);
        assertThat(page.words("sign-done"))
                .contains(
                        "The log has it as record 13, read again and verified as signed by Ann"
                                + " <ann@example.com>.",
                        "Certificate trusted");
        assertThat(desk.ledger()).contains("signed");
    }
}
