// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.control;

import javafx.animation.PauseTransition;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.util.Duration;

import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

import java.util.function.Consumer;

/// A digest in monospace, its middle left out, with a button that copies all of it.
public final class DigestLabel extends HBox {
    private static final int START = 12;
    private static final int END = 8;

    private final FontIcon icon = new FontIcon(Feather.COPY);
    private final PauseTransition back = new PauseTransition(Duration.seconds(1.5));

    /// @param name what it is the digest of, for readers of the screen
    /// @param digest all of it
    /// @param copy where a copy goes
    public DigestLabel(String name, String digest, Consumer<String> copy) {
        getStyleClass().add("digest-label");
        setAlignment(Pos.CENTER_LEFT);
        var text = new Label(shortened(digest));
        text.getStyleClass().add("mono");
        text.setMinWidth(USE_PREF_SIZE);
        text.setTooltip(new Tooltip(digest));
        text.setAccessibleText(name + " " + digest);
        var button = new Button(null, icon);
        button.getStyleClass().addAll("flat", "icon-button");
        button.setAccessibleText("Copy " + name);
        button.setTooltip(new Tooltip("Copy all " + digest.length() + " digits"));
        button.setOnAction(e -> {
            copy.accept(digest);
            icon.setIconCode(Feather.CHECK);
            back.playFromStart();
        });
        back.setOnFinished(e -> icon.setIconCode(Feather.COPY));
        getChildren().addAll(text, button);
    }

    private static String shortened(String digest) {
        return digest.length() <= START + END + 1
                ? digest
                : digest.substring(0, START) + "…" + digest.substring(digest.length() - END);
    }
}
