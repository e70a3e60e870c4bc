// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.window;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.testfx.api.FxToolkit;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// Draws bundles to `target/screens`: every state light, dark and larger, the fullest also wide.
class BundleScreensTest {
    private static final Set<String> FULL = Set.of("bundle", "bundle-changed");

    @TempDir Path folder;

    @BeforeAll
    static void toolkit() throws Exception {
        FxToolkit.registerPrimaryStage();
    }

    static Stream<Arguments> pictures() {
        return Gallery.usual(BundlePictures.STATES, FULL);
    }

    @ParameterizedTest
    @MethodSource("pictures")
    void draws(String state, List<Pictures.Look> looks) throws Exception {
        Gallery.draw(state, looks, look -> BundlePictures.scene(look, state, folder));
    }
}
