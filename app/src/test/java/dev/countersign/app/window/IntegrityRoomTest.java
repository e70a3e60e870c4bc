// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.window;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.application.ColorScheme;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.layout.Region;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

import java.util.concurrent.TimeUnit;

/// What stands above the records of a log makes room for them.
class IntegrityRoomTest {
    @BeforeAll
    static void toolkit() throws Exception {
        FxToolkit.registerPrimaryStage();
    }

    @ParameterizedTest
    @ValueSource(strings = {"intact", "broken", "large"})
    void recordsKeepTwoFifthsOfASmallWindow(String state) throws Exception {
        var small = new Pictures.Look(ColorScheme.LIGHT, 1280, 800, 2);
        WaitForAsyncUtils.asyncFx(
                        () -> {
                            Scene scene = Pictures.scene(small, state);
                            var body = (Region) scene.lookup(".log-body");
                            assertThat(body.getHeight()).isGreaterThanOrEqualTo(0.4 * 800);
                            Bounds list = inScene(scene.lookup(".record-list"));
                            Bounds find = inScene(scene.lookup("#find-record"));
                            assertThat(find.getMaxX()).isLessThanOrEqualTo(list.getMaxX() + 0.5);
                        })
                .get(30, TimeUnit.SECONDS);
    }

    private static Bounds inScene(Node node) {
        return node.localToScene(node.getLayoutBounds());
    }
}
