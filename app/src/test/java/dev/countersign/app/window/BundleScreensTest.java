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
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// Draws bundles to `target/screens`: every state light, the fullest also dark, wide and larger.
class BundleScreensTest {
    private static final Set<String> FULL = Set.of("bundle", "bundle-changed");

    @TempDir Path folder;

    @BeforeAll
    static void toolkit() throws Exception {
        FxToolkit.registerPrimaryStage();
    }

    static Stream<Arguments> pictures() {
        List<Arguments> all = new ArrayList<>();
        for (String state : BundlePictures.STATES) {
            for (ColorScheme scheme : ColorScheme.values()) {
                all.add(Arguments.of(state, new Pictures.Look(scheme, 1280, 800, 0)));
                if (FULL.contains(state)) {
                    all.add(Arguments.of(state, new Pictures.Look(scheme, 1920, 1080, 0)));
                }
            }
            if (FULL.contains(state)) {
                all.add(Arguments.of(state, new Pictures.Look(ColorScheme.LIGHT, 1280, 800, 2)));
            }
        }
        return all.stream();
    }

    @ParameterizedTest
    @MethodSource("pictures")
    void draws(String state, Pictures.Look look) throws Exception {
        Image image =
                WaitForAsyncUtils.asyncFx(
                                () -> BundlePictures.scene(look, state, folder).snapshot(null))
                        .get(30, TimeUnit.SECONDS);
        assertThat(image.getWidth()).isEqualTo(look.width());
        assertThat(image.getHeight()).isEqualTo(look.height());
        Png.write(image, Path.of("target", "screens", state + look.suffix() + ".png"));
    }
}
