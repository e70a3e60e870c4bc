// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.workpaper;

import dev.countersign.app.text.CheckText;
import dev.countersign.app.text.SamplesText;
import dev.countersign.core.bundle.BundleStanding;
import dev.countersign.core.report.AssessedRun;
import dev.countersign.core.report.Assessment;
import dev.countersign.core.report.Assessment.AssessedFinding;
import dev.countersign.core.report.Block;
import dev.countersign.core.report.Block.Cell;
import dev.countersign.core.report.Block.Column;
import dev.countersign.core.report.Block.Fact;
import dev.countersign.core.report.Block.Facts;
import dev.countersign.core.report.Block.Paragraph;
import dev.countersign.core.report.Block.Table;
import dev.countersign.core.report.OscalReport;
import dev.countersign.core.report.Report;
import dev.countersign.core.report.Report.Section;
import dev.countersign.core.review.Control;
import dev.countersign.core.run.Channel;
import dev.countersign.core.run.Outcome;
import dev.countersign.core.sampling.Draw;
import dev.countersign.core.sampling.Member;
import dev.countersign.core.sampling.Unplaced;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// The workpaper: procedure, population, sample, results, exceptions, decisions, deadlines, hashes,
/// legend and sign-off, so that another auditor can repeat it.
///
/// @param assessment what came of it
/// @param preparer who made it; empty: a line is left for the name
/// @param reviewer who reviews it; empty: a line is left for the name
public record Workpaper(Assessment assessment, String preparer, String reviewer) implements Paper {
    @Override
    public Report report() {
        String facts = assessment.sha256();
        WorkpaperRuns runs = new WorkpaperRuns(assessment);
        List<Section> sections = new ArrayList<>();
        sections.add(Parts.conclusion(assessment, facts));
        BundleStanding bundle = assessment.bundle();
        if (bundle != null) {
            sections.add(BundleParts.section(bundle));
        }
        sections.add(procedure());
        sections.add(new Section("Population", population(runs)));
        sections.add(
                new Section(
                        "Results",
                        List.of(new Paragraph(WorkpaperText.RESULTS), runs.matrix(), legend())));
        sections.add(new Section("Exceptions", new WorkpaperExceptions(assessment).blocks()));
        sections.addAll(new WorkpaperAdded(assessment).section());
        sections.add(new Section("Decisions", runs.decisions()));
        sections.addAll(new LedgerParts(assessment.ledger()).signed());
        sections.add(Parts.deadlines(assessment.attainment()));
        sections.add(
                new Section(
                        "Hashes",
                        List.of(
                                new Paragraph(WorkpaperText.HASHES),
                                new WorkpaperHashes(assessment).table())));
        sections.add(Parts.signOff(preparer, reviewer));
        return new Report(
                "Workpaper", subtitle(), assessment.at(), facts, sections, runs.oneByOne());
    }

    /// Of what it is, and of which month.
    private String subtitle() {
        Draw draw = assessment.draw();
        return draw == null
                ? assessment.subject()
                : assessment.subject() + ", " + SamplesText.month(draw.population().period());
    }

    @Override
    public List<WorkpaperFormat> formats() {
        return List.of(WorkpaperFormat.values());
    }

    @Override
    public byte[] bytes(WorkpaperFormat format) {
        return format == WorkpaperFormat.OSCAL
                ? OscalReport.bytes(assessment)
                : new Document(
                                report(),
                                new String(assessment.facts(), StandardCharsets.US_ASCII),
                                telling())
                        .bytes(format);
    }

    /// Runs with exceptions or in the sample, and findings: their rows always stand on paper.
    private Set<String> telling() {
        Set<String> telling = new HashSet<>();
        for (AssessedRun run : assessment.runs()) {
            if (!assessment.clean(run)) {
                telling.add(run.runId());
            }
        }
        for (AssessedFinding finding : assessment.findings()) {
            telling.add(finding.id());
            telling.add(finding.runId());
        }
        Draw draw = assessment.draw();
        if (draw != null) {
            draw.sampled().forEach(member -> telling.add(member.runId()));
            draw.population().risky().forEach(member -> telling.add(member.runId()));
        }
        telling.remove("");
        return telling;
    }

    private Section procedure() {
        List<List<Cell>> rows = new ArrayList<>();
        for (Channel channel : Channel.values()) {
            rows.add(
                    List.of(
                            Cell.of(CheckText.name(channel)),
                            Cell.of(WorkpaperText.procedure(channel)),
                            Cell.of(WorkpaperText.deficient(channel))));
        }
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Paragraph(WorkpaperText.PROCEDURE));
        blocks.add(
                new Table(
                        List.of(
                                new Column("Channel", 16),
                                new Column("What was done", 45),
                                new Column("Deficient when", 39)),
                        rows));
        if (!assessment.controls().isEmpty()) {
            blocks.add(new Paragraph(WorkpaperText.CONTROLS));
            blocks.add(controls());
        }
        return new Section("Procedure", blocks);
    }

    private Table controls() {
        List<List<Cell>> rows = new ArrayList<>();
        for (Control control : assessment.controls()) {
            rows.add(
                    List.of(
                            Cell.of(control.id()),
                            Cell.of(control.objective()),
                            Cell.of(control.procedure()),
                            Cell.of(control.evidence()),
                            Cell.of(String.join(" ", control.deficiency()))));
        }
        return new Table(
                List.of(
                        new Column("Control", 12),
                        new Column("Objective", 20),
                        new Column("Procedure", 26),
                        new Column("Evidence", 21),
                        new Column("Deficient when", 21)),
                rows);
    }

    private List<Block> population(WorkpaperRuns runs) {
        List<Block> blocks = new ArrayList<>();
        Draw draw = assessment.draw();
        if (draw != null) {
            LedgerParts ledger = new LedgerParts(assessment.ledger());
            List<Fact> facts =
                    new ArrayList<>(
                            List.of(
                                    Parts.fact(
                                            "Period",
                                            Cell.exact(draw.population().period().toString())),
                                    Parts.fact(
                                            "Time zone", Cell.of(draw.population().zone().getId())),
                                    Parts.fact(
                                            "Population",
                                            number(draw.population().members().size())),
                                    Parts.fact(
                                            "Population SHA-256",
                                            Cell.exact(draw.population().sha256())),
                                    Parts.fact("Algorithm", Cell.of(Draw.ALGORITHM)),
                                    Parts.fact("Rate", Cell.exact(Double.toString(draw.rate()))),
                                    Parts.fact("Seed", Cell.exact(draw.seed().toString())),
                                    Parts.fact("Drawn", Cell.of(listed(draw.sampled()))),
                                    Parts.fact(
                                            "Always reviewed",
                                            Cell.of(listed(draw.population().risky())))));
            for (Unplaced run : draw.population().unplaced()) {
                facts.add(
                        Parts.fact(
                                "Belongs to no period",
                                Cell.of(run.runId() + ": " + SamplesText.reason(run))));
            }
            facts.addAll(ledger.drawn());
            facts.addAll(ledger.signedOff());
            blocks.add(new Facts(facts));
            blocks.addAll(ledger.others());
        }
        blocks.add(runs.population());
        return blocks;
    }

    private static Cell number(long number) {
        return Cell.exact(Long.toString(number));
    }

    private static String listed(List<Member> members) {
        return members.isEmpty()
                ? "none"
                : members.stream().map(Member::runId).collect(Collectors.joining(", "));
    }

    private static Block legend() {
        return new Facts(
                Parts.fact(WorkpaperText.mark(Outcome.VERIFIED), Cell.of(WorkpaperText.VERIFIED)),
                Parts.fact(WorkpaperText.mark(Outcome.FAILED), Cell.of(WorkpaperText.FAILED)),
                Parts.fact(
                        WorkpaperText.mark(Outcome.NOT_CHECKED),
                        Cell.of(WorkpaperText.NOT_CHECKED)));
    }
}
