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

/// Draws findings, ledger and settings to `target/screens`: every state light and dark; those with
/// most in them also wide and larger.
class DesksScreensTest {
    private static final Set<String> FULL =
            Set.of(
                    "findings",
                    "findings-evidence",
                    "ledger-intact",
                    "settings-policy",
                    "settings-policy-end",
                    "settings-invalid",
                    "settings-sources");

    @BeforeAll
    static void toolkit() throws Exception {
        FxToolkit.registerPrimaryStage();
    }

    static Stream<Arguments> pictures() {
        List<Arguments> all = new ArrayList<>();
        for (String state : DesksPictures.STATES) {
            List<Pictures.Look> looks = new ArrayList<>();
            for (ColorScheme scheme : ColorScheme.values()) {
                looks.add(new Pictures.Look(scheme, 1280, 800, 0));
                if (FULL.contains(state)) {
                    looks.add(new Pictures.Look(scheme, 1920, 1080, 0));
                }
            }
            looks.add(new Pictures.Look(ColorScheme.LIGHT, 1280, 800, 2));
            all.add(Arguments.of(state, looks));
        }
        return all.stream();
    }

    @ParameterizedTest
    @MethodSource("pictures")
    void draws(String state, List<Pictures.Look> looks) throws Exception {
        Gallery.draw(state, looks, look -> DesksPictures.scene(look, state));
    }
}
