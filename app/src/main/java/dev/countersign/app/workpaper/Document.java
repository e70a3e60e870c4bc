// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.workpaper;

import dev.countersign.core.report.CsvReport;
import dev.countersign.core.report.ExcelReport;
import dev.countersign.core.report.HtmlReport;
import dev.countersign.core.report.PdfReport;
import dev.countersign.core.report.Report;
import dev.countersign.core.report.ReportFonts;
import dev.countersign.resources.Resources;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/// A report and the facts it was made of.
///
/// @param report in words
/// @param facts as canonical JSON, ASCII
/// @param telling which rows of a table stand on paper where all would be too many: those with a
///   bad cell, or one of these texts
public record Document(Report report, String facts, Set<String> telling) implements Paper {
    /// Laying out costs about 50 KB a row.
    private static final int MOST_ON_PAPER = 5_000;

    public Document {
        telling = Set.copyOf(telling);
    }

    /// Whose rows say by themselves what they tell.
    public Document(Report report, String facts) {
        this(report, facts, Set.of());
    }

    @Override
    public List<WorkpaperFormat> formats() {
        return List.of(
                WorkpaperFormat.PDF,
                WorkpaperFormat.XLSX,
                WorkpaperFormat.CSV,
                WorkpaperFormat.HTML,
                WorkpaperFormat.FACTS);
    }

    /// Whether a report is too long for paper: not every row stands there.
    public static boolean abridged(Report report) {
        return Abridged.rows(report) > MOST_ON_PAPER;
    }

    @Override
    public byte[] bytes(WorkpaperFormat format) {
        return switch (format) {
            case PDF -> PdfReport.bytes(new Abridged(telling, MOST_ON_PAPER).of(report), fonts());
            case XLSX -> ExcelReport.bytes(report);
            case CSV -> CsvReport.bytes(report);
            case HTML -> HtmlReport.bytes(report);
            case OSCAL ->
                    throw new IllegalArgumentException("only a workpaper is written as OSCAL");
            case FACTS -> facts.getBytes(StandardCharsets.US_ASCII);
        };
    }

    private static ReportFonts fonts() {
        List<Supplier<InputStream>> fonts = Resources.documentFonts();
        return new ReportFonts(fonts.get(0), fonts.get(1), fonts.get(2));
    }
}
