// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.window;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.application.ColorScheme;
import javafx.scene.image.Image;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// Draws every state of the sheets over the window to `target/screens`.
class SheetScreensTest {
    @TempDir Path folder;

    @BeforeAll
    static void toolkit() throws Exception {
        FxToolkit.registerPrimaryStage();
    }

    static Stream<Arguments> pictures() {
        return SheetPictures.STATES.stream()
                .flatMap(state ->
                        Stream.of(
                                        new Pictures.Look(ColorScheme.LIGHT, 1280, 800, 0),
                                        new Pictures.Look(ColorScheme.DARK, 1280, 800, 0),
                                        new Pictures.Look(ColorScheme.LIGHT, 1280, 800, 2),
                                        new Pictures.Look(ColorScheme.DARK, 1920, 1080, 0))
                                .map(look -> Arguments.of(state, look)));
    }

    @ParameterizedTest
    @MethodSource("pictures")
    void draws(String state, Pictures.Look look) throws Exception {
        Image image =
                WaitForAsyncUtils.asyncFx(
                                () -> SheetPictures.scene(look, state, folder).snapshot(null))
                        .get(60, TimeUnit.SECONDS);
        assertThat(image.getWidth()).isEqualTo(look.width());
        Png.write(image, Path.of("target", "screens", "sheet-" + state + look.suffix() + ".png"));
    }

    @ParameterizedTest
    @MethodSource("keys")
    void drawsKeys(String state, Pictures.Look look) throws Exception {
        Image image =
                WaitForAsyncUtils.asyncFx(
                                () -> KeyPictures.scene(look, state, folder).snapshot(null))
                        .get(60, TimeUnit.SECONDS);
        assertThat(image.getWidth()).isEqualTo(look.width());
        Png.write(image, Path.of("target", "screens", "key-" + state + look.suffix() + ".png"));
    }

    static Stream<Arguments> keys() {
        return KeyPictures.STATES.stream()
                .flatMap(state ->
                        Stream.of(ColorScheme.values())
                                .map(c -> Arguments.of(state, new Pictures.Look(c, 1280, 800, 0))));
    }
}
