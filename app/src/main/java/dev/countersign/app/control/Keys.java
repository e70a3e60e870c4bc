// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.control;

import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyEvent;

/// The plain keys of a screen.
public final class Keys {
    private Keys() {}

    /// Whether a key is not the screen's: it goes with Ctrl or Meta, which are the window's, or is
    /// typed into a field.
    public static boolean elsewhere(KeyEvent e) {
        return e.isShortcutDown() || e.isMetaDown() || e.getTarget() instanceof TextInputControl;
    }
}
