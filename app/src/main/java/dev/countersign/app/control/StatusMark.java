// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.control;

import dev.countersign.app.text.StatusText;
import dev.countersign.core.run.Outcome;
import dev.countersign.core.run.RunStatus;

import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// Where a run stands as word, shape and colour. Each status has a shape of its own.
public final class StatusMark extends Label {
    private final FontIcon icon = new FontIcon();
    private final Tooltip meaning = new Tooltip();
    private @Nullable RunStatus shown;
    private @Nullable Outcome held;

    /// A mark that shows nothing yet, for cells.
    public StatusMark() {
        getStyleClass().addAll("verdict-mark", "inline", "status-mark");
        setMinSize(USE_PREF_SIZE, USE_PREF_SIZE);
        setGraphic(icon);
        setTooltip(meaning);
    }

    /// A mark of one status.
    ///
    /// @param integrity whether the chain holds of which it is read: what is good in a log that
    ///   says anything is not good
    public static StatusMark of(RunStatus status, Outcome integrity) {
        var mark = new StatusMark();
        mark.show(status, integrity);
        return mark;
    }

    /// Becomes the mark of another status. The same again costs nothing: rows tick.
    public void show(RunStatus status, Outcome integrity) {
        if (status == shown && integrity == held) {
            return;
        }
        shown = status;
        held = integrity;
        String tone = tone(status, integrity).styleClass();
        getStyleClass().setAll("label", "verdict-mark", "inline", "status-mark", tone);
        icon.getStyleClass().setAll("ikonli-font-icon", "mark-icon", tone);
        icon.setIconCode(shape(status));
        setText(StatusText.word(status));
        meaning.setText(StatusText.meaning(status, integrity));
        setAccessibleText(StatusText.word(status) + ". " + StatusText.meaning(status, integrity));
    }

    private static Mark tone(RunStatus status, Outcome integrity) {
        Mark tone = tone(status);
        return tone == Mark.VERIFIED && integrity != Outcome.VERIFIED ? Mark.OPEN : tone;
    }

    /// The mark whose colour a status has.
    public static Mark tone(RunStatus status) {
        return switch (status) {
            case UNKNOWN -> Mark.OPEN;
            case RUNNING, APPROVED_PENDING_RESUME -> Mark.NOTE;
            case AWAITING_APPROVAL -> Mark.MALFORMED;
            case BLOCKED, REJECTED, FAILED -> Mark.FAILED;
            case COMPLETED -> Mark.VERIFIED;
        };
    }

    private static Ikon shape(RunStatus status) {
        return switch (status) {
            case UNKNOWN -> Feather.HELP_CIRCLE;
            case RUNNING -> Feather.PLAY_CIRCLE;
            case BLOCKED -> Feather.SLASH;
            case AWAITING_APPROVAL -> Feather.EDIT_3;
            case APPROVED_PENDING_RESUME -> Feather.FAST_FORWARD;
            case REJECTED -> Feather.THUMBS_DOWN;
            case FAILED -> Feather.ZAP;
            case COMPLETED -> Feather.CHECK_SQUARE;
        };
    }
}
