// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.control;

import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.TableCell;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/// Cells with one line over another; what does not fit is said where one points.
public final class TwoLines {
    private TwoLines() {}

    /// How the lines are set.
    public enum Face {
        /// As all text.
        PLAIN,
        /// The first is an id, monospaced, which differs from others at its end.
        ID_ABOVE,
        /// The first monospaced.
        MONO_ABOVE,
        /// The second monospaced.
        MONO_BELOW,
        /// Both monospaced.
        MONO
    }

    /// Text over text.
    public static <T> TableCell<T, T> cell(
            Function<T, String> first, Function<T, String> second, Face face) {
        return plain(first, second, face);
    }

    private static <T> Cell<T> plain(
            Function<T, String> first, Function<T, String> second, Face face) {
        var cell = new Cell<T>(first, second, null);
        if (face == Face.MONO || face == Face.MONO_ABOVE || face == Face.ID_ABOVE) {
            cell.first.getStyleClass().add("mono");
        }
        if (face == Face.MONO || face == Face.MONO_BELOW) {
            cell.second.getStyleClass().add("mono");
        }
        if (face == Face.ID_ABOVE) {
            cell.first.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
            cell.second.setTextOverrun(OverrunStyle.ELLIPSIS);
        }
        return cell;
    }

    /// The same; whoever points at it reads more.
    public static <T> TableCell<T, T> cell(
            Function<T, String> first,
            Function<T, String> second,
            Face face,
            Function<T, String> more) {
        Cell<T> cell = plain(first, second, face);
        cell.moreOf = more;
        return cell;
    }

    /// A mark and its word over text.
    public static <T> TableCell<T, T> marked(
            Function<T, Mark> mark, Function<T, String> word, Function<T, String> second) {
        return new Cell<>(word, second, mark);
    }

    /// Text over text, both monospaced; a second line that has a mark is set as its word.
    public static <T> TableCell<T, T> cell(
            Function<T, String> first,
            Function<T, String> second,
            Function<T, @Nullable Mark> below) {
        var cell = new Cell<T>(first, second, null);
        cell.first.getStyleClass().add("mono");
        cell.belowOf = below;
        return cell;
    }

    private static final class Cell<T> extends TableCell<T, T> {
        private final Function<T, String> firstOf;
        private final Function<T, String> secondOf;
        private final @Nullable Function<T, Mark> markOf;
        private final Label first = Boxes.label("", "cell-first");
        private final Label second = Boxes.label("", "cell-second", "muted");
        private final MarkIcon icon = MarkIcon.empty();
        private @Nullable Function<T, @Nullable Mark> belowOf;
        private @Nullable Function<T, String> moreOf;
        private final Tooltip whole = new Tooltip();
        private final VBox lines = Boxes.column("cell-lines", first, second);

        Cell(
                Function<T, String> firstOf,
                Function<T, String> secondOf,
                @Nullable Function<T, Mark> markOf) {
            this.firstOf = firstOf;
            this.secondOf = secondOf;
            this.markOf = markOf;
            second.setTextOverrun(
                    OverrunStyle.CENTER_ELLIPSIS); // ids and paths differ at their ends
            setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        }

        @Override
        protected void updateItem(@Nullable T row, boolean empty) {
            super.updateItem(row, empty);
            if (empty || row == null) {
                setText(null);
                setGraphic(null);
                setTooltip(null);
                return;
            }
            first.setText(firstOf.apply(row));
            second.setText(secondOf.apply(row));
            if (markOf != null) {
                Mark mark = markOf.apply(row);
                icon.show(mark);
                first.setGraphic(icon);
                first.getStyleClass()
                        .setAll("label", "cell-first", "verdict-mark", mark.styleClass());
            }
            if (belowOf != null) {
                below(belowOf.apply(row));
            }
            whole.setText(
                    moreOf == null
                            ? (first.getText() + "\n" + second.getText()).strip()
                            : moreOf.apply(row));
            String more = second.getText().isEmpty() ? "" : ", " + second.getText();
            setText(first.getText() + more); // for readers of the screen
            setTooltip(whole);
            setGraphic(lines);
        }

        private void below(@Nullable Mark mark) {
            List<String> styles = new ArrayList<>(List.of("label", "cell-second"));
            if (mark == null) {
                second.setGraphic(null);
                styles.addAll(List.of("muted", "mono"));
            } else {
                icon.show(mark);
                second.setGraphic(icon);
                styles.addAll(List.of("verdict-mark", mark.styleClass()));
            }
            second.getStyleClass().setAll(styles);
        }
    }
}
