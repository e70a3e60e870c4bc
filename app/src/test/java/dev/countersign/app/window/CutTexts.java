// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.window;

import dev.countersign.app.control.ElidedId;

import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Control;
import javafx.scene.control.Labeled;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.ScrollPane;
import javafx.scene.text.Text;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/// What a window says with dots in place of a part of it, or beyond its own edge. An id or a path
/// may lose its middle or its start where a tooltip has the whole.
final class CutTexts {
    private static final Set<OverrunStyle> NOT_THE_END =
            EnumSet.of(OverrunStyle.CENTER_ELLIPSIS, OverrunStyle.LEADING_ELLIPSIS);

    /// The beginning of what a record says, beside its event: the whole stands in the pane of the
    /// record.
    private static final String PREVIEW = "row-detail";

    private CutTexts() {}

    /// On the screen's thread, laid out.
    static List<String> of(Scene scene) {
        List<String> cut = new ArrayList<>();
        collect(scene.getRoot(), scene.getWidth(), cut);
        return cut;
    }

    private static void collect(Node node, double width, List<String> cut) {
        if (!node.isVisible()) {
            return;
        }
        if (node instanceof Labeled labeled && !said(labeled, width)) {
            cut.add(labeled.getText());
        }
        double inner = node instanceof ScrollPane pane ? seen(pane, width) : width;
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> collect(child, inner, cut));
        }
    }

    /// How far to the right one can come to see it.
    private static double seen(ScrollPane pane, double width) {
        return pane.getHbarPolicy() == ScrollPane.ScrollBarPolicy.NEVER
                ? Math.min(width, pane.localToScene(pane.getLayoutBounds()).getMaxX())
                : Double.MAX_VALUE;
    }

    private static boolean said(Labeled labeled, double width) {
        Text text = text(labeled);
        if (text == null || text.getText().isEmpty() && !labeled.isTextTruncated()) {
            return true;
        }
        if (text.localToScene(text.getLayoutBounds()).getMaxX() > width) {
            return false;
        }
        // the property alone would also name what is whole on several lines
        return !labeled.isTextTruncated()
                || text.getText().equals(labeled.getText())
                || labeled.getStyleClass().contains(PREVIEW)
                || losesNoEnd(labeled) && whole(labeled);
    }

    private static boolean losesNoEnd(Labeled labeled) {
        return NOT_THE_END.contains(labeled.getTextOverrun())
                || labeled.getParent() instanceof ElidedId; // its end is a label of its own
    }

    private static Text text(Labeled labeled) {
        for (Node child : labeled.getChildrenUnmodifiable()) {
            if (child instanceof Text text) {
                return text;
            }
        }
        return null;
    }

    /// Whether it, or the cell that it stands in, says all of it where one points.
    private static boolean whole(Labeled labeled) {
        for (Node at = labeled; at != null; at = at.getParent()) {
            if (at instanceof Control control && control.getTooltip() != null) {
                return control.getTooltip().getText().contains(labeled.getText());
            }
        }
        return false;
    }
}
