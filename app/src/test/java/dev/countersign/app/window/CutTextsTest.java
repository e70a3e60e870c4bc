// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.window;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Pane;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

import java.util.List;
import java.util.concurrent.TimeUnit;

/// That pictures in which a text is cut are noticed.
class CutTextsTest {
    private static final String ID = "personal-trade-compliance-8ff34785799a";

    @BeforeAll
    static void toolkit() throws Exception {
        FxToolkit.registerPrimaryStage();
    }

    private static List<String> cut(double width, double x, OverrunStyle overrun, Tooltip tooltip)
            throws Exception {
        return WaitForAsyncUtils.asyncFx(
                        () -> {
                            var label = new Label(ID);
                            label.setTextOverrun(overrun);
                            label.setTooltip(tooltip);
                            var pane = new Pane(label);
                            var scene = new Scene(pane, 600, 100);
                            pane.applyCss();
                            label.resizeRelocate(x, 0, width, 20);
                            label.layout();
                            return CutTexts.of(scene);
                        })
                .get(30, TimeUnit.SECONDS);
    }

    @Test
    void whatHasRoomIsWhole() throws Exception {
        assertThat(cut(500, 0, OverrunStyle.ELLIPSIS, null)).isEmpty();
    }

    @Test
    void anEndInDotsIsNoticed() throws Exception {
        assertThat(cut(80, 0, OverrunStyle.ELLIPSIS, null)).containsExactly(ID);
        assertThat(cut(80, 0, OverrunStyle.ELLIPSIS, new Tooltip(ID))).containsExactly(ID);
    }

    @Test
    void aMiddleInDotsIsSaidWhereOnePoints() throws Exception {
        assertThat(cut(80, 0, OverrunStyle.CENTER_ELLIPSIS, null)).containsExactly(ID);
        assertThat(cut(80, 0, OverrunStyle.CENTER_ELLIPSIS, new Tooltip("a run")))
                .containsExactly(ID);
        assertThat(cut(80, 0, OverrunStyle.CENTER_ELLIPSIS, new Tooltip(ID + "\nApprove")))
                .isEmpty();
    }

    @Test
    void whatLeavesTheWindowIsNoticed() throws Exception {
        assertThat(cut(500, 550, OverrunStyle.ELLIPSIS, null)).containsExactly(ID);
    }
}
