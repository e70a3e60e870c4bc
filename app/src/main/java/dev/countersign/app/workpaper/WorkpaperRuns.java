// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.workpaper;

import dev.countersign.app.text.ActText;
import dev.countersign.app.text.CheckText;
import dev.countersign.app.text.StatusText;
import dev.countersign.core.bundle.BundleStanding;
import dev.countersign.core.chain.Verdict;
import dev.countersign.core.report.AssessedRun;
import dev.countersign.core.report.AssessedRun.Act;
import dev.countersign.core.report.Assessment;
import dev.countersign.core.report.Block;
import dev.countersign.core.report.Block.Cell;
import dev.countersign.core.report.Block.Column;
import dev.countersign.core.report.Block.Paragraph;
import dev.countersign.core.report.Block.Table;
import dev.countersign.core.run.Channel;
import dev.countersign.core.run.Check;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/// The tables of a workpaper, run by run.
record WorkpaperRuns(Assessment assessment) {
    private static final List<Column> ONE_BY_ONE =
            Stream.of(
                            "run_id",
                            "workflow",
                            "status",
                            "chain",
                            "head",
                            "log_sha256",
                            "channel",
                            "check",
                            "outcome",
                            "why",
                            "subject",
                            "record",
                            "expected",
                            "found")
                    .map(title -> new Column(title, 8))
                    .toList();

    Table population() {
        List<List<Cell>> rows = new ArrayList<>();
        for (AssessedRun run : assessment.runs()) {
            Instant started = run.started();
            rows.add(
                    List.of(
                            Cell.exact(run.runId()),
                            Cell.of(run.subject()),
                            Cell.of(StatusText.word(run.status())),
                            Cell.exact(started == null ? "" : second(started)),
                            Cell.of(run.author()),
                            Cell.of(run.gate())));
        }
        return new Table(
                List.of(
                        new Column("Run", 30),
                        new Column("What", 23),
                        new Column("Status", 12),
                        new Column("Started", 17),
                        new Column("Author", 10),
                        new Column("Gate", 8)),
                rows);
    }

    Table matrix() {
        List<Column> columns = new ArrayList<>();
        columns.add(new Column("Run", 40));
        for (Channel channel : Channel.values()) {
            String name = CheckText.name(channel);
            columns.add(new Column(name, Math.max(7, name.length())));
        }
        List<List<Cell>> rows = new ArrayList<>();
        for (AssessedRun run : assessment.runs()) {
            List<Cell> row = new ArrayList<>();
            row.add(Cell.exact(run.runId()));
            run.channels()
                    .all()
                    .values()
                    .forEach(outcome ->
                            row.add(
                                    new Cell(
                                            WorkpaperText.mark(outcome),
                                            WorkpaperText.tone(outcome))));
            rows.add(row);
        }
        return new Table(columns, rows);
    }

    private static String second(Instant at) {
        return at.truncatedTo(ChronoUnit.SECONDS).toString();
    }

    List<Block> decisions() {
        List<List<Cell>> rows = new ArrayList<>();
        for (AssessedRun run : assessment.runs()) {
            for (Act act : run.acts()) {
                Instant at = act.at();
                rows.add(
                        List.of(
                                Cell.exact(run.runId()),
                                Cell.of(act.event().replace('_', ' ')),
                                Cell.of(act.verdict().person()),
                                Cell.exact(at == null ? "" : second(at)),
                                Cell.of(ActText.signature(act.verdict()))));
            }
        }
        if (rows.isEmpty()) {
            return List.of(new Paragraph(WorkpaperText.NOTHING));
        }
        return List.of(
                new Table(
                        List.of(
                                new Column("Run", 30),
                                new Column("Act", 17),
                                new Column("Who", 14),
                                new Column("When", 18),
                                new Column("Signature", 21)),
                        rows));
    }

    /// Every check of every run, one line each; of a failed one, one line for each disagreement.
    /// Then the hashes that no such line has.
    Table oneByOne() {
        BundleStanding bundle = assessment.bundle();
        List<List<Cell>> rows =
                new ArrayList<>(bundle == null ? List.of() : BundleParts.oneByOne(bundle));
        for (AssessedRun run : assessment.runs()) {
            for (Check check : run.channels().checks()) {
                if (check.evidence().isEmpty()) {
                    rows.add(line(run, check, "", "", "", ""));
                }
                for (Check.Evidence one : check.evidence()) {
                    rows.add(
                            line(
                                    run,
                                    check,
                                    one.subject(),
                                    one.record() < 0 ? "" : Long.toString(one.record()),
                                    one.expected() == null ? "" : one.expected(),
                                    one.found() == null ? "" : one.found()));
                }
            }
            rows.addAll(WorkpaperAdded.oneByOne(run));
        }
        rows.addAll(new WorkpaperHashes(assessment).oneByOne());
        return new Table(ONE_BY_ONE, rows);
    }

    private static List<Cell> line(
            AssessedRun run,
            Check check,
            String subject,
            String record,
            String expected,
            String found) {
        Verdict verdict = run.verdict();
        return List.of(
                Cell.exact(run.runId()),
                Cell.of(run.workflow()),
                Cell.of(run.status().word()),
                Cell.of(verdict == null ? "" : verdict.word()),
                Cell.exact(run.head()),
                Cell.exact(run.logSha256()),
                Cell.of(check.kind().channel().word()),
                Cell.of(check.kind().name().toLowerCase(Locale.ROOT)),
                new Cell(check.outcome().word(), WorkpaperText.tone(check.outcome())),
                Cell.of(check.why().name().toLowerCase(Locale.ROOT)),
                Cell.of(subject),
                Cell.exact(record),
                Cell.of(expected),
                Cell.of(found));
    }
}
