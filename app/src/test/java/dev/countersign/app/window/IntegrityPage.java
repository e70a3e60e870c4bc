// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.window;

import dev.countersign.app.feature.integrity.FaultRow;

import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;

import org.testfx.api.FxRobot;

import java.util.stream.Stream;

/// The integrity screen as a person uses it.
final class IntegrityPage {
    private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");

    private final FxRobot robot;

    IntegrityPage(FxRobot robot) {
        this.robot = robot;
    }

    boolean shows(String id) {
        return robot.lookup("#" + id).tryQuery().isPresent();
    }

    String headline() {
        return robot.lookup("#headline").<Label>queryAs(Label.class).getText();
    }

    String verdict() {
        return robot.lookup("#verdict").<Label>queryAs(Label.class).getAccessibleText();
    }

    boolean saysAll(String... texts) {
        return Stream.of(texts).allMatch(text -> robot.lookup(text).tryQuery().isPresent());
    }

    String text(String id) {
        return Seen.of(robot.lookup("#" + id).<Labeled>queryAs(Labeled.class));
    }

    String detail() {
        return Seen.of(robot.lookup("#detail").<Label>queryAs(Label.class));
    }

    String faultSentence() {
        return robot.lookup("#detail-sentence").<Label>queryAs(Label.class).getText();
    }

    TableView<FaultRow> faults() {
        return robot.lookup("#faults").queryTableView();
    }

    ListView<String> notes() {
        return robot.lookup("#notes").queryListView();
    }

    Node records() {
        return robot.lookup("#records").query();
    }

    /// The number in the row that is selected.
    long selectedRecord() {
        robot.interact(() -> records().getScene().getRoot().layout());
        String number =
                robot.lookup(".record-row").<Node>queryAllAs(Node.class).stream()
                        .filter(Node::isVisible)
                        .filter(row -> row.getPseudoClassStates().contains(SELECTED))
                        .map(row -> ((Label) row.lookup(".col-record")).getText())
                        .findFirst()
                        .orElseThrow();
        return Long.parseLong(number.replace(",", ""));
    }

    long rowsMade() {
        return robot.lookup("#faults .table-row-cell").queryAll().size();
    }

    IntegrityPage press(KeyCode... keys) {
        robot.push(keys);
        return this;
    }

    IntegrityPage click(String id) {
        robot.clickOn("#" + id);
        return this;
    }

    IntegrityPage clickStrip(double fraction) {
        Node strip = robot.lookup("#strip").query();
        var bounds = strip.localToScreen(strip.getBoundsInLocal());
        robot.clickOn(bounds.getMinX() + bounds.getWidth() * fraction, bounds.getCenterY());
        return this;
    }

    boolean everyControlSpeaks() {
        return robot.lookup(".button").queryAll().stream()
                .map(Button.class::cast)
                .allMatch(b -> b.getAccessibleText() != null || !b.getText().isEmpty());
    }
}
