// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.window;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.application.ColorScheme;
import javafx.scene.Node;
import javafx.scene.layout.Region;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// Draws every state in both themes, two sizes and larger text to `target/screens`, for people to
/// look at.
class ScreensTest {
    @BeforeAll
    static void toolkit() throws Exception {
        FxToolkit.registerPrimaryStage();
    }

    static Stream<Arguments> pictures() {
        var looks =
                List.of(
                        new Pictures.Look(ColorScheme.LIGHT, 1280, 800, 0),
                        new Pictures.Look(ColorScheme.LIGHT, 1920, 1080, 0),
                        new Pictures.Look(ColorScheme.DARK, 1280, 800, 0),
                        new Pictures.Look(ColorScheme.DARK, 1920, 1080, 0),
                        new Pictures.Look(ColorScheme.LIGHT, 1280, 800, 2));
        var states =
                Stream.of(
                                "",
                                "running",
                                "intact",
                                "large",
                                "edited",
                                "broken",
                                "malformed",
                                "undecided",
                                "foreign",
                                "nothing",
                                "stopped",
                                "keys",
                                "palette",
                                "queue",
                                "queue-empty",
                                "queue-loading",
                                "queue-failed",
                                "queue-nothing",
                                "queue-filtered",
                                "queue-many",
                                "queue-preview",
                                "queue-preview-blocked",
                                "queue-several",
                                "failed")
                        .toList();
        return states.stream().map(state -> Arguments.of(state, looks));
    }

    @Test
    void theChipsStandOnOneLineHoweverManyRunsThereAre() throws Exception {
        var small = new Pictures.Look(ColorScheme.LIGHT, 1280, 800, 0);
        WaitForAsyncUtils.asyncFx(() ->
                        assertThat(
                                        Pictures.scene(small, "queue-many")
                                                .getRoot()
                                                .lookupAll(".list-filters .chip"))
                                .hasSize(7)
                                .extracting(chip -> chip.localToScene(0, 0).getY())
                                .containsOnly(105.0))
                .get(30, TimeUnit.SECONDS);
    }

    @Test
    void theFirstBreakIsInSightHoweverLittleRoomThereIs() throws Exception {
        var small = new Pictures.Look(ColorScheme.LIGHT, 1280, 720, 2);
        WaitForAsyncUtils.asyncFx(
                        () -> {
                            var list = (Region) Pictures.scene(small, "broken").lookup("#records");
                            Node row = list.lookup(".record-row:selected");
                            assertThat(row.getBoundsInParent().getMinY()).isNotNegative();
                            assertThat(row.getBoundsInParent().getMaxY())
                                    .isLessThanOrEqualTo(list.getHeight() + 1);
                        })
                .get(30, TimeUnit.SECONDS);
    }

    @ParameterizedTest
    @MethodSource("pictures")
    void draws(String state, List<Pictures.Look> looks) throws Exception {
        Gallery.draw(state.isEmpty() ? "empty" : state, looks, look -> Pictures.scene(look, state));
    }
}
