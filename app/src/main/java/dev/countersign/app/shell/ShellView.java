// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.shell;

import dev.countersign.app.control.KeyHint;

import javafx.collections.ObservableMap;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/// The window's content: a bar on top, the screen of the route below, the key map over both.
public final class ShellView {
    private final ShellActions actions;
    private final Function<Route, Screen> screens;
    private final BorderPane frame = new BorderPane();
    private final KeyMapOverlay keyMap;
    private final DropTarget drop;
    private Screen screen;

    /// @param root empty; the window's content goes in
    /// @param actions what works anywhere
    /// @param screens the screen of a route
    /// @param start the first route
    public ShellView(
            StackPane root, ShellActions actions, Function<Route, Screen> screens, Route start) {
        this.actions = actions;
        this.screens = screens;
        screen = screens.apply(start);
        keyMap = new KeyMapOverlay(root);
        drop = new DropTarget(root, actions.open());
        frame.getStyleClass().add("shell");
        frame.setTop(TopBar.of(actions, this::toggleKeyMap));
        frame.setCenter(screen.root());
        root.getChildren().setAll(frame);
    }

    /// Shows the screen of a route.
    public void go(Route route) {
        screen = screens.apply(route);
        frame.setCenter(screen.root());
    }

    /// Listens to the keys and drops of a scene.
    public void attach(Scene scene) {
        ObservableMap<KeyCombination, Runnable> keys = scene.getAccelerators();
        keys.put(ctrl(KeyCode.O), actions.openLog());
        keys.put(
                new KeyCodeCombination(
                        KeyCode.O, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_DOWN),
                actions.openFolder());
        keys.put(ctrl(KeyCode.L), actions.switchTheme());
        keys.put(ctrl(KeyCode.EQUALS), () -> actions.resizeText().accept(1));
        keys.put(ctrl(KeyCode.PLUS), () -> actions.resizeText().accept(1));
        keys.put(ctrl(KeyCode.MINUS), () -> actions.resizeText().accept(-1));
        keys.put(ctrl(KeyCode.DIGIT0), () -> actions.resizeText().accept(0));
        scene.addEventFilter(KeyEvent.KEY_TYPED, this::typed);
        scene.addEventFilter(KeyEvent.KEY_PRESSED, keyMap::pressed);
        scene.addEventHandler(KeyEvent.KEY_PRESSED, e -> screen.onKey().accept(e));
        drop.attach(scene);
    }

    private void typed(KeyEvent e) {
        if (e.getCharacter().equals("?")) {
            toggleKeyMap();
            e.consume();
        }
    }

    private void toggleKeyMap() {
        List<KeyHint> everywhere =
                List.of(
                        new KeyHint("Ctrl+O", "Open a log"),
                        new KeyHint("Ctrl+Shift+O", "Open a run directory"),
                        new KeyHint("Ctrl+L", "Light or dark"),
                        new KeyHint("Ctrl + / −", "Larger or smaller text; Ctrl+0 resets"),
                        new KeyHint("?", "Show or hide these keys"));
        List<KeyHint> all = new ArrayList<>(everywhere);
        all.addAll(screen.keys());
        keyMap.toggle(all);
    }

    private static KeyCombination ctrl(KeyCode code) {
        return new KeyCodeCombination(code, KeyCombination.SHORTCUT_DOWN);
    }
}
