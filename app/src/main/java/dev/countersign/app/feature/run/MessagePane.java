// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.feature.run;

import atlantafx.base.theme.Styles;

import dev.countersign.app.control.Boxes;
import dev.countersign.app.control.Mark;
import dev.countersign.app.control.Messages;
import dev.countersign.app.control.VerdictMark;
import dev.countersign.app.text.Foreign;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import org.kordamp.ikonli.feather.Feather;

/// No run: none opened, one under way, or one that could not be read.
final class MessagePane {
    private MessagePane() {}

    static Node empty(Runnable back) {
        Button button = Boxes.button("Go back", "Esc", Feather.ARROW_LEFT, back);
        button.setId("back");
        Node pane =
                pane(
                        Mark.OPEN,
                        "No run",
                        "No run is open",
                        "Choose one in the queue, or drop a run directory on this window. You get"
                            + " its claims beside their evidence, its gate re-performed, and its"
                            + " checks.",
                        button);
        pane.setId("run-empty");
        return pane;
    }

    static Node loading(RunState.Loading state) {
        Label path = Parts.prose(Foreign.path(state.directory().toString()), "path", "mono");
        VBox card = Parts.column("centre-card", Parts.label("Reading the run", "title"), path);
        card.setMaxHeight(Region.USE_PREF_SIZE);
        var pane = new StackPane(card);
        pane.getStyleClass().add("centre");
        pane.setId("run-loading");
        return pane;
    }

    static Node failed(RunState.Failed state, Runnable again, Runnable back) {
        Button retry = Messages.again("F5", again);
        retry.getStyleClass().add(Styles.ACCENT);
        Button button = Boxes.button("Go back", "Esc", Feather.ARROW_LEFT, back);
        button.setId("back");
        Node pane =
                pane(
                        Mark.MALFORMED,
                        "Not read",
                        "The run could not be read",
                        state.sentence(),
                        retry,
                        button);
        pane.setId("run-failed");
        return pane;
    }

    private static Node pane(
            Mark mark, String word, String headline, String detail, Button... buttons) {
        Label title = Parts.prose(headline, "title");
        title.setId("headline");
        Label text = Parts.prose(Foreign.path(detail));
        text.setId("detail");
        VBox card =
                Parts.column(
                        "centre-card",
                        Parts.row("message-head", VerdictMark.tile(mark, word), title),
                        text,
                        Parts.row("buttons", buttons));
        card.setMaxHeight(Region.USE_PREF_SIZE);
        var pane = new StackPane(card);
        pane.getStyleClass().add("centre");
        return pane;
    }
}
