// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app;

import dev.countersign.app.feature.settings.Appearance;
import dev.countersign.app.feature.settings.AppearanceDesk;
import dev.countersign.app.theme.Themes;

import javafx.application.ColorScheme;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// The appearance of the settings screen is that of the window.
final class ThemeLooks implements AppearanceDesk {
    private static final double PERCENT = 100;

    private final Themes themes;
    private final ReadOnlyObjectWrapper<Appearance> appearance = new ReadOnlyObjectWrapper<>();

    ThemeLooks(Themes themes) {
        this.themes = themes;
        appearance.set(now());
        themes.chosenProperty().subscribe(() -> appearance.set(now()));
        themes.scaleProperty().subscribe(() -> appearance.set(now()));
    }

    private Appearance now() {
        ColorScheme chosen = themes.chosenProperty().get();
        Appearance.Scheme scheme =
                chosen == null
                        ? Appearance.Scheme.SYSTEM
                        : switch (chosen) {
                            case LIGHT -> Appearance.Scheme.LIGHT;
                            case DARK -> Appearance.Scheme.DARK;
                        };
        return new Appearance(scheme, PERCENT * Themes.scales().get(themes.scaleProperty().get()));
    }

    @Override
    public ReadOnlyObjectProperty<Appearance> appearanceProperty() {
        return appearance.getReadOnlyProperty();
    }

    @Override
    public void choose(Appearance.Scheme scheme) {
        themes.choose(
                switch (scheme) {
                    case SYSTEM -> null;
                    case LIGHT -> ColorScheme.LIGHT;
                    case DARK -> ColorScheme.DARK;
                });
    }

    @Override
    public void resize(double percent) {
        themes.size(Themes.scales().indexOf(percent / PERCENT));
    }
}
