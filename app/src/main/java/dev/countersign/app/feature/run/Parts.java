// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.feature.run;

import dev.countersign.app.control.Mark;
import dev.countersign.app.text.Foreign;
import dev.countersign.app.text.RunText;
import dev.countersign.core.run.RunSnapshot;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextArea;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// The few layouts that this screen is made of.
final class Parts {
    /// Text areas get slow beyond this.
    private static final int LONGEST = 50_000;

    private static final int LONGEST_PROSE = 1_000;

    private Parts() {}

    /// A mark of something that the run says of itself: never green where its chain does not hold.
    static Mark toned(RunSnapshot run, Mark mark) {
        return mark == Mark.VERIFIED && !RunText.verifies(run) ? Mark.OPEN : mark;
    }

    static Label label(String text, String... styles) {
        var label = new Label(text);
        label.getStyleClass().addAll(styles);
        label.setMinWidth(Region.USE_PREF_SIZE);
        return label;
    }

    /// Text that takes as many lines as it needs.
    static Label prose(String text, String... styles) {
        Label label = new Label(text);
        label.getStyleClass().addAll(styles);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }

    /// Foreign text as prose: every character seen, not endless.
    static Label foreign(String text, String... styles) {
        return prose(Foreign.cut(Foreign.visible(text), LONGEST_PROSE), styles);
    }

    static VBox column(String style, Node... children) {
        var box = new VBox(children);
        box.getStyleClass().add(style);
        return box;
    }

    static HBox row(String style, Node... children) {
        var box = new HBox(children);
        box.getStyleClass().add(style);
        return box;
    }

    static VBox section(String title, Node... children) {
        VBox box = column("section", prose(title, "section-title"));
        box.getChildren().addAll(children);
        return box;
    }

    /// A page beside the claims.
    static ScrollPane page(String name, Node... children) {
        var scroll = new ScrollPane(column("run-page", children));
        scroll.getStyleClass().add("run-scroll");
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setAccessibleText(name);
        scroll.setFocusTraversable(true);
        return scroll;
    }

    /// Raw text that can be selected and copied, its end left out where it is huge.
    static TextArea raw(String name, String text) {
        var area = new TextArea(Foreign.cut(Foreign.visible(text), LONGEST));
        area.getStyleClass().add("raw-area");
        area.setEditable(false);
        area.setWrapText(true);
        area.setAccessibleText(name);
        VBox.setVgrow(area, Priority.ALWAYS);
        return area;
    }

    static <T extends Node> T grow(T node) {
        if (node instanceof Region region) {
            region.setMaxSize(Double.MAX_VALUE, Double.MAX_VALUE);
        }
        VBox.setVgrow(node, Priority.ALWAYS);
        HBox.setHgrow(node, Priority.ALWAYS);
        return node;
    }
}
