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
import java.util.stream.Stream;

/// Draws every state of the sheets over the window to `target/screens`.
class SheetScreensTest {
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
        Gallery.draw(
                "key-" + state,
                Stream.of(ColorScheme.values())
                        .map(scheme -> new Pictures.Look(scheme, 1280, 800, 0))
                        .toList(),
                look -> KeyPictures.scene(look, state, fresh()));
    }

    @ParameterizedTest
    @FieldSource("dev.countersign.app.window.SignOffPictures#STATES")
    void drawsSignOff(String state) throws Exception {
        Gallery.draw(
                "sign-off-" + state,
                Stream.of(ColorScheme.values())
                        .map(scheme -> new Pictures.Look(scheme, 1280, 800, 0))
                        .toList(),
                look -> SignOffPictures.scene(look, state, fresh()));
    }

    private Path fresh() throws IOException {
        return Files.createTempDirectory(folder, "w");
    }
}
