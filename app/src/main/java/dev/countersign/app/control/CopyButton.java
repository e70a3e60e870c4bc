// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.control;

import javafx.animation.PauseTransition;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import javafx.util.Duration;

import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

import java.util.function.Consumer;

/// Copies a text and shows for a moment that it did.
public final class CopyButton extends Button {
    private final FontIcon icon = new FontIcon(Feather.COPY);
    private final PauseTransition back = new PauseTransition(Duration.seconds(1.5));

    /// @param name what is copied, for readers of the screen
    /// @param text all of it
    /// @param copy where a copy goes
    public CopyButton(String name, String text, Consumer<String> copy) {
        getStyleClass().addAll("flat", "icon-button");
        setGraphic(icon);
        setAccessibleText("Copy " + name);
        setTooltip(new Tooltip("Copy all " + text.length() + " characters"));
        setMinWidth(USE_PREF_SIZE);
        setOnAction(e -> {
            copy.accept(text);
            icon.setIconCode(Feather.CHECK);
            back.playFromStart();
        });
        back.setOnFinished(e -> icon.setIconCode(Feather.COPY));
    }
}
