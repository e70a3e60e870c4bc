// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.report;

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
import dev.countersign.core.report.Block.Tone;
import dev.countersign.core.report.Report.Section;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Small reports with what every format has to carry, and the fonts that are shipped. */
final class Reports {
    static final String FACTS = "0123456789abcdef".repeat(4);
    static final Instant AT = Instant.parse("2026-11-21T10:00:00.123456Z");
    private static final Path FONTS =
            Path.of("../resources/src/main/resources/dev/countersign/resources/fonts");

    private Reports() {}

    static ReportFonts fonts() {
        return new ReportFonts(
                font("Inter-Regular.ttf"),
                font("Inter-SemiBold.ttf"),
                font("JetBrainsMono-Regular.ttf"));
    }

    private static Supplier<InputStream> font(String name) {
        return () -> {
            try {
                return Files.newInputStream(FONTS.resolve(name));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        };
    }

    /** A report with one table that has these texts, each in a row. */
    static Report with(String... texts) {
        List<List<Cell>> rows = new ArrayList<>();
        for (String text : texts) {
            rows.add(List.of(Cell.exact("run"), new Cell(text, Tone.BAD)));
        }
        Table table = new Table(List.of(new Column("run_id", 1), new Column("what", 3)), rows);
        return new Report(
                "Workpaper",
                "of <everything> & more",
                AT,
                FACTS,
                List.of(
                        new Section(
                                "Conclusion",
                                new Paragraph("One of them has exceptions."),
                                new Facts(new Fact("Policy", Cell.of("default-1")))),
                        new Section("Results: all", table),
                        new Section(
                                "Deadlines",
                                new Chart(
                                        List.of("In time", "Late", "Still open"),
                                        List.of(new Bar("Review", 3, 1, 0)))),
                        new Section(
                                "Sign-off",
                                new SignOff(List.of(new Signatory("Prepared by", "Ann"))))),
                table);
    }
}
