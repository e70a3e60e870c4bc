// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.workpaper;

import dev.countersign.app.text.CheckText;
import dev.countersign.app.text.ClockText;
import dev.countersign.core.report.Assessment;
import dev.countersign.core.report.Assessment.Draw;
import dev.countersign.core.report.Attainment;
import dev.countersign.core.report.Block;
import dev.countersign.core.report.Block.Bar;
import dev.countersign.core.report.Block.Cell;
import dev.countersign.core.report.Block.Chart;
import dev.countersign.core.report.Block.Column;
import dev.countersign.core.report.Block.Fact;
import dev.countersign.core.report.Block.Facts;
import dev.countersign.core.report.Block.Paragraph;
import dev.countersign.core.report.Block.SignOff;
import dev.countersign.core.report.Block.Signatory;
import dev.countersign.core.report.Block.Table;
import dev.countersign.core.report.CsvReport;
import dev.countersign.core.report.ExcelReport;
import dev.countersign.core.report.HtmlReport;
import dev.countersign.core.report.OscalReport;
import dev.countersign.core.report.PdfReport;
import dev.countersign.core.report.Report;
import dev.countersign.core.report.Report.Section;
import dev.countersign.core.report.ReportFonts;
import dev.countersign.core.run.Channel;
import dev.countersign.core.run.Outcome;
import dev.countersign.resources.Resources;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/// The workpaper: procedure, population, sample, results, exceptions, decisions, deadlines, hashes,
/// legend and sign-off, so that another auditor can repeat it.
///
/// @param assessment what came of it
/// @param preparer who made it; empty: a line is left for the name
/// @param reviewer who reviews it; empty: a line is left for the name
public record Workpaper(Assessment assessment, String preparer, String reviewer) {
    /// The document.
    public Report report() {
        String facts = assessment.sha256();
        WorkpaperRuns runs = new WorkpaperRuns(assessment);
        List<Section> sections = new ArrayList<>();
        sections.add(conclusion(facts));
        sections.add(procedure());
        sections.add(new Section("Population", population(runs)));
        sections.add(
                new Section(
                        "Results",
                        List.of(new Paragraph(WorkpaperText.RESULTS), runs.matrix(), legend())));
        sections.add(new Section("Exceptions", runs.exceptions()));
        sections.add(new Section("Decisions", runs.decisions()));
        sections.add(deadlines());
        sections.add(
                new Section("Hashes", List.of(new Paragraph(WorkpaperText.HASHES), runs.hashes())));
        sections.add(
                new Section(
                        "Sign-off",
                        new SignOff(
                                List.of(
                                        new Signatory("Prepared by", preparer),
                                        new Signatory("Reviewed by", reviewer)))));
        return new Report(
                "Workpaper",
                assessment.subject(),
                assessment.at(),
                facts,
                sections,
                runs.oneByOne());
    }

    /// The document in a format.
    public byte[] bytes(WorkpaperFormat format) {
        return switch (format) {
            case PDF -> PdfReport.bytes(report(), fonts());
            case XLSX -> ExcelReport.bytes(report());
            case CSV -> CsvReport.bytes(report());
            case HTML -> HtmlReport.bytes(report());
            case OSCAL -> OscalReport.bytes(assessment);
            case FACTS -> assessment.facts();
        };
    }

    private static ReportFonts fonts() {
        List<URL> urls = Resources.documentFonts();
        return new ReportFonts(open(urls.get(0)), open(urls.get(1)), open(urls.get(2)));
    }

    private static Supplier<InputStream> open(URL url) {
        return () -> {
            try {
                return url.openStream();
            } catch (IOException e) {
                throw new UncheckedIOException("the fonts are packed with this program", e);
            }
        };
    }

    private Section conclusion(String facts) {
        long all = assessment.runs().size();
        long clean = assessment.clean();
        return new Section(
                "Conclusion",
                new Paragraph(WorkpaperText.conclusion(all, clean)),
                new Facts(
                        fact("Subject", Cell.of(assessment.subject())),
                        fact("As of", Cell.exact(assessment.at().toString())),
                        fact("Runs", Cell.exact(Long.toString(all))),
                        fact("Nothing against them", Cell.exact(Long.toString(clean))),
                        fact("With exceptions", Cell.exact(Long.toString(all - clean))),
                        fact("Policy", Cell.of(assessment.policyVersion())),
                        fact("Policy SHA-256", Cell.exact(assessment.policySha256())),
                        fact("Made with", Cell.of(assessment.tool())),
                        fact("Facts SHA-256", Cell.exact(facts))));
    }

    private static Section procedure() {
        List<List<Cell>> rows = new ArrayList<>();
        for (Channel channel : Channel.values()) {
            rows.add(
                    List.of(
                            Cell.of(CheckText.name(channel)),
                            Cell.of(WorkpaperText.procedure(channel)),
                            Cell.of(WorkpaperText.deficient(channel))));
        }
        return new Section(
                "Procedure",
                new Paragraph(WorkpaperText.PROCEDURE),
                new Table(
                        List.of(
                                new Column("Channel", 14),
                                new Column("What was done", 46),
                                new Column("Deficient when", 40)),
                        rows));
    }

    private List<Block> population(WorkpaperRuns runs) {
        List<Block> blocks = new ArrayList<>();
        Draw draw = assessment.draw();
        if (draw != null) {
            blocks.add(
                    new Facts(
                            fact("Period", Cell.exact(draw.period())),
                            fact("Population", Cell.exact(Long.toString(draw.population()))),
                            fact("Population SHA-256", Cell.exact(draw.populationSha256())),
                            fact("Drawn by", Cell.of(draw.algorithm())),
                            fact("Rate", Cell.exact(draw.rate())),
                            fact("Seed", Cell.exact(draw.seed())),
                            fact("Drawn", Cell.of(listed(draw.drawn()))),
                            fact("Looked at in any case", Cell.of(listed(draw.risky())))));
        }
        blocks.add(runs.population());
        return blocks;
    }

    private static String listed(List<String> ids) {
        return ids.isEmpty() ? "none" : String.join(", ", ids);
    }

    private static Block legend() {
        return new Facts(
                fact(WorkpaperText.mark(Outcome.VERIFIED), Cell.of(WorkpaperText.VERIFIED)),
                fact(WorkpaperText.mark(Outcome.FAILED), Cell.of(WorkpaperText.FAILED)),
                fact(WorkpaperText.mark(Outcome.NOT_CHECKED), Cell.of(WorkpaperText.NOT_CHECKED)));
    }

    private Section deadlines() {
        if (assessment.attainment().isEmpty()) {
            return new Section("Deadlines", new Paragraph(WorkpaperText.NO_CLOCKS));
        }
        List<Bar> bars = new ArrayList<>();
        List<List<Cell>> rows = new ArrayList<>();
        for (Attainment one : assessment.attainment()) {
            String name = ClockText.name(one.kind());
            String percent = one.percent() < 0 ? "none decided" : one.percent() + " %";
            bars.add(new Bar(name + ": " + percent, one.met(), one.late(), one.open()));
            rows.add(
                    List.of(
                            Cell.of(name),
                            Cell.exact(Long.toString(one.met())),
                            Cell.exact(Long.toString(one.late())),
                            Cell.exact(Long.toString(one.open())),
                            Cell.exact(percent)));
        }
        return new Section(
                "Deadlines",
                new Paragraph(WorkpaperText.DEADLINES),
                new Chart(WorkpaperText.CHART, bars),
                new Table(
                        List.of(
                                new Column("Clock", 40),
                                new Column("In time", 15),
                                new Column("Late", 15),
                                new Column("Still open", 15),
                                new Column("Attained", 15)),
                        rows));
    }

    static Fact fact(String name, Cell value) {
        return new Fact(name, value);
    }
}
