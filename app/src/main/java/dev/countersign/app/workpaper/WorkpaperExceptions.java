// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.workpaper;

import dev.countersign.app.text.CheckText;
import dev.countersign.app.text.FindingText;
import dev.countersign.core.report.AssessedRun;
import dev.countersign.core.report.Assessment;
import dev.countersign.core.report.Assessment.AssessedFinding;
import dev.countersign.core.report.Block;
import dev.countersign.core.report.Block.Cell;
import dev.countersign.core.report.Block.Column;
import dev.countersign.core.report.Block.Paragraph;
import dev.countersign.core.report.Block.Table;
import dev.countersign.core.report.Block.Tone;
import dev.countersign.core.review.RuleResult;
import dev.countersign.core.run.Check;
import dev.countersign.core.run.Outcome;

import java.util.ArrayList;
import java.util.List;

/// The exceptions in a workpaper: what failed here, what the runs found themselves, and what
/// somebody has to answer for. Each has a table of its own, since each has columns of its own.
record WorkpaperExceptions(Assessment assessment) {
    private static final List<Column> FAILED =
            List.of(
                    new Column("Run", 29),
                    new Column("Channel", 15),
                    new Column("Check", 17),
                    new Column("What is wrong", 39));
    private static final List<Column> RECORDED =
            List.of(
                    new Column("Run", 30),
                    new Column("Control", 14),
                    new Column("Severity", 11),
                    new Column("What was found", 45));
    private static final List<Column> FINDINGS =
            List.of(
                    new Column("Run", 30),
                    new Column("Severity", 9),
                    new Column("Finding", 31),
                    new Column("Reference", 18),
                    new Column("State", 12));

    List<Block> blocks() {
        List<Block> blocks = new ArrayList<>();
        add(blocks, WorkpaperText.FAILED_CHECKS, FAILED, failed());
        add(blocks, WorkpaperText.RECORDED, RECORDED, recorded());
        add(blocks, WorkpaperText.FINDINGS, FINDINGS, findings());
        return blocks.isEmpty() ? List.of(new Paragraph(WorkpaperText.NOTHING)) : blocks;
    }

    private static void add(
            List<Block> blocks, String said, List<Column> columns, List<List<Cell>> rows) {
        if (!rows.isEmpty()) {
            blocks.add(new Paragraph(said));
            blocks.add(new Table(columns, rows));
        }
    }

    private List<List<Cell>> failed() {
        List<List<Cell>> rows = new ArrayList<>();
        if (assessment.bundleNegative()) {
            rows.add(
                    List.of(
                            Cell.of("every run"),
                            Cell.of(""),
                            new Cell("The bundle", Tone.BAD),
                            Cell.of(WorkpaperText.BUNDLE_FAILED)));
        }
        for (AssessedRun run : assessment.runs()) {
            for (Check check : run.channels().checks()) {
                if (check.outcome() == Outcome.FAILED) {
                    rows.add(
                            List.of(
                                    Cell.exact(run.runId()),
                                    Cell.of(CheckText.name(check.kind().channel())),
                                    new Cell(CheckText.name(check.kind()), Tone.BAD),
                                    Cell.of(wrong(check))));
                }
            }
        }
        return rows;
    }

    /// A sentence, then each difference.
    private static String wrong(Check check) {
        StringBuilder what = new StringBuilder(WorkpaperText.sentence(check));
        for (Check.Evidence one : check.evidence()) {
            what.append(' ').append(WorkpaperText.difference(one));
        }
        return what.toString();
    }

    private List<List<Cell>> recorded() {
        List<List<Cell>> rows = new ArrayList<>();
        for (AssessedRun run : assessment.runs()) {
            for (RuleResult one : run.exceptions()) {
                rows.add(
                        List.of(
                                Cell.exact(run.runId()),
                                Cell.of(one.control()),
                                Cell.of(one.severity().isEmpty() ? "none said" : one.severity()),
                                Cell.of(one.detail())));
            }
        }
        return rows;
    }

    private List<List<Cell>> findings() {
        List<List<Cell>> rows = new ArrayList<>();
        for (AssessedFinding one : assessment.findings()) {
            rows.add(
                    List.of(
                            Cell.exact(one.runId()),
                            Cell.of("SEV-" + one.severity()),
                            Cell.of(FindingText.sentence(one.kind())),
                            Cell.exact(one.id()),
                            Cell.of(one.state().word().replace('_', ' '))));
        }
        return rows;
    }
}
