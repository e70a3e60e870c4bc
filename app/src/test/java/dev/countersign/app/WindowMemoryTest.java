// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.app.theme.Themes;

import javafx.application.ColorScheme;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

class WindowMemoryTest {
    @TempDir Path folder;

    @BeforeAll
    static void toolkit() throws Exception {
        FxToolkit.registerPrimaryStage();
    }

    private WindowMemory memory() {
        return new WindowMemory(new PreferencesFile(folder.resolve("window.json")), Runnable::run);
    }

    private static void onScreen(Runnable action) throws Exception {
        WaitForAsyncUtils.asyncFx(action).get(30, TimeUnit.SECONDS);
    }

    @Test
    void looksOutliveTheWindow() throws Exception {
        onScreen(() -> {
            var themes = new Themes(new Scene(new StackPane()));
            var preview = new SimpleBooleanProperty();
            memory().follow(themes, preview);
            themes.choose(ColorScheme.DARK);
            themes.resize(1);
            themes.resize(1);
            preview.set(true);
        });
        onScreen(() -> {
            var themes = new Themes(new Scene(new StackPane()));
            var preview = new SimpleBooleanProperty();
            memory().follow(themes, preview);
            assertThat(themes.shownProperty().get()).isEqualTo(ColorScheme.DARK);
            assertThat(Themes.scales().get(themes.scaleProperty().get())).isEqualTo(1.25);
            assertThat(preview.get()).isTrue();
            themes.choose(null);
            themes.resize(0);
            preview.set(false);
        });
        assertThat(memory().preferences()).isEqualTo(Preferences.DEFAULT);
    }
}
