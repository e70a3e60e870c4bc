// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.window;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.app.theme.Themes;

import javafx.application.ColorScheme;
import javafx.scene.Scene;
import javafx.scene.image.Image;

import org.junit.jupiter.params.provider.Arguments;
import org.testfx.util.WaitForAsyncUtils;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Draws a window in several looks to `target/screens`. Looks that differ in their colours only are
/// those of one window: whoever switches between light and dark sees the same.
final class Gallery {
    private Gallery() {}

    /// Makes a window in the state that is to be drawn.
    interface Room {
        /// Laid out. On the screen's thread.
        Scene scene(Pictures.Look look) throws Exception;
    }

    /// The usual looks of each state: light, dark and larger; those with most in them also wide.
    ///
    /// @param full the states with most in them
    static Stream<Arguments> usual(List<String> states, Set<String> full) {
        return states.stream().map(state -> Arguments.of(state, looks(full.contains(state))));
    }

    private static List<Pictures.Look> looks(boolean wide) {
        List<Pictures.Look> looks = new ArrayList<>();
        for (ColorScheme scheme : ColorScheme.values()) {
            looks.add(new Pictures.Look(scheme, 1280, 800, 0));
            if (wide) {
                looks.add(new Pictures.Look(scheme, 1920, 1080, 0));
            }
        }
        looks.add(new Pictures.Look(ColorScheme.LIGHT, 1280, 800, 2));
        return looks;
    }

    static void draw(String name, List<Pictures.Look> looks, Room room) throws Exception {
        Map<Pictures.Look, List<Pictures.Look>> alike =
                looks.stream()
                        .collect(
                                Collectors.groupingBy(
                                        look -> in(look, ColorScheme.LIGHT),
                                        LinkedHashMap::new,
                                        Collectors.toList()));
        for (List<Pictures.Look> same : alike.values()) {
            Scene scene = onScreen(() -> room.scene(same.getFirst()));
            for (Pictures.Look look : same) {
                Image image =
                        onScreen(() -> {
                            if (!look.equals(same.getFirst())) {
                                dress(scene, look);
                            }
                            return scene.snapshot(null);
                        });
                assertThat(image.getWidth()).isEqualTo(look.width());
                assertThat(image.getHeight()).isEqualTo(look.height());
                Png.write(image, Path.of("target", "screens", name + look.suffix() + ".png"));
                onScreen(() -> {
                    assertThat(CutTexts.of(scene)).as("cut in " + name + look.suffix()).isEmpty();
                    assertThat(MuteControls.of(scene)).as("mute in " + name).isEmpty();
                    return scene;
                });
            }
        }
    }

    /// As if somebody had switched to other colours. On the screen's thread.
    static void dress(Scene scene, Pictures.Look look) {
        var themes = new Themes(scene);
        themes.choose(look.scheme());
        themes.size(look.larger());
        for (int pass = 0; pass < 2; pass++) {
            scene.getRoot().applyCss();
            scene.getRoot().layout();
        }
    }

    private static Pictures.Look in(Pictures.Look look, ColorScheme scheme) {
        return new Pictures.Look(scheme, look.width(), look.height(), look.larger());
    }

    private static <T> T onScreen(Callable<T> act) throws Exception {
        return WaitForAsyncUtils.asyncFx(act).get(60, TimeUnit.SECONDS);
    }
}
