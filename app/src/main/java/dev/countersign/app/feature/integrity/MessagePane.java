// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.feature.integrity;

import atlantafx.base.theme.Styles;

import dev.countersign.app.control.Boxes;
import dev.countersign.app.control.Mark;
import dev.countersign.app.control.Messages;
import dev.countersign.app.control.VerdictMark;
import dev.countersign.app.text.Foreign;
import dev.countersign.app.text.VerdictText;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import org.kordamp.ikonli.feather.Feather;

import java.util.List;

/// No verdict: it could not be read.
final class MessagePane {
    private MessagePane() {}

    static Node failed(IntegrityState.Failed state, OpenActions actions, Runnable again) {
        Button other = other("Open another…", actions);
        other.getStyleClass().add(Styles.ACCENT);
        Node pane =
                pane(
                        Mark.MALFORMED,
                        "Not read",
                        "The log could not be read",
                        state.sentence(),
                        "",
                        List.of(other, Messages.again("F5", again)));
        pane.setId("failed");
        return pane;
    }

    /// A log without a record: its header stands above.
    static Node noRecord(OpenActions actions) {
        Button other = other("Open another…", actions);
        other.getStyleClass().add(Styles.ACCENT);
        Label text = Boxes.prose(VerdictText.NO_RECORD);
        StackPane pane =
                Boxes.centred(
                        List.of(
                                Boxes.label("What to do", "title"),
                                text,
                                Boxes.row("buttons", other)));
        pane.setId("no-record");
        VBox.setVgrow(pane, Priority.ALWAYS);
        return pane;
    }

    private static Button other(String text, OpenActions actions) {
        Button button = Boxes.button(text, "Ctrl+O", Feather.FILE_TEXT, actions.log());
        button.setId("other");
        return button;
    }

    private static Node pane(
            Mark mark,
            String word,
            String headline,
            String detail,
            String path,
            List<Button> buttons) {
        Label where = Boxes.label(path, "path", "mono");
        where.setTextOverrun(OverrunStyle.LEADING_ELLIPSIS);
        where.setVisible(!path.isEmpty());
        where.setManaged(!path.isEmpty());
        Label title = Boxes.prose(headline, "title");
        title.setId("headline");
        Label text = Boxes.prose(Foreign.path(detail));
        text.setId("detail");
        StackPane result =
                Boxes.centred(
                        List.of(
                                Boxes.row(
                                        "message-head",
                                        VerdictMark.tile(mark, word),
                                        Boxes.column("message-title", title, where)),
                                text,
                                Boxes.row("buttons", buttons.toArray(Node[]::new))));
        return result;
    }
}
