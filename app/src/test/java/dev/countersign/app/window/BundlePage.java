// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.window;

import dev.countersign.app.SigningDesk;
import dev.countersign.app.feature.bundle.BundleRow;

import javafx.scene.control.ButtonBase;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableView;

import org.testfx.api.FxRobot;

import java.util.List;

/// The screen of a bundle, and the sheet that makes one, as a person uses them.
final class BundlePage {
    private final FxRobot robot;
    private final SigningDesk desk;

    BundlePage(FxRobot robot, SigningDesk desk) {
        this.robot = robot;
        this.desk = desk;
    }

    String text(String id) {
        return Seen.of(robot.lookup("#" + id).<Labeled>queryAs(Labeled.class));
    }

    boolean shows(String id) {
        return robot.lookup("#" + id).tryQuery().isPresent();
    }

    boolean possible(String id) {
        return !robot.lookup("#" + id).query().isDisabled();
    }

    TableView<BundleRow> table() {
        return robot.lookup("#bundle-runs").queryTableView();
    }

    List<String> chains() {
        return table().getItems().stream().map(row -> row.name() + " " + row.chain()).toList();
    }

    /// What stands in the columns beside the runs' names and is not in sight whole.
    List<String> cut() {
        return robot.lookup("#bundle-runs .cell-lines .label").queryAllAs(Labeled.class).stream()
                .filter(label -> !label.getText().isEmpty() && label.getWidth() > 0)
                .filter(label -> label.getWidth() < Math.floor(label.prefWidth(-1)))
                .map(Labeled::getText)
                .filter(text -> table().getItems().stream().noneMatch(r -> r.name().equals(text)))
                .toList();
    }

    /// Every label below a node.
    String says(String id) {
        return String.join(
                " ",
                robot.lookup("#" + id + " .label").<Labeled>queryAllAs(Labeled.class).stream()
                        .map(Seen::of)
                        .toList());
    }

    void fire(String id) {
        robot.interact(() -> {
            robot.lookup("#" + id).queryAs(ButtonBase.class).fire();
            desk.steps().all();
        });
    }
}
