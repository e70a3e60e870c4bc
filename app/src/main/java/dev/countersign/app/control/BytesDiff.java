// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.control;

import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;

/// Two digests under each other, sixteen bytes a row, differing bytes marked by weight, underline
/// and colour.
public final class BytesDiff extends VBox {
    private static final int PER_ROW = 16;

    /// @param leftName what the first is
    /// @param left the first
    /// @param rightName what the second is
    /// @param right the second
    public BytesDiff(String leftName, String left, String rightName, String right) {
        getStyleClass().add("bytes-diff");
        if (!ByteDiff.comparable(left, right)) {
            getChildren().setAll(row(leftName, left), row(rightName, right));
            return;
        }
        ByteDiff diff = ByteDiff.of(left, right);
        int size = diff.pairs().size();
        for (int from = 0; from < size; from += PER_ROW) {
            getChildren()
                    .add(block(leftName, rightName, diff, from, Math.min(size, from + PER_ROW)));
        }
        var sum = new Label(summary(diff.differing(), size));
        sum.getStyleClass().add("muted");
        getChildren().add(sum);
        setAccessibleText(
                leftName + " " + left + ", " + rightName + " " + right + ". " + sum.getText());
    }

    private static String summary(int differing, int size) {
        if (differing == 0) {
            return "All " + size + " bytes agree.";
        }
        return differing == size
                ? "All " + size + " bytes differ."
                : differing + " of " + size + " bytes differ (underlined).";
    }

    private static GridPane block(
            String leftName, String rightName, ByteDiff diff, int from, int to) {
        var grid = new GridPane();
        grid.getStyleClass().add("bytes-block");
        grid.addRow(0, name(from == 0 ? leftName : ""));
        grid.addRow(1, name(from == 0 ? rightName : ""));
        for (int i = from; i < to; i++) {
            ByteDiff.Pair pair = diff.pairs().get(i);
            grid.add(cell(pair.left(), pair.same(), i), i - from + 1, 0);
            grid.add(cell(pair.right(), pair.same(), i), i - from + 1, 1);
        }
        return grid;
    }

    private static Label cell(String hex, boolean same, int index) {
        var label = new Label(hex);
        label.getStyleClass().addAll("mono", "byte");
        if (!same) {
            label.getStyleClass().add("differs");
        }
        if (index % 4 == 0 && index % PER_ROW != 0) {
            label.getStyleClass().add("group-start");
        }
        label.setMinWidth(USE_PREF_SIZE);
        return label;
    }

    private static Label name(String text) {
        var label = new Label(text);
        label.getStyleClass().addAll("muted", "bytes-name");
        label.setMinWidth(USE_PREF_SIZE);
        return label;
    }

    private static GridPane row(String name, String text) {
        var grid = new GridPane();
        grid.getStyleClass().add("bytes-block");
        var value = new Label(text);
        value.getStyleClass().add("mono");
        value.setWrapText(true);
        grid.addRow(0, name(name), value);
        return grid;
    }
}
