// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.window;

import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

import org.testfx.api.FxRobot;

import java.util.List;

/// The sign sheet as a person uses it.
final class SignSheetPage {
    private final FxRobot robot;

    SignSheetPage(FxRobot robot) {
        this.robot = robot;
    }

    boolean shows(String id) {
        return robot.lookup("#" + id).match(SignSheetPage::seen).tryQuery().isPresent();
    }

    /// Every sentence in a part of it.
    List<String> words(String id) {
        return robot
                .from(robot.lookup("#" + id).<Node>queryAs(Node.class))
                .lookup(".label")
                .<Label>queryAllAs(Label.class)
                .stream()
                .map(Seen::of)
                .filter(text -> !text.isEmpty())
                .toList();
    }

    String text(String id) {
        return Seen.of(robot.lookup("#" + id).<Label>queryAs(Label.class));
    }

    Node node(String id) {
        return robot.lookup("#" + id).query();
    }

    SignSheetPage press(KeyCode... keys) {
        robot.push(keys);
        return this;
    }

    /** Character by character, as the robot does it, but without waiting for a picture of each. */
    SignSheetPage type(String text) {
        var scene = robot.lookup(".shell").query().getScene();
        var keys = robot.robotContext().getBaseRobot();
        robot.interact(() ->
                text.chars()
                        .mapToObj(Character::toString)
                        .forEach(c -> keys.typeKeyboard(scene, KeyCode.UNDEFINED, c)));
        return this;
    }

    /** As an input method does it: a character without a key. */
    SignSheetPage compose(String text) {
        var scene = robot.lookup(".shell").query().getScene();
        robot.interact(() ->
                Event.fireEvent(
                        scene.getFocusOwner(),
                        new KeyEvent(
                                KeyEvent.KEY_TYPED,
                                text,
                                "",
                                KeyCode.UNDEFINED,
                                false,
                                false,
                                false,
                                false)));
        return this;
    }

    /** What is in a field, at once. */
    SignSheetPage fill(String id, String text) {
        robot.interact(() -> robot.lookup("#" + id).queryTextInputControl().setText(text));
        return this;
    }

    SignSheetPage click(String id) {
        robot.clickOn("#" + id);
        return this;
    }

    /// What has the keys.
    String focused() {
        Node node = robot.lookup(".shell").query().getScene().getFocusOwner();
        return node == null || node.getId() == null ? "" : node.getId();
    }

    boolean focusIn(String id) {
        Node part = node(id);
        Node at = part.getScene().getFocusOwner();
        while (at != null && !at.equals(part)) {
            at = at.getParent();
        }
        return at != null;
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
