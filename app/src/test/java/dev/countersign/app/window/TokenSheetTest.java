// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.window;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.app.SigningDesk;
import dev.countersign.app.feature.keys.TokenKey;
import dev.countersign.app.feature.keys.TokenOpening;
import dev.countersign.app.sample.FakeTokens;
import dev.countersign.core.trust.KeyProblem;
import dev.countersign.core.trust.TokenSlot;

import javafx.scene.control.ComboBox;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;

import java.nio.file.Path;
import java.util.List;

/// Finding a key on a token in the window, with tokens that say what they are told to.
class TokenSheetTest extends SigningScreen {
    private final FakeTokens tokens = new FakeTokens();

    @Override
    void furnish(SigningDesk fresh) {
        fresh.keys(tokens);
        fresh.picksLibrary(FakeTokens.LIBRARY);
    }

    @BeforeEach
    void open(FxRobot robot) throws Exception {
        Path run = desk.copy(WAITS);
        show(robot, run);
        page.press(KeyCode.A).type("ann@example.com");
        page.press(KeyCode.TAB).press(KeyCode.TAB).press(KeyCode.SPACE);
    }

    private void library(FxRobot robot) {
        page.press(KeyCode.SPACE);
        work(robot);
    }

    private void pin(FxRobot robot, TokenOpening gives) {
        tokens.next(gives);
        page.type("1234").press(KeyCode.ENTER);
        work(robot);
    }

    @Test
    void isFoundByKeyboardAloneAndRemembered(FxRobot robot) {
        assertThat(page.focused()).isEqualTo("token-library");
        library(robot);
        assertThat(page.focused()).isEqualTo("token-pin");
        assertThat(page.words("token-missing")).containsExactly("Enter the PIN to see the keys.");
        assertThat(page.node("token-read").isDisabled()).isTrue();
        pin(
                robot,
                new TokenOpening.Opened(
                        List.of(
                                FakeTokens.key("Ann", "ann@example.com", ""),
                                new TokenKey.Unusable("old", "The key \"old\" is too weak."))));
        assertThat(page.words("token-keys"))
                .containsExactly(
                        "Which key",
                        "Ann <ann@example.com>",
                        "Issued by CN=Example CA",
                        "EC P-256 · valid 2021-01-01 to 2031-01-01",
                        "The key \"old\" is too weak.");
        assertThat(page.shows("token-missing")).isFalse();
        assertThat(robot.lookup("#token-pin").queryTextInputControl().getText()).isEmpty();
        ToggleButton key = robot.lookup(".key-choice").query();
        assertThat(key.isFocused()).isTrue();
        assertThat(key.getAccessibleText())
                .isEqualTo(
                        "Use the key of Ann <ann@example.com>. Issued by CN=Example CA."
                                + " EC P-256 · valid 2021-01-01 to 2031-01-01");
        page.press(KeyCode.SPACE);
        assertThat(page.shows("token-sheet")).isFalse();
        assertThat(page.focused()).isEqualTo("sign-pin");
        assertThat(page.text("sign-key-place"))
                .isEqualTo("Key: Ann <ann@example.com> on the token \"Ann's card\" (slot 3)");
    }

    @Test
    void aWrongPinAndALockedOneAreTwoThings(FxRobot robot) {
        library(robot);
        pin(robot, new TokenOpening.Refused(new KeyProblem.WrongPin()));
        assertThat(page.words("token-trouble"))
                .containsExactly(
                        "The PIN is wrong. After a few wrong ones the token locks itself.");
        assertThat(page.focused()).isEqualTo("token-pin");
        pin(robot, new TokenOpening.Refused(new KeyProblem.PinLocked()));
        assertThat(page.words("token-trouble"))
                .containsExactly(
                        "The token has locked its PIN: unlock it with the token's own program.");
        assertThat(page.shows("token-pin")).isFalse();
    }

    @Test
    void whichTokenIsAskedWhereThereAreSeveral(FxRobot robot) {
        var blank = new TokenSlot(4, "", "", TokenSlot.State.NOT_INITIALISED);
        var locked = new TokenSlot(5, "Bo's card", "", TokenSlot.State.LOCKED);
        tokens.slots(FakeTokens.CARD, blank, locked);
        library(robot);
        assertThat(page.focused()).isEqualTo("token-slots");
        assertThat(page.shows("token-pin")).isFalse();
        ComboBox<TokenSlot> slots = robot.lookup("#token-slots").queryComboBox();
        assertThat(slots.getItems().stream().map(slots.getConverter()::toString))
                .containsExactly(
                        "\"Ann's card\" (slot 3) · serial 0042",
                        "slot 4 · not set up",
                        "\"Bo's card\" (slot 5) · PIN locked");
        robot.interact(() -> slots.getSelectionModel().select(1));
        assertThat(page.words("token-trouble"))
                .containsExactly(
                        "The token in slot 4 is not initialised: set it up with its own program.");
        robot.interact(() -> slots.getSelectionModel().select(2));
        assertThat(page.words("token-trouble"))
                .containsExactly(
                        "The token has locked its PIN: unlock it with the token's own program.");
        robot.interact(() -> slots.getSelectionModel().select(0));
        assertThat(page.shows("token-trouble")).isFalse();
        assertThat(page.focused()).isEqualTo("token-pin");
    }

    @Test
    void whatIsNoLibrarySaysSo(FxRobot robot) {
        desk.picksLibrary(Path.of("/usr/lib/libm.so"));
        library(robot);
        assertThat(page.words("token-trouble"))
                .containsExactly(
                        "/usr/lib/libm.so is not a PKCS#11 library: choose the one of your"
                                + " token.");
        assertThat(page.focused()).isEqualTo("token-library");
        tokens.slots();
        desk.picksLibrary(FakeTokens.LIBRARY);
        library(robot);
        assertThat(page.words("token-trouble"))
                .containsExactly("There is no token: insert it and try again.");
    }

    @Test
    void escLeavesTheSheetAndNothingElse(FxRobot robot) {
        for (int i = 0; i < 6; i++) {
            page.press(KeyCode.TAB);
            assertThat(page.focusIn("token-sheet")).isTrue();
        }
        page.press(KeyCode.ESCAPE);
        assertThat(page.shows("token-sheet")).isFalse();
        assertThat(page.shows("sign-sheet")).isTrue();
        assertThat(page.focused()).isEqualTo("sign-token");
    }
}
