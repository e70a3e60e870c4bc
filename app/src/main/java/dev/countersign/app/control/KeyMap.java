// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.control;

import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;

import java.util.List;

/// A table of keys.
public final class KeyMap extends GridPane {
    /// @param hints in the order shown
    public KeyMap(List<KeyHint> hints) {
        getStyleClass().add("key-map");
        for (int row = 0; row < hints.size(); row++) {
            var keys = new Label(hints.get(row).keys());
            keys.getStyleClass().add("key-cap");
            keys.setMinWidth(USE_PREF_SIZE);
            var action = new Label(hints.get(row).action());
            addRow(row, keys, action);
        }
    }
}
