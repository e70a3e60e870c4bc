// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.control;

import atlantafx.base.theme.Styles;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;

import java.util.List;

/// The few layouts that sheets are made of.
public final class SheetParts {
    private SheetParts() {}

    /// A shape, and a sentence of as many lines as it needs.
    public static Node mark(Mark mark, String sentence) {
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
            case VERIFIED -> "Passed";
            case FAILED -> "Failed";
            case MALFORMED, NOTE -> "Note";
            case OPEN, STOPPED -> "Not checked";
        };
    }

    /// The sentence that matters first.
    public static Node lead(Mark mark, String sentence, String id) {
        Label words = Boxes.prose(sentence, "situation");
        words.setId(id);
        HBox.setHgrow(words, Priority.ALWAYS);
        words.setMaxWidth(Double.MAX_VALUE);
        HBox line = Boxes.row("lead-line", VerdictMark.shape(mark, word(mark)), words);
        Region box = Boxes.column("situation-box", line);
        box.getStyleClass().add(mark.styleClass());
        return box;
    }

    /// How it ended, as a headline.
    public static Node head(Mark mark, String headline, String id) {
        return Boxes.row("message-head", VerdictMark.tile(mark, headline), title(headline, id));
    }

    /// A headline.
    public static Label title(String headline, String id) {
        Label title = Boxes.prose(headline, "headline");
        title.setId(id);
        return title;
    }

    /// A button that is never cut off.
    public static Button button(String text, Ikon icon, String id, Runnable action) {
        var button = new Button(text, new FontIcon(icon));
        button.setId(id);
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(e -> action.run());
        return button;
    }

    /// The button that is pressed by Enter.
    public static Button accent(Button button) {
        button.getStyleClass().add(Styles.ACCENT);
        button.setDefaultButton(true);
        return button;
    }

    /// A button that can be pressed, or what is missing for that, in words.
    ///
    /// @param why has the words
    /// @param missing empty if nothing is
    public static void lacks(Button button, VBox why, Mark mark, String missing) {
        boolean lacks = !missing.isEmpty();
        button.setDisable(lacks);
        String words = button.getText();
        button.setAccessibleText(lacks ? words + ", not possible. " + missing : words);
        say(why, mark, missing);
    }

    /// One sentence, or nothing and no room for it.
    public static void say(VBox box, Mark mark, String sentence) {
        box.getChildren().setAll(sentence.isEmpty() ? List.of() : List.of(mark(mark, sentence)));
        shown(box, !sentence.isEmpty());
    }

    /// Something is under way.
    public static Node bar(String words) {
        var bar = new ProgressBar(ProgressBar.INDETERMINATE_PROGRESS);
        bar.setMaxWidth(Double.MAX_VALUE);
        bar.setAccessibleText(words);
        return bar;
    }

    /// What is scrolled, and below it, always in sight, what can be done.
    public static VBox page(String id, List<Node> parts, Button... buttons) {
        return page(id, parts, Boxes.column("sign-footer"), buttons);
    }

    /// The same.
    ///
    /// @param footer has what is said above the buttons
    public static VBox page(String id, List<Node> parts, VBox footer, Button... buttons) {
        var scroll = new ScrollPane(Boxes.column("sign-result", parts.toArray(Node[]::new)));
        scroll.getStyleClass().add("sign-scroll");
        scroll.setFitToWidth(true);
        scroll.setFocusTraversable(false);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        VBox page = Boxes.column("response-page", scroll);
        if (buttons.length > 0) {
            footer.getChildren().add(Boxes.row("sign-buttons", buttons));
            page.getChildren().add(footer);
        }
        page.setId(id);
        VBox.setVgrow(page, Priority.ALWAYS);
        return page;
    }

    /// Is there, or takes no room.
    public static void shown(Node node, boolean visible) {
        node.setVisible(visible);
        node.setManaged(visible);
    }
}
