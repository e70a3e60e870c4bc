// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.feature.reports;

import dev.countersign.app.preview.PdfPages;
import dev.countersign.app.workpaper.Document;
import dev.countersign.app.workpaper.WorkpaperFormat;
import dev.countersign.core.report.Block.Cell;
import dev.countersign.core.report.Block.Column;
import dev.countersign.core.report.Block.Table;
import dev.countersign.core.report.Report;
import dev.countersign.core.report.Report.Section;

import java.time.Instant;
import java.util.List;

/// Reports of one column, made.
final class MadeReports {
    private MadeReports() {}

    /// @param rows what stands in the column
    static MadeReport of(ReportOrder order, List<String> rows) {
        List<List<Cell>> cells = rows.stream().map(row -> List.of(Cell.of(row))).toList();
        var table = new Table(List.of(new Column("A", 1)), cells);
        var report =
                new Report(
                        "T",
                        "s",
                        Instant.EPOCH,
                        "00".repeat(32),
                        List.of(new Section("S", table)),
                        table);
        var paper = new Document(report, "{}");
        return new MadeReport(
                order,
                paper,
                report.facts(),
                PdfPages.of(paper.bytes(WorkpaperFormat.PDF)),
                List.of());
    }
}
