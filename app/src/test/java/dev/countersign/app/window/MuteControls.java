// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.window;

import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.text.Text;

import java.util.ArrayList;
import java.util.List;

/// What says nothing to a reader of the screen: a control that keys reach, or a picture without a
/// word.
final class MuteControls {
    private MuteControls() {}

    /// On the screen's thread, laid out.
    static List<String> of(Scene scene) {
        List<String> mute = new ArrayList<>();
        collect(scene.getRoot(), mute);
        return mute;
    }

    /// Whether a reader of the screen has something to say of it.
    static boolean speaks(Node node) {
        String text = node.getAccessibleText();
        String label = node instanceof Labeled labeled ? labeled.getText() : null;
        return text != null && !text.isBlank() || label != null && !label.isBlank();
    }

    /// Whether anything is to be seen of it; icons are letters of a font.
    private static boolean drawn(Node graphic) {
        if (graphic == null || !graphic.isVisible()) {
            return false;
        }
        return graphic instanceof Text text
                ? !text.getText().isBlank()
                : graphic instanceof Parent parent
                        && parent.getChildrenUnmodifiable().stream().anyMatch(MuteControls::drawn);
    }

    private static void collect(Node node, List<String> mute) {
        if (!node.isVisible()) {
            return;
        }
        boolean picture = node instanceof Labeled labeled && drawn(labeled.getGraphic());
        if ((node.isFocusTraversable() || picture) && !speaks(node)) {
            mute.add(node.toString());
        }
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> collect(child, mute));
        }
    }
}
