// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.shell;

import javafx.css.PseudoClass;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;

/// The places, on the left: each with shape, word and key.
final class Rail {
    private static final PseudoClass HERE = PseudoClass.getPseudoClass("here");

    private static final PseudoClass SMALL = PseudoClass.getPseudoClass("compact");

    /// Window widths below so many ems are small.
    private static final double COMPACT = 90;

    /// The size of the name, as in the style sheet.
    private static final double NAME_EMS = 1.15;

    private final VBox root = new VBox();
    private final Label name = new Label("Countersign", new FontIcon(Feather.LINK));
    private final Map<Place, Button> entries = new LinkedHashMap<>();

    Rail(List<Place> places, Consumer<Route> go, ShellActions actions, Runnable showKeys) {
        root.getStyleClass().add("rail");
        root.setId("rail");
        name.getStyleClass().add("app-name");
        name.setMinWidth(Region.USE_PREF_SIZE);
        name.setMaxWidth(Double.MAX_VALUE);
        root.getChildren().add(name);
        for (Place place : places) {
            String key = "Ctrl+" + (entries.size() + 1);
            Button entry = entry(place.word(), key, place.icon(), () -> go.accept(place.route()));
            entry.setId("rail-" + place.word().toLowerCase(Locale.ROOT));
            entries.put(place, entry);
        }
        root.getChildren().addAll(entries.values());
        var gap = new Region();
        VBox.setVgrow(gap, Priority.ALWAYS);
        Button theme = entry("Theme", "Ctrl+L", Feather.SUN, actions.switchTheme());
        theme.setId("bar-theme");
        Button keys = entry("Keys", "?", Feather.HELP_CIRCLE, showKeys);
        keys.setId("bar-keys");
        root.getChildren().addAll(gap, theme, keys);
    }

    Region root() {
        return root;
    }

    /// Shape above word, and no keys, where the window is small for its text.
    void follow(Scene scene) {
        Runnable fit =
                () -> compact(scene.getWidth() < COMPACT * name.getFont().getSize() / NAME_EMS);
        scene.widthProperty().subscribe(fit);
        name.fontProperty().subscribe(fit);
    }

    private void compact(boolean compact) {
        root.pseudoClassStateChanged(SMALL, compact);
        name.setContentDisplay(compact ? ContentDisplay.GRAPHIC_ONLY : ContentDisplay.LEFT);
        for (Node child : root.getChildren()) {
            if (child instanceof Button entry && entry.getGraphic() instanceof HBox row) {
                var word = (Label) row.getChildren().getFirst();
                word.setContentDisplay(compact ? ContentDisplay.TOP : ContentDisplay.LEFT);
                row.getChildren().stream()
                        .skip(1)
                        .forEach(n -> {
                            n.setManaged(!compact);
                            n.setVisible(!compact);
                        });
            }
        }
    }

    /// Marks where one is.
    void show(Route route) {
        entries.forEach((place, entry) -> {
            boolean here = place.holds(route);
            entry.pseudoClassStateChanged(HERE, here);
            entry.setAccessibleRoleDescription(here ? "this place" : "place");
        });
    }

    private static Button entry(String word, String key, Ikon icon, Runnable action) {
        var text = new Label(word, new FontIcon(icon));
        text.setMinWidth(Region.USE_PREF_SIZE);
        var keys = new Label(key);
        keys.getStyleClass().add("rail-key");
        keys.setMinWidth(Region.USE_PREF_SIZE);
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        Node row = new HBox(text, gap, keys);
        row.getStyleClass().add("rail-row");
        var button = new Button(null, row);
        button.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        button.getStyleClass().setAll("rail-entry");
        button.setAccessibleRole(AccessibleRole.BUTTON);
        button.setAccessibleText(word + ", " + key);
        button.setTooltip(new Tooltip(word + " (" + key + ")"));
        button.setMaxWidth(Double.MAX_VALUE);
        button.setOnAction(e -> action.run());
        return button;
    }
}
