// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.feature.reports;

import dev.countersign.app.control.AddedMark;
import dev.countersign.app.control.Boxes;
import dev.countersign.app.control.ControlCards;
import dev.countersign.app.control.FactGrid;
import dev.countersign.app.control.VerdictMark;
import dev.countersign.app.text.AddedText;
import dev.countersign.app.text.Foreign;
import dev.countersign.app.text.MatrixText;
import dev.countersign.app.text.Quotes;
import dev.countersign.core.reperformance.Difference;
import dev.countersign.core.reperformance.TestKind;
import dev.countersign.core.review.RuleBook;

import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
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

    void show(@Nullable MatrixRow row, MatrixColumn column) {
        setVvalue(0);
        if (row == null) {
            content.getChildren()
                    .setAll(Boxes.prose("Select a cell to see what it says.", "muted"));
            return;
        }
        Label title =
                Boxes.prose(column.name() + " of " + Foreign.visible(row.runId()), "section-title");
        title.setId("matrix-cell");
        content.getChildren().setAll(title);
        switch (column) {
            case MatrixColumn.OfTest(TestKind test) -> test(row, test, column);
            case MatrixColumn.Added _ -> added(row, column);
        }
    }

    private void test(MatrixRow row, TestKind test, MatrixColumn column) {
        content.getChildren()
                .addAll(Boxes.prose(MatrixText.meaning(test), "muted"), verdict(row, column));
        row.of(test).differences().stream()
                .limit(MOST)
                .forEach(difference -> content.getChildren().add(difference(difference)));
        if (ABOUT_CONTROLS.contains(test)) {
            content.getChildren().add(ControlCards.of(row.controls(), row.unregistered()));
        }
    }

    private static HBox verdict(MatrixRow row, MatrixColumn column) {
        return Boxes.row(
                "check-words-row",
                VerdictMark.inline(column.mark(row), column.word(row)),
                Boxes.prose(column.sentence(row)));
    }

    private void added(MatrixRow row, MatrixColumn column) {
        content.getChildren().addAll(Boxes.prose(AddedText.MEANING, "muted"), verdict(row, column));
        row.added().forEach(rules -> content.getChildren().add(rules(rules)));
        content.getChildren().add(ControlCards.of(row.controls(), row.unregistered()));
    }

    private static VBox rules(RuleBook.Additional added) {
        HBox verdict =
                Boxes.row(
                        "check-words-row",
                        VerdictMark.inline(AddedMark.of(added), AddedText.word(added)));
        if (added.failure() != null) {
            verdict.getChildren().add(Boxes.prose(AddedText.sentence(added)));
        }
        VBox box =
                Boxes.column("section", Boxes.prose(Quotes.line(added.rules()), "mono"), verdict);
        added.results().stream()
                .limit(MOST)
                .forEach(one ->
                        box.getChildren()
                                .add(
                                        Boxes.prose(
                                                Quotes.line(one.control())
                                                        + ": "
                                                        + Quotes.line(one.detail()))));
        return box;
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
