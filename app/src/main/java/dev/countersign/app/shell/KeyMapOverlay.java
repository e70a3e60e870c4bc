// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.shell;

import dev.countersign.app.control.KeyHint;
import dev.countersign.app.control.KeyMap;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;

import java.util.List;

/// The key map over the window. While it is up, keys go nowhere else.
final class KeyMapOverlay {
    private final StackPane owner;
    private @Nullable StackPane shown;
    private @Nullable Node focused;

    KeyMapOverlay(StackPane owner) {
        this.owner = owner;
    }

    void toggle(List<KeyHint> hints) {
        if (shown == null) {
            open(hints);
        } else {
            close();
        }
    }

    void pressed(KeyEvent e) {
        if (shown == null) {
            return;
        }
        if (e.getCode() == KeyCode.ESCAPE || e.getCode() == KeyCode.ENTER) {
            close();
        }
        e.consume();
    }

    private void open(List<KeyHint> hints) {
        var title = new Label("Keys");
        title.getStyleClass().add("title");
        var done = new Button("Close");
        done.setOnAction(e -> close());
        var card = new VBox(title, new KeyMap(hints), done);
        card.getStyleClass().add("overlay-card");
        card.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        var scrim = new StackPane(card);
        scrim.setId("key-map");
        scrim.getStyleClass().add("scrim");
        scrim.setOnMouseClicked(e -> {
            if (scrim.equals(e.getTarget())) {
                close();
            }
        });
        focused = owner.getScene().getFocusOwner();
        shown = scrim;
        owner.getChildren().add(scrim);
        done.requestFocus();
    }

    private void close() {
        owner.getChildren().remove(shown);
        shown = null;
        if (focused != null) {
            focused.requestFocus();
        }
    }
}
