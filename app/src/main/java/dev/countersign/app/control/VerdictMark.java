// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.control;

import javafx.scene.control.Label;

/// A state as word, shape and colour. The word is there for readers of the screen even where only
/// the shape is drawn.
public final class VerdictMark extends Label {
    private VerdictMark(Mark mark, String word, String size) {
        getStyleClass().addAll("verdict-mark", size, mark.styleClass());
        setGraphic(MarkIcon.of(mark));
        setMinSize(USE_PREF_SIZE, USE_PREF_SIZE);
        setAccessibleText(word);
    }

    /// Shape on a tile, beside a headline that says the word.
    public static VerdictMark tile(Mark mark, String word) {
        return new VerdictMark(mark, word, "tile");
    }

    /// Shape alone, beside a sentence.
    public static VerdictMark shape(Mark mark, String word) {
        return new VerdictMark(mark, word, "shape");
    }

    /// Shape and word on one line.
    public static VerdictMark inline(Mark mark, String word) {
        var result = new VerdictMark(mark, word, "inline");
        result.setText(word);
        return result;
    }
}
