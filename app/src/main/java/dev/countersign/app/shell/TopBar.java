// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.shell;

import atlantafx.base.theme.Styles;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// The bar on top of every screen.
final class TopBar {
    private TopBar() {}

    static Node of(ShellActions actions, Runnable showKeys) {
        var name = new Label("Countersign", new FontIcon(Feather.LINK));
        name.getStyleClass().add("app-name");
        name.setMinWidth(Region.USE_PREF_SIZE);
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        var bar =
                new HBox(
                        name,
                        gap,
                        button(
                                "bar-open",
                                "Open log…",
                                "Ctrl+O",
                                Feather.FILE_TEXT,
                                actions.openLog()),
                        button(
                                "bar-folder",
                                "Open run directory…",
                                "Ctrl+Shift+O",
                                Feather.FOLDER,
                                actions.openFolder()),
                        icon(
                                "bar-theme",
                                "Light or dark",
                                "Ctrl+L",
                                Feather.SUN,
                                actions.switchTheme()),
                        icon("bar-keys", "Keys", "?", Feather.HELP_CIRCLE, showKeys));
        bar.getStyleClass().add("top-bar");
        return bar;
    }

    private static Button button(String id, String text, String key, Ikon icon, Runnable action) {
        Button button = icon(id, text, key, icon, action);
        button.setText(text);
        button.getStyleClass().remove("icon-button");
        return button;
    }

    private static Button icon(String id, String text, String key, Ikon icon, Runnable action) {
        var button = new Button(null, new FontIcon(icon));
        button.setId(id);
        button.getStyleClass().addAll(Styles.FLAT, "icon-button");
        button.setTooltip(new Tooltip(text + " (" + key + ")"));
        button.setAccessibleText(text + ", " + key);
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(e -> action.run());
        return button;
    }
}
