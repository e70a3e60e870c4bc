// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.window;

import dev.countersign.app.feature.run.RunTab;
import dev.countersign.app.sample.ScriptedRuns;

import javafx.application.ColorScheme;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.testfx.api.FxToolkit;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/// Draws every state of the run screen in both themes, two sizes and larger text to
/// `target/screens`, for people to look at.
class RunScreensTest {
    private static final List<String> RUNS =
            List.of(
                    "awaiting",
                    "gate-blocked",
                    "maker-checker",
                    "findings",
                    "added-rules",
                    "tampered",
                    "no-state",
                    "pad-violation",
                    "foreign");

    @BeforeAll
    static void toolkit() throws Exception {
        FxToolkit.registerPrimaryStage();
    }

    static Stream<Arguments> pictures() {
        var light = new Pictures.Look(ColorScheme.LIGHT, 1280, 800, 0);
        var dark = new Pictures.Look(ColorScheme.DARK, 1280, 800, 0);
        var wide = new Pictures.Look(ColorScheme.LIGHT, 1920, 1080, 0);
        var wideDark = new Pictures.Look(ColorScheme.DARK, 1920, 1080, 0);
        var larger = new Pictures.Look(ColorScheme.LIGHT, 1280, 800, 2);
        List<Arguments> all = new ArrayList<>();
        for (String run : RUNS) {
            add(all, run, RunTab.RESULTS, light, dark, wide, wideDark, larger);
        }
        for (String state :
                List.of("", "loading", "failed", "nothing-asserted", "empty-folder", "huge")) {
            add(all, state, RunTab.RESULTS, light, dark, larger);
        }
        for (RunTab tab : List.of(RunTab.CHECKS, RunTab.INPUT, RunTab.FILES, RunTab.TIMELINE)) {
            add(all, "gate-blocked", tab, light, larger);
            add(all, "foreign", tab, light, larger);
            add(all, "tampered", tab, dark, larger);
        }
        return all.stream();
    }

    private static void add(List<Arguments> all, String run, RunTab tab, Pictures.Look... looks) {
        all.add(Arguments.of(run, tab, List.of(looks)));
    }

    @ParameterizedTest
    @MethodSource("pictures")
    void draws(String run, RunTab tab, List<Pictures.Look> looks) throws Exception {
        String page = tab == RunTab.RESULTS ? "" : "-" + tab.name().toLowerCase(Locale.ROOT);
        Path directory = run.isEmpty() ? null : ScriptedRuns.directory(run);
        Gallery.draw(
                "run-" + (run.isEmpty() ? "empty" : run) + page,
                looks,
                look -> RunPictures.scene(look, new ScriptedRuns(), directory, tab));
    }
}
