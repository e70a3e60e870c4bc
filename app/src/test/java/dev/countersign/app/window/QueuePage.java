// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.window;

import dev.countersign.app.feature.queue.QueueRow;

import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableView;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;

import org.testfx.api.FxRobot;

import java.util.List;

/// The queue, the palette and the frame around them, as a person uses them.
final class QueuePage {
    private final FxRobot robot;

    QueuePage(FxRobot robot) {
        this.robot = robot;
    }

    boolean shows(String id) {
        return robot.lookup("#" + id).tryQuery().isPresent();
    }

    String count() {
        return robot.lookup("#queue-count").<Label>queryAs(Label.class).getText();
    }

    String order() {
        return robot.lookup("#queue-order").<Label>queryAs(Label.class).getText();
    }

    String lacks() {
        return robot.lookup("#queue-lacks").<Label>queryAs(Label.class).getText();
    }

    /// The buttons of the message in the rows' place.
    List<String> ways() {
        return robot.lookup(".centre .button").<ButtonBase>queryAllAs(ButtonBase.class).stream()
                .map(ButtonBase::getText)
                .toList();
    }

    TableView<QueueRow> table() {
        return robot.lookup("#queue").queryTableView();
    }

    QueueRow selected() {
        return table().getSelectionModel().getSelectedItem();
    }

    int selectedIndex() {
        return table().getSelectionModel().getSelectedIndex();
    }

    long rowsMade() {
        return robot.lookup("#queue .table-row-cell").queryAll().size();
    }

    /// What the cells in sight say is left. What a reader of the screen hears of a row, column by
    /// column.
    List<String> rowSays(int index) {
        return robot.lookup("#queue .table-cell").queryAll().stream()
                .filter(cell -> cell instanceof TableCell<?, ?> one && one.getIndex() == index)
                .map(Node::getAccessibleText)
                .toList();
    }

    List<String> remaining() {
        return robot.lookup("#queue .remaining .cell-first").<Label>queryAllAs(Label.class).stream()
                .filter(Node::isVisible)
                .map(Label::getText)
                .toList();
    }

    String preview() {
        return robot.lookup("#preview-subject").<Label>queryAs(Label.class).getText();
    }

    ToggleButton chip(String name) {
        return robot.lookup("#chip-" + name).queryAs(ToggleButton.class);
    }

    boolean typing() {
        return robot.lookup("#queue-filter")
                .<TextInputControl>queryAs(TextInputControl.class)
                .isFocused();
    }

    String typed() {
        return robot.lookup("#queue-filter")
                .<TextInputControl>queryAs(TextInputControl.class)
                .getText();
    }

    QueuePage press(KeyCode... keys) {
        robot.push(keys);
        return this;
    }

    QueuePage type(String text) {
        robot.write(text);
        return this;
    }

    QueuePage click(String id) {
        robot.clickOn("#" + id);
        return this;
    }

    /// The titles of the trail, from the rail's place on.
    List<String> trail() {
        return robot.lookup("#trail .crumb").<ButtonBase>queryAllAs(ButtonBase.class).stream()
                .filter(b -> !b.getStyleClass().contains("crumb-here"))
                .map(ButtonBase::getText)
                .toList();
    }

    String here() {
        return robot.lookup("#trail .crumb-here").<ButtonBase>queryAs(ButtonBase.class).getText();
    }

    int found() {
        return robot.lookup("#palette-list").queryListView().getItems().size();
    }

    String text(String id) {
        return Seen.of(robot.lookup("#" + id).<Labeled>queryAs(Labeled.class));
    }

    /// Controls in sight that a reader of the screen cannot name.
    List<Node> mute() {
        return robot
                .lookup((Node n) -> n instanceof ButtonBase || n instanceof TextInputControl)
                .queryAll()
                .stream()
                .filter(n -> n.isVisible() && !speaks(n))
                .toList();
    }

    private static boolean speaks(Node n) {
        return n.getAccessibleText() != null && !n.getAccessibleText().isEmpty()
                || n instanceof ButtonBase b && b.getText() != null && !b.getText().isEmpty();
    }
}
