// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.window;

import javafx.application.ColorScheme;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.testfx.api.FxToolkit;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// Draws every state of the sign sheet to `target/screens`, on a real run.
class SignScreensTest {
    private static final List<String> STATES =
            List.of(
                    "first",
                    "asking",
                    "statement",
                    "bytes",
                    "reject",
                    "late",
                    "blocked",
                    "wrong-pin",
                    "refused",
                    "done",
                    "resume-sure",
                    "resumed",
                    "resume-bar",
                    "resume-waits",
                    "unfinished",
                    "dispose",
                    "finding",
                    "finding-done",
                    "finding-disposed",
                    "signed-run",
                    "timeline");

    @TempDir Path folder;

    @BeforeAll
    static void toolkit() throws Exception {
        FxToolkit.registerPrimaryStage();
    }

    static Stream<Arguments> pictures() {
        List<Arguments> all = new ArrayList<>();
        for (String state : STATES) {
            List<Pictures.Look> looks = new ArrayList<>();
            for (ColorScheme scheme : ColorScheme.values()) {
                looks.add(new Pictures.Look(scheme, 1280, 800, 0));
            }
            looks.add(new Pictures.Look(ColorScheme.LIGHT, 1280, 800, 2));
            looks.add(new Pictures.Look(ColorScheme.DARK, 1920, 1080, 0));
            all.add(Arguments.of(state, looks));
        }
        return all.stream();
    }

    @ParameterizedTest
    @MethodSource("pictures")
    void draws(String state, List<Pictures.Look> looks) throws Exception {
        Gallery.draw(
                "sign-" + state,
                looks,
                look -> SignPictures.scene(look, state, Files.createTempDirectory(folder, "w")));
    }
}
