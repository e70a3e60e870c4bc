// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.control;

import atlantafx.base.theme.Styles;

import dev.countersign.app.text.Foreign;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;

import org.kordamp.ikonli.feather.Feather;

import java.util.ArrayList;
import java.util.List;

/// A screen that has one thing to say: that it is empty, or what went wrong.
public final class Messages {
    private Messages() {}

    /// @param mark its shape
    /// @param word what the mark means
    /// @param headline the thing to say
    /// @param details what else there is to know; empty ones are left out
    /// @param buttons what can be done, the most likely first
    public static StackPane of(
            Mark mark, String word, String headline, List<String> details, Button... buttons) {
        Label title = Boxes.prose(headline, "title");
        title.setId("headline");
        List<Node> parts = new ArrayList<>();
        parts.add(
                Boxes.row(
                        "message-head",
                        VerdictMark.tile(mark, word),
                        Boxes.column("message-title", title)));
        for (String detail : details) {
            if (!detail.isEmpty()) {
                parts.add(Boxes.prose(Foreign.path(detail), "message-detail"));
            }
        }
        if (buttons.length > 0) {
            parts.add(Boxes.row("buttons", buttons));
        }
        return Boxes.centred(parts);
    }

    /// Something could not be done, and can be tried again.
    ///
    /// @param word what the mark means
    /// @param sentence what happened and what to do
    /// @param again tries it
    public static StackPane failed(String word, String headline, String sentence, Button again) {
        again.getStyleClass().add(Styles.ACCENT);
        return of(Mark.MALFORMED, word, headline, List.of(sentence), again);
    }

    /// The button that tries it again.
    public static Button again(String key, Runnable action) {
        Button again = Boxes.button("Try again", key, Feather.REFRESH_CW, action);
        again.setId("again");
        return again;
    }
}
