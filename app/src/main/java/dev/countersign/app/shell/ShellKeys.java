// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.shell;

import javafx.collections.ObservableMap;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;

import java.util.List;
import java.util.function.Consumer;

/// The keys that work anywhere.
final class ShellKeys {
    private static final List<KeyCode> DIGITS =
            List.of(
                    KeyCode.DIGIT1,
                    KeyCode.DIGIT2,
                    KeyCode.DIGIT3,
                    KeyCode.DIGIT4,
                    KeyCode.DIGIT5,
                    KeyCode.DIGIT6,
                    KeyCode.DIGIT7,
                    KeyCode.DIGIT8,
                    KeyCode.DIGIT9);

    private ShellKeys() {}

    static void attach(Scene scene, ShellActions actions, List<Place> places, Consumer<Route> go) {
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
        for (int i = 0; i < Math.min(places.size(), DIGITS.size()); i++) {
            Route route = places.get(i).route();
            keys.put(ctrl(DIGITS.get(i)), () -> go.accept(route));
        }
    }

    static KeyCombination ctrl(KeyCode code) {
        return new KeyCodeCombination(code, KeyCombination.SHORTCUT_DOWN);
    }
}
