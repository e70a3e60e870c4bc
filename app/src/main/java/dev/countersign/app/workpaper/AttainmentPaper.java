// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.workpaper;

import dev.countersign.app.text.ClockText;
import dev.countersign.app.text.StatusText;
import dev.countersign.core.clock.RunClock;
import dev.countersign.core.report.AssessedRun;
import dev.countersign.core.report.Assessment;
import dev.countersign.core.report.Block.Cell;
import dev.countersign.core.report.Block.Column;
import dev.countersign.core.report.Block.Paragraph;
import dev.countersign.core.report.Block.Table;
import dev.countersign.core.report.Block.Tone;
import dev.countersign.core.report.Report;
import dev.countersign.core.report.Report.Section;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/// How deadlines were kept, and which were not.
///
/// @param assessment what came of the runs
/// @param preparer who made it; empty: a line is left for the name
/// @param reviewer who reviews it; empty: a line is left for the name
public record AttainmentPaper(Assessment assessment, String preparer, String reviewer) {
    /// The document.
    public Document document() {
        String facts = assessment.sha256();
        Table late = late();
        Report report =
                new Report(
                        "Deadline attainment",
                        assessment.subject(),
                        assessment.at(),
                        facts,
                        List.of(
                                Parts.deadlines(assessment.attainment()),
                                late.rows().isEmpty()
                                        ? new Section(
                                                "Not kept", new Paragraph(WorkpaperText.NOTHING))
                                        : new Section("Not kept", late),
                                Parts.conclusion(assessment, facts),
                                Parts.signOff(preparer, reviewer)),
                        Parts.attained(assessment.attainment()));
        return new Document(report, new String(assessment.facts(), StandardCharsets.US_ASCII));
    }

    private Table late() {
        List<List<Cell>> rows = new ArrayList<>();
        for (AssessedRun run : assessment.runs()) {
            for (RunClock clock : run.clocks()) {
                if (clock.breached(assessment.at())) {
                    rows.add(
                            List.of(
                                    new Cell(
                                            clock.openAt(assessment.at()) ? "overdue" : "late",
                                            Tone.BAD),
                                    Cell.exact(run.runId()),
                                    Cell.of(ClockText.name(clock.kind())),
                                    Cell.exact(second(clock.due())),
                                    Cell.of(StatusText.word(run.status()))));
                }
            }
        }
        return new Table(
                List.of(
                        new Column("State", 10),
                        new Column("Run", 38),
                        new Column("Clock", 18),
                        new Column("Due", 20),
                        new Column("Status of the run", 14)),
                rows);
    }

    private static String second(Instant at) {
        return at.truncatedTo(ChronoUnit.SECONDS).toString();
    }
}
