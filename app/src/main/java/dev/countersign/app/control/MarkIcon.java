// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.control;

import org.kordamp.ikonli.javafx.FontIcon;

/// The shape of a mark alone, for places where its word stands beside it.
public final class MarkIcon extends FontIcon {
    private MarkIcon() {
        getStyleClass().add("mark-icon");
    }

    /// A shape that can change.
    public static MarkIcon empty() {
        return new MarkIcon();
    }

    static MarkIcon of(Mark mark) {
        var icon = new MarkIcon();
        icon.show(mark);
        return icon;
    }

    /// Becomes the shape of another mark.
    public void show(Mark mark) {
        setIconCode(mark.icon());
        getStyleClass().setAll("ikonli-font-icon", "mark-icon", mark.styleClass());
    }
}
