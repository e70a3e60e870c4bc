// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.control;

import dev.countersign.app.text.Quotes;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import java.util.function.Consumer;

/// Two digests under each other, sixteen bytes a row or eight where there is no room; each row says
/// which bytes of which digest it holds. Differing bytes are marked by ground, weight and colour,
/// unless nearly all of them differ: then the marks would say nothing.
public final class BytesDiff extends VBox {
    private static final int WIDE = 16;
    private static final int NARROW = 8;
    private static final int GROUP = 4;

    private final Side left;
    private final Side right;
    private final ByteDiff diff;
    private final Consumer<String> copy;
    private double wanted;

    private final String unlike;

    /// One of the two.
    ///
    /// @param name what it is
    /// @param text the digest, or what stands in its place
    public record Side(String name, String text) {}

    /// @param left the first
    /// @param right the second
    /// @param unlike what to say if the two have nothing in common
    /// @param copy where a copy goes
    public BytesDiff(Side left, Side right, String unlike, Consumer<String> copy) {
        this.left = left;
        this.right = right;
        this.unlike = unlike;
        this.copy = copy;
        getStyleClass().add("bytes-diff");
        if (!ByteDiff.comparable(left.text(), right.text())) {
            diff = new ByteDiff(java.util.List.of(), 0);
            getChildren().setAll(plain(left), plain(right));
            return;
        }
        diff = ByteDiff.of(left.text(), right.text());
        setAccessibleText(
                left.name()
                        + " "
                        + left.text()
                        + ", "
                        + right.name()
                        + " "
                        + right.text()
                        + ". "
                        + summary());
        fill(WIDE);
        widthProperty().subscribe(width -> fit(width.doubleValue()));
    }

    /// Tries sixteen a row first; what they want is known once style sheets were applied.
    private void fit(double width) {
        if (width <= 0) {
            return;
        }
        if (wanted == 0) {
            wanted = getChildren().getFirst().prefWidth(-1);
        }
        fill(width < wanted ? NARROW : WIDE);
    }

    private void fill(int perRow) {
        int size = diff.pairs().size();
        getChildren().clear();
        for (int from = 0; from < size; from += perRow) {
            getChildren().add(block(from, Math.min(size, from + perRow)));
        }
        var sum = new Label(summary());
        sum.getStyleClass().add("muted");
        sum.setWrapText(true);
        getChildren().add(sum);
    }

    private String summary() {
        int size = diff.pairs().size();
        if (diff.differing() == 0) {
            return "All " + size + " bytes agree.";
        }
        return diff.unlike() ? unlike : diff.differing() + " of " + size + " bytes differ.";
    }

    private GridPane block(int from, int to) {
        GridPane grid = grid();
        String bytes = " " + from + "–" + (to - 1);
        grid.addRow(0, name(left.name() + bytes));
        grid.addRow(1, name(right.name() + bytes));
        int column = 1;
        for (int i = from; i < to; i++) {
            ByteDiff.Pair pair = diff.pairs().get(i);
            if (i > from && i % GROUP == 0) {
                grid.add(gap(), column++, 0);
            }
            grid.add(cell(pair.left(), pair.same() || diff.unlike()), column, 0);
            grid.add(cell(pair.right(), pair.same() || diff.unlike()), column++, 1);
        }
        if (from == 0) {
            grid.add(new CopyButton(left.name(), left.text(), copy), column, 0);
            grid.add(new CopyButton(right.name(), right.text(), copy), column, 1);
        }
        return grid;
    }

    private static GridPane grid() {
        var grid = new GridPane();
        grid.getStyleClass().add("bytes-block");
        grid.setMinWidth(0);
        return grid;
    }

    private static Node gap() {
        var gap = new Region();
        gap.getStyleClass().add("bytes-gap");
        return gap;
    }

    private static Label cell(String hex, boolean same) {
        var label = new Label(hex);
        label.getStyleClass().addAll("mono", "byte");
        if (!same) {
            label.getStyleClass().add("differs");
        }
        label.setMinWidth(USE_PREF_SIZE);
        return label;
    }

    private static Label name(String text) {
        var label = new Label(text);
        label.getStyleClass().addAll("muted", "bytes-name");
        return label;
    }

    private static GridPane plain(Side side) {
        GridPane grid = grid();
        var value = new Label(Quotes.whole(side.text()));
        value.getStyleClass().add("mono");
        value.setWrapText(true);
        grid.addRow(0, name(side.name()), value);
        return grid;
    }
}
