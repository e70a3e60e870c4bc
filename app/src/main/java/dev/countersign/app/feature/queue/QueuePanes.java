// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.feature.queue;

import atlantafx.base.theme.Styles;

import dev.countersign.app.control.Boxes;
import dev.countersign.app.control.DropZone;
import dev.countersign.app.control.Mark;
import dev.countersign.app.control.Messages;
import dev.countersign.app.control.VerdictMark;
import dev.countersign.app.text.Foreign;
import dev.countersign.app.text.QueueText;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.layout.StackPane;

import org.kordamp.ikonli.feather.Feather;

import java.util.List;

/// The queue when there are no rows to show.
final class QueuePanes {
    private QueuePanes() {}

    static Node empty(QueueActions actions) {
        StackPane pane =
                Boxes.centred(
                        List.of(
                                DropZone.of(
                                        Feather.INBOX,
                                        "Drop a folder of runs here",
                                        "You see what waits for a decision, for whom, and until"
                                                + " when.",
                                        likeliest(demo(actions), true),
                                        folder(actions)),
                                Boxes.prose(
                                        "The demo has runs of every state; three of their logs are"
                                            + " damaged. Runs stay where they are, and nothing is"
                                            + " sent anywhere.",
                                        "muted")));
        pane.setId("queue-empty");
        return pane;
    }

    static Node failed(QueueState.Failed state, QueueActions actions, Runnable again) {
        Button other = folder(actions);
        other.getStyleClass().add(Styles.ACCENT);
        Button retry = Messages.again("F5", again);
        Label sentence = Boxes.prose(Foreign.path(state.sentence()));
        sentence.setId("queue-sentence");
        Node pane =
                Boxes.centred(
                        List.of(
                                Boxes.row(
                                        "message-head",
                                        VerdictMark.tile(Mark.MALFORMED, "Not read"),
                                        Boxes.column(
                                                "message-title",
                                                Boxes.prose("The runs could not be read", "title"),
                                                path(state.name()))),
                                sentence,
                                Boxes.row("buttons", other, retry)));
        pane.setId("queue-failed");
        return pane;
    }

    static Node nothing(QueueState.Ready state, QueueActions actions) {
        int runs = state.snapshot().runs().size();
        Node pane =
                Boxes.centred(
                        List.of(
                                Boxes.row(
                                        "message-head",
                                        VerdictMark.tile(
                                                runs == 0 ? Mark.OPEN : Mark.NOTE, "Nothing waits"),
                                        Boxes.column(
                                                "message-title",
                                                Boxes.prose(
                                                        runs == 0
                                                                ? "There are no runs here"
                                                                : "Nothing waits for a decision",
                                                        "title"),
                                                path(state.name()))),
                                Boxes.prose(QueueText.nothing(runs)),
                                Boxes.row("buttons", onward(actions, runs))));
        pane.setId("queue-nothing");
        return pane;
    }

    private static Node[] onward(QueueActions actions, int runs) {
        if (runs == 0) {
            return new Node[] {likeliest(folder(actions), true), demo(actions)};
        }
        Button find = Boxes.button("Find a run…", "Ctrl+K", Feather.SEARCH, actions.find());
        find.setId("queue-find");
        return new Node[] {likeliest(find, true), folder(actions)};
    }

    private static Button demo(QueueActions actions) {
        Button demo = Boxes.button("Open the demo workspace", "", Feather.PLAY, actions.demo());
        demo.setId("queue-demo");
        return demo;
    }

    private static Button folder(QueueActions actions) {
        Button folder =
                Boxes.button("Open folder…", "Ctrl+Shift+O", Feather.FOLDER, actions.openFolder());
        folder.setId("queue-folder");
        return folder;
    }

    private static Button likeliest(Button button, boolean likeliest) {
        Boxes.accent(button, likeliest);
        return button;
    }

    private static Label path(String name) {
        Label path = Boxes.label(name, "path", "mono");
        path.setTextOverrun(OverrunStyle.LEADING_ELLIPSIS);
        return path;
    }
}
