// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.shell;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

import org.jspecify.annotations.Nullable;

/// A card over the window. While it is up, keys go nowhere else; when it goes, they go where they
/// went before.
final class Overlay {
    private final StackPane owner;
    private @Nullable StackPane shown;
    private @Nullable Node before;

    Overlay(StackPane owner) {
        this.owner = owner;
    }

    boolean isShown() {
        return shown != null;
    }

    /// @param id of the whole
    /// @param card what is shown
    /// @param where in the window
    /// @param focus where keys go
    void show(String id, Region card, Pos where, Node focus) {
        close();
        card.getStyleClass().add("overlay-card");
        card.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        var scrim = new StackPane(card);
        StackPane.setAlignment(card, where);
        scrim.setId(id);
        scrim.getStyleClass().add("scrim");
        scrim.setOnMousePressed(e -> {
            if (scrim.equals(e.getTarget())) {
                close();
            }
        });
        scrim.addEventFilter(KeyEvent.KEY_PRESSED, this::filter);
        scrim.addEventHandler(KeyEvent.ANY, KeyEvent::consume);
        before = owner.getScene().getFocusOwner();
        shown = scrim;
        owner.getChildren().add(scrim);
        focus.requestFocus();
    }

    void close() {
        if (shown == null) {
            return;
        }
        owner.getChildren().remove(shown);
        shown = null;
        if (before != null) {
            before.requestFocus();
        }
    }

    /// Tab would leave the card.
    private void filter(KeyEvent e) {
        if (e.getCode() == KeyCode.ESCAPE) {
            close();
            e.consume();
        } else if (e.getCode() == KeyCode.TAB) {
            e.consume();
        }
    }
}
