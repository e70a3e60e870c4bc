// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.window;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import javafx.application.ColorScheme;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.IndexedCell;
import javafx.scene.control.TableView;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// No table of a screen cuts its last row, and none leaves an empty strip below it.
class WholeRowsOnScreensTest {
    /// Frame, focus, round corners, and what whole pixels leave.
    private static final double FOOT = 22;

    @BeforeAll
    static void toolkit() throws Exception {
        FxToolkit.registerPrimaryStage();
    }

    @ParameterizedTest
    @CsvSource({
        "queue, 0",
        "queue, 2",
        "queue-many, 2",
        "queue-preview, 0",
        "queue-preview, 2",
        "queue-preview-blocked, 0",
        "queue-preview-blocked, 2",
        "findings, 0",
        "findings, 2",
        "findings-evidence, 2",
        "ledger, 0",
        "ledger-intact, 2",
        "ledger-exported, 1"
    })
    void tablesEndWithAWholeRow(String name, int larger) throws Exception {
        WaitForAsyncUtils.asyncFx(
                        () -> {
                            var look = new Pictures.Look(ColorScheme.LIGHT, 1280, 800, larger);
                            Scene scene =
                                    name.startsWith("queue")
                                            ? Pictures.scene(look, name)
                                            : DesksPictures.scene(look, name);
                            check((TableView<?>) scene.lookup(".table-view"));
                        })
                .get(60, TimeUnit.SECONDS);
    }

    private static void check(TableView<?> table) {
        Bounds all = inScene(table);
        double top = inScene(table.lookup(".column-header-background")).getMaxY();
        List<Bounds> rows =
                table.lookupAll(".table-row-cell").stream()
                        .filter(row -> row.isVisible() && !((IndexedCell<?>) row).isEmpty())
                        .map(WholeRowsOnScreensTest::inScene)
                        .filter(row -> row.getMaxY() > top + 1)
                        .filter(row -> row.getMinY() < all.getMaxY() - FOOT)
                        .sorted(Comparator.comparingDouble(Bounds::getMinY))
                        .toList();
        assertThat(rows.getFirst().getMinY()).isCloseTo(top, offset(1.0));
        assertThat(all.getMaxY() - rows.getLast().getMaxY()).isBetween(2.0, FOOT);
        assertThat(rows).allMatch(row -> Math.abs(row.getHeight() % 1 - 0.5) > 0.49);
    }

    private static Bounds inScene(Node node) {
        return node.localToScene(node.getLayoutBounds());
    }
}
