// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.window;

import dev.countersign.app.feature.reports.MatrixRow;

import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.image.ImageView;
import javafx.scene.input.KeyCode;

import org.testfx.api.FxRobot;

import java.util.List;

/// The reports screen as a person sees it and reaches it.
record ReportsPage(ReportsWindow window, FxRobot robot) {
    void press(KeyCode... keys) {
        robot.push(keys);
        settle();
    }

    /// Everything that is under way ends.
    void settle() {
        robot.interact(window.steps::all);
        robot.interact(window.steps::all); // a page of another width was asked for
    }

    void fire(String id) {
        robot.interact(() -> robot.lookup("#" + id).queryButton().fire());
        settle();
    }

    void choose(String kind) {
        robot.interact(() -> ((RadioButton) node("kind-" + kind)).fire());
        settle();
    }

    Node node(String id) {
        return robot.lookup("#" + id).query();
    }

    boolean there(String id) {
        return robot.lookup("#" + id).tryQuery().isPresent();
    }

    boolean canMake() {
        return !node("make").isDisabled();
    }

    String text(String id) {
        return Seen.of((Labeled) node(id));
    }

    String headline() {
        return text("headline");
    }

    void type(String id, String text) {
        robot.interact(() -> ((TextField) node(id)).setText(text));
    }

    String typed(String id) {
        return ((TextField) node(id)).getText();
    }

    ListView<?> subjects() {
        return (ListView<?>) node("subjects");
    }

    ImageView picture() {
        return robot.lookup(".paper > .image-view").queryAs(ImageView.class);
    }

    ScrollPane pages() {
        return (ScrollPane) node("pages");
    }

    /// All that is said below the formats.
    List<String> saved() {
        return said("report-saved");
    }

    /// All that is said of printing.
    List<String> printing() {
        return said("print-bar");
    }

    private List<String> said(String id) {
        return robot.from(node(id)).lookup(".label").queryAllAs(Labeled.class).stream()
                .filter(Node::isVisible)
                .map(Labeled::getText)
                .filter(text -> !text.isEmpty())
                .toList();
    }

    TableView<MatrixRow> matrix() {
        return robot.lookup("#matrix").queryTableView();
    }

    /// How the matrix and what is said below it share the room.
    double divider() {
        return ((SplitPane) robot.lookup(".matrix-split").query()).getDividerPositions()[0];
    }

    /// What the detail below the matrix says.
    List<String> detail() {
        return robot.from(node("matrix-detail")).lookup(".label").queryAllAs(Labeled.class).stream()
                .map(Labeled::getText)
                .filter(text -> !text.isEmpty())
                .toList();
    }
}
