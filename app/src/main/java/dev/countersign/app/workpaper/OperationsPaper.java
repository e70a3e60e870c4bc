// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.workpaper;

import dev.countersign.app.text.CheckText;
import dev.countersign.app.text.StatusText;
import dev.countersign.core.report.AssessedRun;
import dev.countersign.core.report.Assessment;
import dev.countersign.core.report.Assessment.AssessedFinding;
import dev.countersign.core.report.Block.Cell;
import dev.countersign.core.report.Block.Column;
import dev.countersign.core.report.Block.Paragraph;
import dev.countersign.core.report.Block.Table;
import dev.countersign.core.report.Block.Tone;
import dev.countersign.core.report.Report;
import dev.countersign.core.report.Report.Section;
import dev.countersign.core.run.Outcome;
import dev.countersign.core.workspace.FindingState;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// For operations: which runs are clean, and what stands against the others.
///
/// @param assessment what came of the runs
/// @param preparer who made it; empty: a line is left for the name
/// @param reviewer who reviews it; empty: a line is left for the name
public record OperationsPaper(Assessment assessment, String preparer, String reviewer) {
    private static final List<Column> COLUMNS =
            List.of(
                    new Column("State", 8),
                    new Column("Run", 36),
                    new Column("What", 22),
                    new Column("Status", 12),
                    new Column("Why", 22));

    /// The document.
    public Document document() {
        String facts = assessment.sha256();
        Report report =
                new Report(
                        "Operations report",
                        assessment.subject(),
                        assessment.at(),
                        facts,
                        List.of(
                                Parts.conclusion(assessment, facts),
                                section("Issues", false),
                                section("Clean", true),
                                Parts.deadlines(assessment.attainment()),
                                Parts.signOff(preparer, reviewer)),
                        new Table(COLUMNS, assessment.runs().stream().map(this::row).toList()));
        return new Document(report, new String(assessment.facts(), StandardCharsets.US_ASCII));
    }

    private Section section(String title, boolean clean) {
        List<List<Cell>> rows =
                assessment.runs().stream()
                        .filter(run -> assessment.clean(run) == clean)
                        .map(this::row)
                        .toList();
        return rows.isEmpty()
                ? new Section(title, new Paragraph(WorkpaperText.NOTHING))
                : new Section(title, new Table(COLUMNS, rows));
    }

    private List<Cell> row(AssessedRun run) {
        return List.of(
                assessment.clean(run) ? new Cell("clean", Tone.GOOD) : new Cell("issue", Tone.BAD),
                Cell.exact(run.runId()),
                Cell.of(run.subject()),
                Cell.of(StatusText.word(run.status())),
                Cell.of(String.join("; ", against(run))));
    }

    /// What stands against a run, in a few words.
    private List<String> against(AssessedRun run) {
        List<String> all = new ArrayList<>();
        run.channels()
                .all()
                .forEach((channel, outcome) -> {
                    if (outcome == Outcome.FAILED) {
                        all.add(CheckText.name(channel).toLowerCase(Locale.ROOT) + " failed");
                    }
                });
        if (!run.exceptions().isEmpty()) {
            all.add(run.exceptions().size() + " recorded");
        }
        long open =
                assessment.findings().stream()
                        .filter(finding -> finding.runId().equals(run.runId()))
                        .map(AssessedFinding::state)
                        .filter(state -> state != FindingState.CLOSED)
                        .count();
        if (open > 0) {
            all.add(open + " open findings");
        }
        if (all.isEmpty() && !assessment.clean(run)) {
            all.add("did not go through");
        }
        return all;
    }
}
