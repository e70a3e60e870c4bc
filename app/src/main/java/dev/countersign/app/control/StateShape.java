// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.control;

import dev.countersign.core.chain.RecordState;

import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// The shape of a record's state: one for each, in its state's colour. Its word stands beside it.
public final class StateShape extends FontIcon {
    /// A shape that can change.
    public StateShape() {
        show(RecordState.UNREAD);
    }

    /// Becomes the shape of a state.
    public void show(RecordState state) {
        setIconCode(icon(state));
        getStyleClass().setAll("ikonli-font-icon", "state-shape", ChainStripSkin.styleClass(state));
    }

    static Feather icon(RecordState state) {
        return switch (state) {
            case INTACT -> Feather.CHECK;
            case UNREAD -> Feather.MORE_HORIZONTAL;
            case UNANCHORED -> Feather.CORNER_LEFT_DOWN;
            case SUSPECT -> Feather.HELP_CIRCLE;
            case FORK -> Feather.GIT_BRANCH;
            case RESTART -> Feather.SKIP_BACK;
            case DUPLICATED -> Feather.COPY;
            case REORDERED -> Feather.SHUFFLE;
            case INSERTED -> Feather.PLUS_SQUARE;
            case MISSING -> Feather.SCISSORS;
            case REWRITTEN -> Feather.REFRESH_CW;
            case MODIFIED -> Feather.EDIT_2;
            case TORN -> Feather.ZAP;
            case MALFORMED -> Feather.ALERT_TRIANGLE;
        };
    }
}
