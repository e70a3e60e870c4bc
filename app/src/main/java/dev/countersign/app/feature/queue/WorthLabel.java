// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.feature.queue;

import dev.countersign.app.control.SeverityMark;
import dev.countersign.core.queue.Severity;

import javafx.scene.control.Label;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

import java.util.List;

/// What a row is worth; nothing where nothing is wrong.
final class WorthLabel extends Label {
    WorthLabel() {
        setMinWidth(USE_PREF_SIZE);
    }

    void show(@Nullable Severity severity) {
        String text = severity == null ? "" : severity.word();
        if (!text.equals(getText())) {
            setText(text);
            setGraphic(
                    severity == null ? null : new FontIcon(SeverityMark.shape(severity.level())));
            getStyleClass()
                    .setAll(
                            severity == null
                                    ? List.of("label")
                                    : List.of("label", "severity", "severity-" + severity.level()));
        }
    }

    boolean says() {
        return !getText().isEmpty();
    }
}
