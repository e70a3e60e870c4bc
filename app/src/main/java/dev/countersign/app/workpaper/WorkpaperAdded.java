// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.workpaper;

import dev.countersign.app.text.AddedText;
import dev.countersign.core.chain.Verdict;
import dev.countersign.core.report.AssessedRun;
import dev.countersign.core.report.Assessment;
import dev.countersign.core.report.Block.Cell;
import dev.countersign.core.report.Block.Column;
import dev.countersign.core.report.Block.Paragraph;
import dev.countersign.core.report.Block.Table;
import dev.countersign.core.report.Report.Section;
import dev.countersign.core.review.RuleBook;
import dev.countersign.core.review.RuleResult;

import java.util.ArrayList;
import java.util.List;

/// What a firm's own rules gave, run by run, and which gave nothing and why.
record WorkpaperAdded(Assessment assessment) {
    private static final String CHANNEL = "added_rules";

    /// @return none where nobody added any
    List<Section> section() {
        List<List<Cell>> rows = new ArrayList<>();
        for (AssessedRun run : assessment.runs()) {
            for (RuleBook.Additional added : run.added()) {
                rows.addAll(rows(run, added));
            }
        }
        if (rows.isEmpty()) {
            return List.of();
        }
        return List.of(
                new Section(
                        AddedText.TITLE,
                        List.of(
                                new Paragraph(AddedText.MEANING),
                                new Table(
                                        List.of(
                                                new Column("Run", 27),
                                                new Column("Rules", 21),
                                                new Column("Result", 12),
                                                new Column("What", 40)),
                                        rows))));
    }

    private static List<List<Cell>> rows(AssessedRun run, RuleBook.Additional added) {
        String failure = added.failure();
        if (failure != null || added.results().isEmpty()) {
            String why = failure == null ? "" : AddedText.sentence(added);
            return List.of(row(run, added, AddedText.word(added), why));
        }
        return added.results().stream()
                .map(one -> row(run, added, worth(one), one.control() + ": " + one.detail()))
                .toList();
    }

    private static String worth(RuleResult one) {
        return one.severity().isEmpty() ? "found" : one.severity();
    }

    private static List<Cell> row(
            AssessedRun run, RuleBook.Additional added, String result, String what) {
        return List.of(
                Cell.exact(run.runId()), Cell.of(added.rules()), Cell.of(result), Cell.of(what));
    }

    /// Lines among the results one by one, in their columns.
    static List<List<Cell>> oneByOne(AssessedRun run) {
        List<List<Cell>> rows = new ArrayList<>();
        for (RuleBook.Additional added : run.added()) {
            String failure = added.failure();
            if (failure != null) {
                rows.add(line(run, added, "not_checked", "", failure));
            } else if (added.results().isEmpty()) {
                rows.add(line(run, added, "nothing_found", "", ""));
            }
            for (RuleResult one : added.results()) {
                rows.add(line(run, added, worth(one), one.control(), one.detail()));
            }
        }
        return rows;
    }

    private static List<Cell> line(
            AssessedRun run,
            RuleBook.Additional added,
            String outcome,
            String control,
            String found) {
        Verdict verdict = run.verdict();
        return List.of(
                Cell.exact(run.runId()),
                Cell.of(run.workflow()),
                Cell.of(run.status().word()),
                Cell.of(verdict == null ? "" : verdict.word()),
                Cell.exact(run.head()),
                Cell.exact(run.logSha256()),
                Cell.of(CHANNEL),
                Cell.of(added.rules()),
                Cell.of(outcome),
                Cell.of(""),
                Cell.of(control),
                Cell.exact(""),
                Cell.of(""),
                Cell.of(found));
    }
}
