// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.feature.response;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;

import java.time.ZoneId;
import java.util.List;

/// The sheet at the side of the window. While it is there, nothing behind it can be reached; Esc
/// closes it, and keys go where they went before.
public final class ResponseView {
    private static final double STEP = 0.2;

    private final ResponseViewModel model;
    private final ResponsePages pages;
    private final VBox card = new VBox();
    private final StackPane root = new StackPane(card);
    private @Nullable StackPane window;
    private @Nullable Node before;

    /// @param model what is shown
    /// @param viewer the zone in which moments are told
    public ResponseView(ResponseViewModel model, ZoneId viewer) {
        this.model = model;
        pages = new ResponsePages(model, viewer);
        card.setId("response-sheet");
        card.getStyleClass().add("sign-sheet");
        card.setAccessibleText("Response");
        card.setFocusTraversable(true);
        root.getStyleClass().add("scrim");
        StackPane.setAlignment(card, Pos.CENTER_RIGHT);
        root.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        root.addEventHandler(KeyEvent.ANY, KeyEvent::consume);
        model.stateProperty().subscribe(this::show);
    }

    /// From now on it lies over this while there is something to show.
    public void over(StackPane whole) {
        window = whole;
    }

    /// Keys stay in the sheet.
    private void pressed(KeyEvent e) {
        boolean taken =
                switch (e.getCode()) {
                    case ESCAPE -> does(model::close);
                    case TAB -> does(() -> step(e.isShiftDown() ? -1 : 1));
                    case LEFT -> does(() -> step(-1));
                    case RIGHT -> does(() -> step(1));
                    case UP -> does(() -> scroll(-STEP));
                    case DOWN -> does(() -> scroll(STEP));
                    default -> false;
                };
        if (taken) {
            e.consume();
        }
    }

    private static boolean does(Runnable action) {
        action.run();
        return true;
    }

    private void step(int by) {
        List<Button> buttons = buttons();
        Scene scene = root.getScene();
        if (!buttons.isEmpty() && scene != null) {
            int at = buttons.stream().toList().indexOf(scene.getFocusOwner());
            buttons.get(Math.floorMod(at + by, buttons.size())).requestFocus();
        }
    }

    private List<Button> buttons() {
        return card.lookupAll(".button").stream()
                .filter(Button.class::isInstance)
                .map(Button.class::cast)
                .toList();
    }

    private void scroll(double by) {
        if (card.lookup(".scroll-pane") instanceof ScrollPane pane) {
            pane.setVvalue(Math.clamp(pane.getVvalue() + by, 0, 1));
        }
    }

    private void show(ResponseState state) {
        boolean here = !(state instanceof ResponseState.Closed);
        if (window != null) {
            place(window, here);
        }
        switch (state) {
            case ResponseState.Closed _ -> card.getChildren().clear();
            case ResponseState.Reading reading -> replace(pages.reading(reading));
            case ResponseState.Asking asking -> replace(pages.asking(asking.offer()));
            case ResponseState.Importing importing -> replace(pages.importing(importing.offer()));
            case ResponseState.Refused refused -> replace(pages.refused(refused));
        }
        if (!here && before != null) {
            before.requestFocus();
            before = null;
        }
    }

    private void place(StackPane whole, boolean here) {
        if (!here) {
            whole.getChildren().remove(root);
        } else if (root.getScene() == null) {
            before = whole.getScene().getFocusOwner();
            whole.getChildren().add(root);
        }
    }

    private void replace(Node page) {
        card.getChildren().setAll(page);
        card.applyCss();
        card.layout();
        List<Button> buttons = buttons();
        (buttons.isEmpty() ? card : buttons.getFirst()).requestFocus();
    }
}
