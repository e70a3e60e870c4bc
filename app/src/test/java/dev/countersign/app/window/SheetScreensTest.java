// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.window;

import javafx.application.ColorScheme;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.testfx.api.FxToolkit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// Draws every state of the sheets over the window to `target/screens`.
class SheetScreensTest {
    private static final List<Pictures.Look> LOOKS =
            List.of(
                    new Pictures.Look(ColorScheme.LIGHT, 1280, 800, 0),
                    new Pictures.Look(ColorScheme.DARK, 1280, 800, 0),
                    new Pictures.Look(ColorScheme.LIGHT, 1280, 800, 2));

    @TempDir Path folder;

    @BeforeAll
    static void toolkit() throws Exception {
        FxToolkit.registerPrimaryStage();
    }

    @ParameterizedTest
    @FieldSource("dev.countersign.app.window.SheetPictures#STATES")
    void draws(String state) throws Exception {
        Gallery.draw(
                "sheet-" + state,
                List.of(
                        new Pictures.Look(ColorScheme.LIGHT, 1280, 800, 0),
                        new Pictures.Look(ColorScheme.DARK, 1280, 800, 0),
                        new Pictures.Look(ColorScheme.LIGHT, 1280, 800, 2),
                        new Pictures.Look(ColorScheme.DARK, 1920, 1080, 0)),
                look -> SheetPictures.scene(look, state, fresh()));
    }

    @ParameterizedTest
    @FieldSource("dev.countersign.app.window.KeyPictures#STATES")
    void drawsKeys(String state) throws Exception {
        Gallery.draw("key-" + state, LOOKS, look -> KeyPictures.scene(look, state, fresh()));
    }

    @ParameterizedTest
    @FieldSource("dev.countersign.app.window.SignOffPictures#STATES")
    void drawsSignOff(String state) throws Exception {
        Gallery.draw(
                "sign-off-" + state, LOOKS, look -> SignOffPictures.scene(look, state, fresh()));
    }

    private Path fresh() throws IOException {
        return Files.createTempDirectory(folder, "w");
    }
}
