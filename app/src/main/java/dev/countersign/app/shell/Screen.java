// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.shell;

import dev.countersign.app.control.KeyHint;

import javafx.scene.Parent;
import javafx.scene.input.KeyEvent;

import java.util.List;
import java.util.function.Consumer;

/// What the shell has to know of a screen; screens know nothing of the shell.
///
/// @param root what is shown
/// @param keys for the key map
/// @param onKey hears keys that nothing else wanted
public record Screen(Parent root, List<KeyHint> keys, Consumer<KeyEvent> onKey) {
    public Screen {
        keys = List.copyOf(keys);
    }
}
