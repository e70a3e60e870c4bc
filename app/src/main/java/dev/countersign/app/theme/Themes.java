// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.theme;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;

import dev.countersign.resources.Resources;

import javafx.application.Application;
import javafx.application.ColorScheme;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.Scene;
import javafx.scene.text.Font;

import org.jspecify.annotations.Nullable;

import java.util.List;

/// How the window looks: the system's choice of light or dark until somebody switches.
public final class Themes {
    private static final double BASE_SIZE = 13;
    private static final List<Double> SCALES = List.of(1.0, 1.125, 1.25, 1.5);

    private static final String LARGER = "larger";
    private static final double LARGE_ICONS = 1.25;

    private final Scene scene;
    private final ReadOnlyObjectWrapper<ColorScheme> shown = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable ColorScheme> chosen =
            new ReadOnlyObjectWrapper<>();
    private final ReadOnlyIntegerWrapper scale = new ReadOnlyIntegerWrapper();

    /// Dresses a scene and keeps it dressed.
    public Themes(Scene scene) {
        this.scene = scene;
        Resources.fonts().forEach(url -> Font.loadFont(url.toExternalForm(), BASE_SIZE));
        scene.getPreferences().colorSchemeProperty().addListener(o -> dress());
        dress();
    }

    /// What is shown now.
    public ReadOnlyObjectProperty<ColorScheme> shownProperty() {
        return shown.getReadOnlyProperty();
    }

    /// What somebody chose; null if the system's choice is shown.
    public ReadOnlyObjectProperty<@Nullable ColorScheme> chosenProperty() {
        return chosen.getReadOnlyProperty();
    }

    /// Which of {@link #scales()} the size of the text is.
    public ReadOnlyIntegerProperty scaleProperty() {
        return scale.getReadOnlyProperty();
    }

    /// The sizes that text can have, 1 being the usual one.
    public static List<Double> scales() {
        return SCALES;
    }

    /// Shows one of the two, or what the system says.
    public void choose(@Nullable ColorScheme scheme) {
        chosen.set(scheme);
        dress();
    }

    /// The other one; back to the system's when that is the other one.
    public void toggle() {
        ColorScheme other = shown.get() == ColorScheme.DARK ? ColorScheme.LIGHT : ColorScheme.DARK;
        choose(other == scene.getPreferences().getColorScheme() ? null : other);
    }

    /// Larger (1), smaller (-1) or usual (0) text.
    public void resize(int direction) {
        size(direction == 0 ? 0 : scale.get() + direction);
    }

    /// Gives text the nearest of {@link #scales()}.
    ///
    /// @param index of the size wanted
    public void size(int index) {
        scale.set(Math.clamp((long) index, 0, SCALES.size() - 1));
        dress();
    }

    private void dress() {
        ColorScheme picked = chosen.get();
        ColorScheme scheme = picked == null ? scene.getPreferences().getColorScheme() : picked;
        boolean dark = scheme == ColorScheme.DARK;
        Application.setUserAgentStylesheet(
                (dark ? new PrimerDark() : new PrimerLight()).getUserAgentStylesheetBSS());
        scene.getStylesheets()
                .setAll(
                        Resources.style(dark ? "tokens-dark" : "tokens-light").toExternalForm(),
                        Resources.style("countersign").toExternalForm(),
                        Resources.style("run").toExternalForm(),
                        Resources.style("desks").toExternalForm(),
                        Resources.style("sign").toExternalForm(),
                        Resources.style("reports").toExternalForm());
        scene.getRoot().setStyle("-fx-font-size: " + BASE_SIZE * SCALES.get(scale.get()) + "px;");
        List<String> classes = scene.getRoot().getStyleClass();
        classes.remove(LARGER);
        if (SCALES.get(scale.get()) >= LARGE_ICONS) {
            classes.add(LARGER);
        }
        shown.set(scheme);
    }
}
