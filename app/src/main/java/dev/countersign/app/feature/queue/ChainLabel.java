// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.feature.queue;

import dev.countersign.app.control.Mark;
import dev.countersign.app.control.MarkIcon;
import dev.countersign.app.text.QueueText;
import dev.countersign.core.run.Outcome;

import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;

import org.jspecify.annotations.Nullable;

/// Whether a chain holds, as shape and word.
final class ChainLabel extends Label {
    private final MarkIcon icon = MarkIcon.empty();
    private final Tooltip meaning = new Tooltip();
    private @Nullable Outcome shown;

    ChainLabel() {
        setGraphic(icon);
        getStyleClass().add("chain-label");
        setMinWidth(USE_PREF_SIZE);
        setTooltip(meaning);
    }

    /// The same again costs nothing: rows tick.
    void show(Outcome integrity) {
        if (integrity == shown) {
            return;
        }
        shown = integrity;
        icon.show(
                switch (integrity) {
                    case VERIFIED -> Mark.VERIFIED;
                    case FAILED -> Mark.FAILED;
                    case NOT_CHECKED -> Mark.OPEN;
                });
        setText(QueueText.chain(integrity));
        meaning.setText(words());
        setAccessibleText(words());
    }

    /// For readers of the screen: what it is that is intact, or is not.
    String words() {
        return "Chain: " + getText();
    }
}
