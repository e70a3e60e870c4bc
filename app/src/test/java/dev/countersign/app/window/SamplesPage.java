// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.window;

import dev.countersign.app.feature.samples.SampleRow;

import javafx.scene.control.ButtonBase;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;

import org.testfx.api.FxRobot;

import java.util.List;

/// The screen of samples as a person uses it.
final class SamplesPage {
    private final FxRobot robot;
    private final SamplesWindow window;

    SamplesPage(FxRobot robot, SamplesWindow window) {
        this.robot = robot;
        this.window = window;
    }

    String text(String id) {
        return Seen.of(robot.lookup("#" + id).<Labeled>queryAs(Labeled.class));
    }

    TableView<SampleRow> table() {
        return robot.lookup("#sample").queryTableView();
    }

    List<String> runs() {
        return table().getItems().stream().map(SampleRow::runId).toList();
    }

    List<String> states() {
        return table().getItems().stream().map(SampleRow::state).toList();
    }

    boolean possible(String id) {
        return !robot.lookup("#" + id).query().isDisabled();
    }

    boolean shows(String id) {
        return robot.lookup("#" + id).tryQuery().isPresent();
    }

    String says(String id) {
        return String.join(
                " ",
                robot.lookup("#" + id + " .label").<Labeled>queryAllAs(Labeled.class).stream()
                        .map(Labeled::getText)
                        .toList());
    }

    boolean focused(String id) {
        return robot.lookup("#" + id).query().isFocused();
    }

    String typed(String id) {
        return robot.lookup("#" + id).queryTextInputControl().getText();
    }

    void type(String id, String text) {
        robot.interact(() -> robot.lookup("#" + id).queryAs(TextField.class).setText(text));
    }

    void fire(String id) {
        robot.interact(() -> {
            robot.lookup("#" + id).queryAs(ButtonBase.class).fire();
            window.steps.all();
        });
    }
}
