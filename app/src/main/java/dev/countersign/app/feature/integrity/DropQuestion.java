// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.feature.integrity;

import dev.countersign.app.control.Boxes;
import dev.countersign.app.control.SheetParts;
import dev.countersign.app.text.CopyText;

import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import org.kordamp.ikonli.feather.Feather;

import java.nio.file.Path;

/// Over the top of the screen: what a log that was dropped while another is open is for.
final class DropQuestion {
    private static final double GAP = 24;

    private final VBox card = Boxes.column("drop-question");
    private final Runnable closed;

    /// @param closed hears that it is gone
    DropQuestion(Runnable closed) {
        this.closed = closed;
        card.setId("drop-question");
        card.getStyleClass().add("overlay-card");
        card.setMaxSize(VBox.USE_PREF_SIZE, VBox.USE_PREF_SIZE);
        card.setVisible(false);
        StackPane.setAlignment(card, Pos.TOP_CENTER);
        StackPane.setMargin(card, new Insets(GAP));
        card.addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
    }

    VBox node() {
        return card;
    }

    void ask(Path dropped, Runnable compare, Runnable open) {
        Label path = Boxes.label(dropped.toString(), "path", "mono");
        path.setTextOverrun(OverrunStyle.LEADING_ELLIPSIS);
        Button copy =
                SheetParts.accent(
                        SheetParts.button(
                                "Compare with the open log",
                                Feather.COPY,
                                "drop-compare",
                                () -> answer(compare)));
        Button instead =
                SheetParts.button(
                        "Open instead", Feather.FILE_TEXT, "drop-open", () -> answer(open));
        Button cancel = SheetParts.button("Cancel", Feather.X, "drop-cancel", this::close);
        card.getChildren()
                .setAll(
                        Boxes.label(CopyText.DROPPED, "section-title"),
                        path,
                        Boxes.row("buttons", copy, instead, cancel));
        card.setVisible(true);
        copy.requestFocus();
    }

    void hide() {
        card.setVisible(false);
    }

    private void close() {
        hide();
        closed.run();
    }

    private void answer(Runnable act) {
        hide();
        act.run();
    }

    private void pressed(KeyEvent e) {
        if (e.getCode() == KeyCode.ESCAPE) {
            close();
            e.consume();
        }
    }
}
