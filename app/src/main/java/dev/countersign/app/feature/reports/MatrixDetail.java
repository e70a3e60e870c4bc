// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.feature.reports;

import dev.countersign.app.control.Boxes;
import dev.countersign.app.control.ControlCards;
import dev.countersign.app.control.FactGrid;
import dev.countersign.app.control.VerdictMark;
import dev.countersign.app.text.Foreign;
import dev.countersign.app.text.MatrixText;
import dev.countersign.core.reperformance.Comparison;
import dev.countersign.core.reperformance.Difference;
import dev.countersign.core.reperformance.TestKind;

import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;

import java.util.EnumSet;
import java.util.Set;

/// What the selected cell says: recorded against performed again.
final class MatrixDetail extends ScrollPane {
    /// More than anybody reads; the results have all.
    private static final int MOST = 50;

    private static final Set<TestKind> ABOUT_CONTROLS =
            EnumSet.of(TestKind.CLAIMS, TestKind.MODEL_OUTPUT, TestKind.RULES, TestKind.VERDICT);

    private final VBox content = Boxes.column("detail");

    MatrixDetail() {
        setId("matrix-detail");
        getStyleClass().addAll("detail-scroll", "matrix-detail");
        setContent(content);
        setFitToWidth(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        setAccessibleText("What the selected test says");
    }

    void show(@Nullable MatrixRow row, TestKind test) {
        setVvalue(0);
        if (row == null) {
            content.getChildren()
                    .setAll(Boxes.prose("Select a cell to see what it says.", "muted"));
            return;
        }
        Comparison comparison = row.of(test);
        Label title =
                Boxes.prose(
                        MatrixText.name(test) + " of " + Foreign.visible(row.runId()),
                        "section-title");
        title.setId("matrix-cell");
        content.getChildren()
                .setAll(
                        title,
                        Boxes.prose(MatrixText.meaning(test), "muted"),
                        Boxes.row(
                                "check-words-row",
                                VerdictMark.inline(
                                        MatrixTable.mark(comparison.result()),
                                        MatrixText.word(comparison.result())),
                                Boxes.prose(MatrixText.sentence(comparison))));
        comparison.differences().stream()
                .limit(MOST)
                .forEach(difference -> content.getChildren().add(difference(difference)));
        if (ABOUT_CONTROLS.contains(test)) {
            content.getChildren().add(ControlCards.of(row.controls(), row.unregistered()));
        }
    }

    private static VBox difference(Difference difference) {
        var sides = FactGrid.empty();
        FactGrid.add(
                sides, "Recorded", Boxes.prose(MatrixText.side(difference.recorded()), "mono"));
        FactGrid.add(
                sides,
                "Re-performed",
                Boxes.prose(MatrixText.side(difference.reperformed()), "mono"));
        return Boxes.column(
                "section", Boxes.label(MatrixText.subject(difference), "section-title"), sides);
    }
}
