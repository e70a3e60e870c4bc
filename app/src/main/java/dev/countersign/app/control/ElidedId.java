// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.control;

import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/// An id in a column: where it does not fit, its beginning gives way, because ids differ at their
/// ends.
public final class ElidedId extends HBox {
    /// A longer end than this gives way, too.
    private static final int LONGEST = 16;

    private final Label head = Boxes.label("", "mono");
    private final Label tail = Boxes.label("", "mono");

    /// Shows nothing yet.
    public ElidedId() {
        getStyleClass().add("elided-id");
        head.setEllipsisString("…");
        head.setMinWidth(Region.USE_COMPUTED_SIZE);
        tail.setMinWidth(Region.USE_PREF_SIZE);
        getChildren().setAll(head, tail);
        setMinWidth(0);
    }

    /// Shows an id.
    public void show(String id) {
        int end = end(id);
        head.setText(id.substring(0, end));
        tail.setText(id.substring(end));
    }

    /// Where the part begins that is always in sight: after the last hyphen, if that is near
    /// enough.
    public static int end(String id) {
        int hyphen = id.lastIndexOf('-');
        if (hyphen > 0 && id.length() - hyphen <= LONGEST) {
            return hyphen + 1;
        }
        return Math.max(0, id.length() - LONGEST / 2);
    }
}
