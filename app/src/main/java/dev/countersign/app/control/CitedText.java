// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.control;

import dev.countersign.app.text.Foreign;

import javafx.geometry.Orientation;
import javafx.scene.layout.Region;
import javafx.scene.shape.Path;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import javafx.scene.text.TextLineInfo;

/// Foreign text with one span lit: a ground behind it and a line under it, so that it is seen
/// without colour.
final class CitedText extends Region {
    private final TextFlow flow = new TextFlow();
    private final Path ground = new Path();
    private final Path line = new Path();
    private final String shown;
    private final int from;
    private final int to;

    /// @param text what is shown
    /// @param from first lit character
    /// @param to the one after the last; equal to from if nothing is lit
    /// @param light style class of the light
    CitedText(String text, int from, int to, String light) {
        this.from = from;
        this.to = to;
        shown = Foreign.visible(text);
        add(shown.substring(0, from), "raw");
        add(shown.substring(from, to), light);
        add(shown.substring(to), "raw");
        flow.getStyleClass().add("raw-flow");
        ground.getStyleClass().addAll("light", light);
        ground.setManaged(false);
        line.getStyleClass().add("light-line");
        line.setManaged(false);
        getChildren().addAll(ground, flow, line);
    }

    private void add(String text, String style) {
        if (!text.isEmpty()) {
            var node = new Text(text);
            node.getStyleClass().add(style);
            flow.getChildren().add(node);
        }
    }

    /// Where the light starts, from the top of this text.
    double lightTop() {
        return ground.getElements().isEmpty() ? 0 : ground.getBoundsInParent().getMinY();
    }

    @Override
    protected double computePrefHeight(double width) {
        return flow.prefHeight(width);
    }

    @Override
    protected double computePrefWidth(double height) {
        return flow.prefWidth(height);
    }

    @Override
    protected double computeMinWidth(double height) {
        return 0;
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected void layoutChildren() {
        flow.resizeRelocate(0, 0, getWidth(), getHeight());
        flow.layout();
        if (to > from) {
            ground.getElements().clear();
            line.getElements().clear();
            flow.getLayoutInfo().getTextLines(false).forEach(this::light);
        }
    }

    /// Of one line of the text, without the blank at which it ends.
    private void light(TextLineInfo one) {
        int first = Math.max(from, one.start());
        int last = Math.min(to, one.end());
        while (last > first && Character.isWhitespace(shown.charAt(last - 1))) {
            last--;
        }
        if (last > first) {
            ground.getElements().addAll(flow.getRangeShape(first, last, false));
            line.getElements().addAll(flow.getUnderlineShape(first, last));
        }
    }
}
