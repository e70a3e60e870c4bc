// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.control;

import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Control;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

import java.util.ArrayList;
import java.util.List;

/// Keeps the focus in a part of the scene: Tab goes round in it, and what it comes to is in sight.
public final class FocusRing {
    private final Parent ring;

    public FocusRing(Parent ring) {
        this.ring = ring;
        ring.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
    }

    private void pressed(KeyEvent e) {
        if (e.getCode() == KeyCode.TAB && !e.isControlDown() && !e.isAltDown()) {
            step(e.isShiftDown() ? -1 : 1);
            e.consume();
        }
    }

    private void step(int by) {
        List<Node> stops = stops(ring);
        if (stops.isEmpty()) {
            return;
        }
        Node now = ring.getScene().getFocusOwner();
        int at = stops.indexOf(now);
        int next = at < 0 ? 0 : Math.floorMod(at + by, stops.size());
        focus(stops.get(next));
    }

    /// Gives a node the focus, in sight.
    public static void focus(Node node) {
        node.requestFocus();
        for (Parent at = node.getParent(); at != null; at = at.getParent()) {
            if (at instanceof ScrollPane scroll) {
                reveal(scroll, node);
            }
        }
    }

    private static void reveal(ScrollPane scroll, Node node) {
        Node content = scroll.getContent();
        Bounds all = content.getLayoutBounds();
        Bounds it = content.sceneToLocal(node.localToScene(node.getLayoutBounds()));
        double room = scroll.getViewportBounds().getHeight();
        double spare = all.getHeight() - room;
        if (spare <= 0 || it == null) {
            return;
        }
        double top = scroll.getVvalue() * spare;
        double gap = it.getHeight();
        if (it.getMinY() < top) {
            scroll.setVvalue(Math.max(0, it.getMinY() - gap) / spare);
        } else if (it.getMaxY() > top + room) {
            scroll.setVvalue(Math.min(spare, it.getMaxY() + gap - room) / spare);
        }
    }

    private static List<Node> stops(Parent parent) {
        List<Node> stops = new ArrayList<>();
        for (Node child : parent.getChildrenUnmodifiable()) {
            if (!child.isVisible() || child.isDisabled()) {
                continue;
            }
            if (child.isFocusTraversable()) {
                stops.add(child);
            }
            boolean whole = child instanceof Control && !(child instanceof ScrollPane);
            if (child instanceof Parent inner && !whole) {
                stops.addAll(stops(inner));
            }
        }
        return stops;
    }
}
