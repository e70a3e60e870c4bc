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

/// Draws reports and the matrix to `target/screens`: every state light and dark; those with most in
/// them also wide and larger.
class ReportsScreensTest {
    private static final Set<String> FULL =
            Set.of(
                    "reports-made",
                    "reports-saved",
                    "reports-chart",
                    "matrix-listed",
                    "matrix-differences",
                    "matrix-added");

    @BeforeAll
    static void toolkit() throws Exception {
        FxToolkit.registerPrimaryStage();
    }

    static Stream<Arguments> pictures() {
        return Gallery.usual(ReportsPictures.STATES, FULL);
    }

    @ParameterizedTest
    @MethodSource("pictures")
    void draws(String state, List<Pictures.Look> looks) throws Exception {
        Gallery.draw(state, looks, look -> ReportsPictures.scene(look, state));
    }
}
