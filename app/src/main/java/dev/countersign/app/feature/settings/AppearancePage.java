// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.feature.settings;

import dev.countersign.app.control.Boxes;

import javafx.scene.Node;
import javafx.scene.control.ToggleButton;

import org.controlsfx.control.SegmentedButton;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// How the window looks.
final class AppearancePage {
    private AppearancePage() {}

    static List<Node> of(Appearance appearance, SettingsViewModel model) {
        List<ToggleButton> schemes = new ArrayList<>();
        for (Appearance.Scheme scheme : Appearance.Scheme.values()) {
            ToggleButton button =
                    choice(
                            "Light or dark",
                            scheme.word(),
                            scheme == appearance.scheme(),
                            () -> model.choose(scheme));
            button.setId("scheme-" + scheme.name().toLowerCase(Locale.ROOT));
            schemes.add(button);
        }
        List<ToggleButton> sizes = new ArrayList<>();
        for (double size : Appearance.SIZES) {
            String word = (size == Math.rint(size) ? Long.toString((long) size) : size) + " %";
            ToggleButton button =
                    choice(
                            "Text size",
                            word,
                            size == appearance.percent(),
                            () -> model.resize(size));
            button.setId("size-" + Math.round(Math.floor(size)));
            sizes.add(button);
        }
        return List.of(
                Cards.card(
                        "Light or dark",
                        segments(schemes),
                        Boxes.prose("Ctrl+L switches between the two.", "muted")),
                Cards.card(
                        "Size of the text",
                        segments(sizes),
                        Boxes.prose(
                                "Ctrl and + or − do the same anywhere, Ctrl+0 goes back to 100 %.",
                                "muted")));
    }

    static SegmentedButton segments(List<ToggleButton> buttons) {
        var segments = new SegmentedButton(buttons.toArray(ToggleButton[]::new));
        segments.setMaxWidth(Double.NEGATIVE_INFINITY);
        return segments;
    }

    /// One of several that exclude each other; pressing the chosen one changes nothing.
    static ToggleButton choice(String of, String word, boolean chosen, Runnable choose) {
        var button = new ToggleButton(word);
        button.setSelected(chosen);
        button.setMinWidth(ToggleButton.USE_PREF_SIZE);
        button.setAccessibleText(of + ": " + word);
        button.setOnAction(e -> {
            button.setSelected(true);
            choose.run();
        });
        return button;
    }
}
