// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.shell;

import dev.countersign.app.control.KeyHint;

import javafx.scene.Parent;
import javafx.scene.input.KeyEvent;

import java.util.List;
import java.util.function.Consumer;

/// What the shell has to know of a screen; screens know nothing of the shell.
///
/// @param title a word or two, for the trail above it and the key map
/// @param root what is shown
/// @param keys for the key map
/// @param onKey hears keys that nothing else wanted; what it consumes goes no further, what it
///   leaves the shell may take (Esc goes back)
/// @param inSight hears true when it is shown, and focuses what keys should reach; false when it is
///   left
public record Screen(
        String title,
        Parent root,
        List<KeyHint> keys,
        Consumer<KeyEvent> onKey,
        Consumer<Boolean> inSight) {
    public Screen {
        keys = List.copyOf(keys);
    }
}
