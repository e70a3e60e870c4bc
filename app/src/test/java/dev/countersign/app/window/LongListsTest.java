// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.window;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.app.feature.run.RunTab;
import dev.countersign.app.sample.ScriptedRuns;

import javafx.application.ColorScheme;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ScrollBar;
import javafx.scene.layout.Region;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

import java.util.concurrent.TimeUnit;

/// However long a list is, its scroll bar can be gripped, and takes no more room than others.
class LongListsTest {
    private static final double LEAST = 20;
    private static final double WIDTH = 8;

    @BeforeAll
    static void toolkit() throws Exception {
        FxToolkit.registerPrimaryStage();
    }

    @Test
    void fourThousandDecisionsCanBeScrolled() throws Exception {
        var look = new Pictures.Look(ColorScheme.LIGHT, 1280, 800, 0);
        on(() -> grip(Pictures.scene(look, "queue-many"), "#queue"));
    }

    @Test
    void twentyThousandClaimsCanBeScrolled() throws Exception {
        var look = new Pictures.Look(ColorScheme.LIGHT, 1280, 800, 0);
        on(() -> {
            Scene scene =
                    RunPictures.scene(
                            look,
                            new ScriptedRuns(),
                            ScriptedRuns.directory("huge"),
                            RunTab.RESULTS);
            grip(scene, "#claims");
            assertThat(top(scene, "#claims")).isEqualTo(top(scene, ".evidence-finding"));
        });
    }

    private static void grip(Scene scene, String list) {
        var bar = (ScrollBar) scene.lookup(list).lookup(".scroll-bar:vertical");
        assertThat(bar.isVisible()).isTrue();
        assertThat(bar.getWidth()).isEqualTo(WIDTH);
        var thumb = (Region) bar.lookup(".thumb");
        assertThat(thumb.getHeight()).isBetween(LEAST, bar.getHeight() / 2);
    }

    private static double top(Scene scene, String selector) {
        Node node = scene.lookup(selector);
        Bounds bounds = node.localToScene(node.getLayoutBounds());
        return bounds.getMinY();
    }

    private static void on(Runnable act) throws Exception {
        WaitForAsyncUtils.asyncFx(act).get(60, TimeUnit.SECONDS);
    }
}
