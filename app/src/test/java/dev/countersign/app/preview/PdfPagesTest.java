// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.preview;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.app.workpaper.Document;
import dev.countersign.app.workpaper.WorkpaperFormat;
import dev.countersign.core.report.Block.Cell;
import dev.countersign.core.report.Block.Column;
import dev.countersign.core.report.Block.Table;
import dev.countersign.core.report.Report;
import dev.countersign.core.report.Report.Section;

import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

class PdfPagesTest {
    private static PdfPages pages(int rows) {
        List<List<Cell>> lines = new ArrayList<>();
        for (int i = 0; i < rows; i++) {
            lines.add(List.of(Cell.of("row " + i)));
        }
        Table table = new Table(List.of(new Column("Name", 1)), lines);
        var report =
                new Report(
                        "Pages",
                        "",
                        Instant.EPOCH,
                        "00".repeat(32),
                        List.of(new Section("Rows", table)),
                        table);
        return PdfPages.of(new Document(report, "{}").bytes(WorkpaperFormat.PDF));
    }

    @Test
    void aPageIsAsWideAsItIsAskedForAndUpright() {
        PageImage page = pages(3).draw(0, 500);
        assertThat(page.width()).isEqualTo(500);
        assertThat(page.height()).isBetween(706, 708);
        assertThat(page.pixels().get(0)).as("white, opaque").isEqualTo(0xFFFFFFFF);
    }

    @Test
    void whatIsWrittenIsDark() {
        PageImage page = pages(3).draw(0, 500);
        int dark = 0;
        for (var pixels = page.pixels(); pixels.hasRemaining(); ) {
            int pixel = pixels.get();
            dark += (pixel & 0xFF) < 0x60 && (pixel >> 8 & 0xFF) < 0x60 ? 1 : 0;
        }
        assertThat(dark).isBetween(100, 20_000);
    }

    @Test
    void pagesDiffer() {
        PdfPages pages = pages(150);
        assertThat(pages.count()).isGreaterThan(2);
        assertThat(pages.draw(1, 300).pixels()).isNotEqualTo(pages.draw(0, 300).pixels());
        assertThat(pages.draw(0, 300)).isEqualTo(pages.draw(0, 300));
    }
}
