// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.control;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;

/// A sheet at the side of the window. While it is there, nothing behind it can be reached; Esc
/// leaves it, and keys go where they went before.
public final class Sheet {
    private static final double STEP = 0.2;

    private final Runnable escape;
    private final VBox card = new VBox();
    private final StackPane root = new StackPane(card);
    private @Nullable StackPane window;
    private @Nullable Node before;
    private boolean opening;

    /// @param id of the sheet's node
    /// @param spoken what it is to readers of the screen
    /// @param escape hears that somebody wants to leave it
    public Sheet(String id, String spoken, Runnable escape) {
        this.escape = escape;
        card.setId(id);
        card.getStyleClass().add("sign-sheet");
        card.setAccessibleText(spoken);
        card.setFocusTraversable(true);
        root.getStyleClass().add("scrim");
        StackPane.setAlignment(card, Pos.CENTER_RIGHT);
        var _ = new FocusRing(card);
        root.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        root.addEventFilter(KeyEvent.KEY_TYPED, this::typed);
        root.addEventFilter(KeyEvent.KEY_RELEASED, e -> opening = false);
        root.addEventHandler(KeyEvent.ANY, KeyEvent::consume);
    }

    /// From now on it lies over this while there is something to show.
    public void over(StackPane whole) {
        window = whole;
    }

    /// Whether this page is what it shows.
    public boolean shows(Node page) {
        return card.getChildren().contains(page);
    }

    /// Shows another page.
    ///
    /// @param first where keys go; null for its first button
    public void show(Node page, @Nullable Node first) {
        StackPane whole = window;
        if (whole != null && root.getScene() == null) {
            before = whole.getScene().getFocusOwner();
            whole.getChildren().add(root);
            opening = true;
        }
        card.getChildren().setAll(page);
        if (whole != null) {
            whole.applyCss();
            whole.layout(); // what is out of sight is known only then
        }
        focus(first);
    }

    /// Gives a part of the page the keys.
    ///
    /// @param first null for the button that Enter presses, or the first one
    public void focus(@Nullable Node first) {
        Node accent = card.lookup(".button.accent");
        Node button = accent == null ? card.lookup(".button") : accent;
        FocusRing.focus(first != null ? first : button != null ? button : card);
    }

    /// Goes away.
    public void hide() {
        card.getChildren().clear();
        if (window != null) {
            window.getChildren().remove(root);
        }
        Node last = before;
        before = null;
        if (last != null) {
            last.requestFocus();
        }
    }

    private void pressed(KeyEvent e) {
        opening = false;
        if (e.getCode() == KeyCode.ESCAPE) {
            escape.run();
            e.consume();
        } else if (e.getTarget() instanceof Button || card.equals(e.getTarget())) {
            scroll(e);
        }
    }

    private void scroll(KeyEvent e) {
        double by = e.getCode() == KeyCode.UP ? -STEP : e.getCode() == KeyCode.DOWN ? STEP : 0;
        if (by != 0 && card.lookup(".scroll-pane") instanceof ScrollPane pane) {
            pane.setVvalue(Math.clamp(pane.getVvalue() + by, 0, 1));
            e.consume();
        }
    }

    /// The key that opened the sheet is no text for its first field.
    private void typed(KeyEvent e) {
        if (opening && e.getTarget() instanceof TextInputControl) {
            e.consume();
        }
        opening = false;
    }
}
