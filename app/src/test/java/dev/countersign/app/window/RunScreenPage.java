// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.window;

import dev.countersign.app.feature.run.ClaimRow;

import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;

import org.testfx.api.FxRobot;

import java.util.List;

/// The run screen as a person uses it.
final class RunScreenPage {
    private final FxRobot robot;

    RunScreenPage(FxRobot robot) {
        this.robot = robot;
    }

    boolean shows(String id) {
        return robot.lookup("#" + id).match(RunScreenPage::seen).tryQuery().isPresent();
    }

    String text(String id) {
        return Seen.of(robot.lookup("#" + id).<Label>queryAs(Label.class));
    }

    /// Every word in a part of the screen.
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

    ListView<ClaimRow> claims() {
        return robot.lookup("#claims").queryListView();
    }

    long cellsMade() {
        return robot.lookup("#claims .list-cell").queryAll().size();
    }

    String field(String id) {
        return robot.lookup("#" + id).<TextArea>queryAs(TextArea.class).getText();
    }

    RunScreenPage press(KeyCode... keys) {
        robot.push(keys);
        return this;
    }

    RunScreenPage click(String id) {
        robot.clickOn("#" + id);
        return this;
    }

    boolean everyControlSpeaks() {
        return robot.lookup(node -> node instanceof ButtonBase).queryAll().stream()
                .map(ButtonBase.class::cast)
                .allMatch(b ->
                        b.getAccessibleText() != null
                                || b.getText() != null && !b.getText().isEmpty());
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
