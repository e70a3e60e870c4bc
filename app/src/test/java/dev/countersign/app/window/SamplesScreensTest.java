// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.window;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.testfx.api.FxToolkit;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// Draws the screen of samples to `target/screens`: every state light, dark and larger, the fullest
/// also wide and larger.
class SamplesScreensTest {
    private static final Set<String> FULL = Set.of("samples", "samples-undrawn");

    @BeforeAll
    static void toolkit() throws Exception {
        FxToolkit.registerPrimaryStage();
    }

    static Stream<Arguments> pictures() {
        return Gallery.usual(SamplesPictures.STATES, FULL);
    }

    @ParameterizedTest
    @MethodSource("pictures")
    void draws(String state, List<Pictures.Look> looks) throws Exception {
        Gallery.draw(state, looks, look -> SamplesPictures.scene(look, state));
    }
}
