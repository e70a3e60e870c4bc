// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.window;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.app.SigningDesk;
import dev.countersign.app.feature.sign.KeySource;
import dev.countersign.app.feature.sign.Signer;

import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.text.Text;

import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/// What stands on a button is in the key map of its screen, and is spoken.
class KeyCapTest extends SigningScreen {
    private static final Pattern BETWEEN = Pattern.compile("[ /]+");

    @Override
    void furnish(SigningDesk fresh) {
        fresh.readsLogs();
        fresh.notes().keep(new Signer("ann@example.com", new KeySource.File(fresh.key())));
    }

    @Test
    void lettersOnButtonsAreInTheKeyMapOfTheirScreen(FxRobot robot) throws Exception {
        Path run = desk.copy(WAITS);
        Map<String, String> letters = new TreeMap<>();
        show(robot, run);
        letters.put("run", letters(robot));
        Path log = run.resolve("audit.jsonl");
        Files.writeString(log, Files.readString(log).replaceFirst("CHG-1120", "CHG-1121"));
        desk.noticed(run);
        page.press(KeyCode.I);
        work(robot);
        letters.put("integrity", letters(robot));
        for (KeyCode place :
                List.of(
                        KeyCode.DIGIT3,
                        KeyCode.DIGIT4,
                        KeyCode.DIGIT5,
                        KeyCode.DIGIT6,
                        KeyCode.DIGIT7)) {
            page.press(KeyCode.CONTROL, place);
            work(robot);
            letters.put(place.getName(), letters(robot));
        }
        assertThat(letters)
                .isEqualTo(
                        Map.of(
                                "run", "aeir",
                                "integrity", "cehnpr",
                                "3", "di",
                                "4", "bnopw",
                                "5", "m",
                                "6", "ev",
                                "7", "o"));
    }

    /// Of the screen that is shown, in order.
    private String letters(FxRobot robot) {
        List<ButtonBase> keyed =
                robot
                        .lookup(node -> node instanceof ButtonBase)
                        .queryAllAs(ButtonBase.class)
                        .stream()
                        .filter(KeyCapTest::seen)
                        .filter(button -> button.lookup(".key-letter") != null)
                        .toList();
        page.press(KeyCode.F1);
        List<String> map =
                robot.lookup("#key-map .key-cap").queryAllAs(Label.class).stream()
                        .flatMap(label -> BETWEEN.splitAsStream(label.getText()))
                        .toList();
        page.press(KeyCode.ESCAPE);
        List<String> letters = keyed.stream().map(KeyCapTest::letter).sorted().toList();
        assertThat(map).containsAll(letters);
        assertThat(keyed)
                .allMatch(b -> b.isDisabled() || b.getAccessibleText().endsWith(", " + letter(b)));
        return String.join("", letters);
    }

    private static String letter(ButtonBase button) {
        return ((Text) button.lookup(".key-letter")).getText();
    }

    private static boolean seen(Node node) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (!at.isVisible()) {
                return false;
            }
        }
        return true;
    }
}
