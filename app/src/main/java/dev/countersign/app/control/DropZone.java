// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.control;

import javafx.scene.Node;

import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// Says what can be dropped here, and which buttons do the same.
public final class DropZone {
    private DropZone() {}

    /// @param what the invitation
    /// @param then what happens with it
    public static Node of(Feather icon, String what, String then, Node... buttons) {
        var image = new FontIcon(icon);
        image.getStyleClass().add("drop-icon");
        return Boxes.column(
                "drop-zone",
                image,
                Boxes.label(what, "title"),
                Boxes.prose(then, "muted"),
                Boxes.row("buttons", buttons));
    }
}
