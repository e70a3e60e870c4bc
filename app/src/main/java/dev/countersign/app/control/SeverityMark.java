// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.control;

import dev.countersign.app.text.SeverityText;

import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;

import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// A severity as word, shape and colour; each has a shape of its own.
public final class SeverityMark extends Label {
    private final FontIcon icon = new FontIcon();
    private final Tooltip meaning = new Tooltip();

    /// A mark that shows nothing yet, for cells.
    public SeverityMark() {
        setMinSize(USE_PREF_SIZE, USE_PREF_SIZE);
        setGraphic(icon);
        setTooltip(meaning);
    }

    /// A mark of one severity, 1 to 4.
    public static SeverityMark of(int severity) {
        var mark = new SeverityMark();
        mark.show(severity);
        return mark;
    }

    /// Becomes the mark of another severity.
    public void show(int severity) {
        String tone = tone(severity).styleClass();
        getStyleClass().setAll("label", "verdict-mark", "inline", "severity-mark", tone);
        icon.getStyleClass().setAll("ikonli-font-icon", "mark-icon", tone);
        icon.setIconCode(shape(severity));
        setText(SeverityText.word(severity));
        meaning.setText(SeverityText.meaning(severity));
        setAccessibleText(getText() + ". " + meaning.getText());
    }

    /// The shape of a severity, 1 to 4.
    public static Ikon shape(int severity) {
        return switch (severity) {
            case 1 -> Feather.X_OCTAGON;
            case 2 -> Feather.ALERT_TRIANGLE;
            case 3 -> Feather.ALERT_CIRCLE;
            default -> Feather.INFO;
        };
    }

    private static Mark tone(int severity) {
        return switch (severity) {
            case 1 -> Mark.FAILED;
            case 2 -> Mark.MALFORMED;
            case 3 -> Mark.NOTE;
            default -> Mark.OPEN;
        };
    }
}
