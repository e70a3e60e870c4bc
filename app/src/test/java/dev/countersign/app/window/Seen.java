// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.window;

import javafx.scene.control.Labeled;

/// What somebody reads on a label: without the places where a path may break.
final class Seen {
    private Seen() {}

    static String of(Labeled label) {
        String text = label.getText();
        return text == null ? "" : text.replace("\u2028", "");
    }
}
