// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.feature.sign;

import dev.countersign.app.control.Boxes;
import dev.countersign.app.control.Mark;
import dev.countersign.app.control.VerdictMark;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;

/// The few layouts that the sheet is made of.
final class SignParts {
    private SignParts() {}

    /// A shape, and a sentence of as many lines as it needs.
    static Node mark(Mark mark, String sentence) {
        VerdictMark shape = VerdictMark.shape(mark, word(mark));
        Label words = Boxes.prose(sentence);
        HBox.setHgrow(words, Priority.ALWAYS);
        words.setMaxWidth(Double.MAX_VALUE);
        HBox row = Boxes.row("sign-line", shape, words);
        row.getStyleClass().add(mark.styleClass());
        return row;
    }

    private static String word(Mark mark) {
        return switch (mark) {
            case VERIFIED -> "Holds";
            case FAILED -> "Does not hold";
            case MALFORMED, NOTE -> "To be known";
            case OPEN, STOPPED -> "Not known";
        };
    }

    /// The sentence that matters first.
    static Node lead(Mark mark, String sentence, String id) {
        Label words = Boxes.prose(sentence, "situation");
        words.setId(id);
        Region box = Boxes.column("situation-box", words);
        box.getStyleClass().add(mark.styleClass());
        return box;
    }

    static Button button(String text, Ikon icon, String id, Runnable action) {
        var button = new Button(text, new FontIcon(icon));
        button.setId(id);
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(e -> action.run());
        return button;
    }

    static void shown(Node node, boolean visible) {
        node.setVisible(visible);
        node.setManaged(visible);
    }
}
