// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.feature.integrity;

import atlantafx.base.theme.Styles;

import dev.countersign.app.control.Boxes;
import dev.countersign.app.control.Mark;
import dev.countersign.app.control.VerdictMark;
import dev.countersign.app.text.VerdictText;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import org.kordamp.ikonli.feather.Feather;

/// Above a log whose verification was stopped: how far it came, and that there is no verdict.
final class StoppedHeader {
    private StoppedHeader() {}

    static Node of(IntegrityState.Stopped state, Runnable again) {
        Label headline = Boxes.prose(VerdictText.stopped(state.how()), "headline");
        headline.setId("headline");
        Label path = Boxes.label(state.path().toString(), "path", "mono");
        path.setTextOverrun(OverrunStyle.LEADING_ELLIPSIS);
        Label detail = Boxes.prose(VerdictText.stoppedDetail(state.how()), "muted");
        detail.setId("detail");
        VBox words = Boxes.column("headline-words", headline, path, detail);
        HBox.setHgrow(words, Priority.ALWAYS);
        Button button = Boxes.button("Verify again", "F5", Feather.REFRESH_CW, again);
        button.setId("again");
        button.getStyleClass().add(Styles.ACCENT);
        HBox header =
                Boxes.row("headline-row", VerdictMark.tile(Mark.STOPPED, "Stopped"), words, button);
        header.setId("stopped");
        return header;
    }
}
