// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.feature.run;

import dev.countersign.app.control.ControlCards;
import dev.countersign.app.control.Mark;
import dev.countersign.app.control.VerdictMark;
import dev.countersign.app.text.GateText;
import dev.countersign.app.text.Numbers;
import dev.countersign.core.review.GateResult;
import dev.countersign.core.run.RecordedReview;
import dev.countersign.core.run.RunSnapshot;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

/// What was recorded beside what comes out here: gate, findings, review, approvals.
final class ResultsPane {
    private ResultsPane() {}

    static Node of(ReadRun.Reading read, RunTime time, Runnable selfCheck) {
        RunSnapshot run = read.run();
        List<Node> parts = new ArrayList<>(List.of(gate(run), FindingsList.of(run)));
        parts.addAll(List.of(AddedRulesList.of(run, read.added())));
        parts.add(review(run));
        boolean decided = !run.acts().isEmpty(); // then that is what one comes for
        parts.add(decided ? 1 : parts.size(), ApprovalsList.of(run, time, selfCheck));
        parts.add(
                ControlCards.of(
                        read.controls(),
                        AddedRulesList.beyond(run, read.controls(), read.added())));
        return Parts.page("Results", parts.toArray(Node[]::new));
    }

    private static Node gate(RunSnapshot run) {
        GateResult recorded = run.recordedGate();
        var performed = run.gate();
        GateResult here = performed == null ? null : performed.result();
        VBox section = Parts.section("Gate");
        section.setId("gate");
        if (recorded == null && here == null) {
            section.getChildren().add(Parts.prose(Absences.gate(run), "muted"));
            return section;
        }
        var grid = new GridPane();
        grid.getStyleClass().add("compare");
        grid.addRow(0, new Label(), head("Recorded"), head("Re-performed here"));
        grid.addRow(1, name("Verdict"), verdict(run, recorded), verdict(run, here));
        grid.addRow(2, name("Grounded"), number(recorded, 0), number(here, 0));
        grid.addRow(3, name("Not grounded"), number(recorded, 1), number(here, 1));
        grid.addRow(4, name("Left open"), number(recorded, 2), number(here, 2));
        section.getChildren().addAll(grid, agreement(run, recorded, here));
        if (recorded == null || here == null) {
            section.getChildren().add(Parts.prose(Absences.gate(run), "muted"));
        }
        return section;
    }

    private static VerdictMark agreement(
            RunSnapshot run, @Nullable GateResult recorded, @Nullable GateResult here) {
        VerdictMark mark;
        if (recorded == null || here == null) {
            mark = VerdictMark.inline(Mark.OPEN, "Nothing to compare");
        } else if (recorded.equals(here)) {
            mark = VerdictMark.inline(Parts.toned(run, Mark.VERIFIED), "Agree");
        } else if (recorded.verdict() == here.verdict()) {
            mark = VerdictMark.inline(Mark.MALFORMED, "Same verdict, other counts or reasons");
        } else {
            mark = VerdictMark.inline(Mark.FAILED, "Differ");
        }
        mark.setId("gate-agreement");
        return mark;
    }

    private static Label head(String text) {
        return Parts.label(text, "fact-name");
    }

    private static Label name(String text) {
        return Parts.label(text, "fact-name");
    }

    private static Node verdict(RunSnapshot run, @Nullable GateResult result) {
        if (result == null) {
            return Parts.label("–", "mono");
        }
        Mark mark =
                switch (result.verdict()) {
                    case APPROVE -> Mark.VERIFIED;
                    case REVIEW -> Mark.MALFORMED;
                    case BLOCK -> Mark.FAILED;
                };
        return VerdictMark.inline(Parts.toned(run, mark), GateText.word(result.verdict()));
    }

    private static Label number(@Nullable GateResult result, int which) {
        if (result == null) {
            return Parts.label("–", "mono");
        }
        int number =
                which == 0
                        ? result.grounded()
                        : which == 1 ? result.ungrounded() : result.abstentions();
        return Parts.label(number < 0 ? "no number" : Numbers.grouped(number), "mono");
    }

    private static Node review(RunSnapshot run) {
        VBox section = Parts.section("Independent review");
        section.setId("review");
        RecordedReview review = run.review();
        if (review == null) {
            section.getChildren().add(Parts.prose(Absences.review(run), "muted"));
            return section;
        }
        Mark mark =
                switch (review.decision()) {
                    case "accept" -> Mark.VERIFIED;
                    case "reject" -> Mark.FAILED;
                    default -> Mark.NOTE;
                };
        String word =
                switch (review.decision()) {
                    case "accept" -> "Accepted";
                    case "reject" -> "Rejected";
                    default -> "Decision: " + review.decision();
                };
        section.getChildren()
                .addAll(
                        VerdictMark.inline(Parts.toned(run, mark), word),
                        Parts.foreign("by " + review.reviewer(), "mono"));
        if (!review.notes().isEmpty()) {
            section.getChildren().add(Parts.foreign("“" + review.notes() + "”"));
        }
        return section;
    }
}
