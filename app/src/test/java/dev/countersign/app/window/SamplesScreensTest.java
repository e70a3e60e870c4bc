// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.window;

import javafx.application.ColorScheme;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.testfx.api.FxToolkit;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// Draws the screen of samples to `target/screens`: every state light, the fullest also dark, wide
/// and larger.
class SamplesScreensTest {
    private static final Set<String> FULL = Set.of("samples", "samples-undrawn");

    @BeforeAll
    static void toolkit() throws Exception {
        FxToolkit.registerPrimaryStage();
    }

    static Stream<Arguments> pictures() {
        List<Arguments> all = new ArrayList<>();
        for (String state : SamplesPictures.STATES) {
            List<Pictures.Look> looks = new ArrayList<>();
            for (ColorScheme scheme : ColorScheme.values()) {
                looks.add(new Pictures.Look(scheme, 1280, 800, 0));
                if (FULL.contains(state)) {
                    looks.add(new Pictures.Look(scheme, 1920, 1080, 0));
                }
            }
            if (FULL.contains(state)) {
                looks.add(new Pictures.Look(ColorScheme.LIGHT, 1280, 800, 2));
            }
            all.add(Arguments.of(state, looks));
        }
        return all.stream();
    }

    @ParameterizedTest
    @MethodSource("pictures")
    void draws(String state, List<Pictures.Look> looks) throws Exception {
        Gallery.draw(state, looks, look -> SamplesPictures.scene(look, state));
    }
}
