// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.workpaper;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.core.chain.FileDigest;
import dev.countersign.core.report.Block.Cell;
import dev.countersign.core.report.Block.Column;
import dev.countersign.core.report.Block.Facts;
import dev.countersign.core.report.Block.Paragraph;
import dev.countersign.core.report.Block.Table;
import dev.countersign.core.report.Block.Tone;
import dev.countersign.core.report.CsvReport;
import dev.countersign.core.report.Report;
import dev.countersign.core.report.Report.Section;

import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/** What stands on paper of a report that is too long for it. */
class AbridgedTest {
    private static final Set<String> SAMPLE = Set.of("run-7", "run-8");

    /** Of so many rows, every so many bad. */
    private static Table table(int rows, int bad) {
        List<List<Cell>> all = new ArrayList<>();
        for (int i = 0; i < rows; i++) {
            Cell state = i % bad == 0 ? new Cell("failed", Tone.BAD) : Cell.of("fine");
            all.add(List.of(Cell.exact("run-" + i), state));
        }
        return new Table(List.of(new Column("Run", 1), new Column("State", 1)), all);
    }

    private static Table only(Table table, int... rows) {
        List<List<Cell>> kept = new ArrayList<>();
        for (int row : rows) {
            kept.add(table.rows().get(row));
        }
        return new Table(table.columns(), kept);
    }

    private static Report report(Table... tables) {
        List<Section> sections = new ArrayList<>();
        sections.add(new Section("Conclusion", new Paragraph("So it is.")));
        for (Table table : tables) {
            sections.add(new Section("Part " + sections.size(), new Paragraph("This:"), table));
        }
        return new Report(
                "Title", "subtitle", Instant.EPOCH, "f".repeat(64), sections, table(3, 9));
    }

    @Test
    void whatIsTooLongForPaperIsKnown() {
        assertThat(Document.abridged(report(table(2_500, 1), table(2_500, 1)))).isFalse();
        assertThat(Document.abridged(report(table(2_500, 1), table(2_501, 1)))).isTrue();
    }

    @Test
    void whatFitsIsLeftAsItIs() {
        Report report = report(table(120, 60), table(80, 80));
        assertThat(new Abridged(SAMPLE, 200).of(report)).isSameAs(report);
    }

    @Test
    void ofALongTableTheRowsStayThatTellSomething() {
        Table small = table(100, 50);
        Table large = table(120, 60);
        Table silent = table(150, 200);
        Table nothing = only(table(151, 1_000), IntStream.range(20, 151).toArray());
        Report whole = report(small, large, silent, nothing);
        assertThat(new Abridged(SAMPLE, 200).of(whole))
                .isEqualTo(
                        new Report(
                                "Title",
                                "subtitle",
                                Instant.EPOCH,
                                "f".repeat(64),
                                List.of(
                                        whole.sections().getFirst(),
                                        new Section(
                                                "Annex",
                                                new Paragraph(WorkpaperText.ANNEX),
                                                new Facts(
                                                        Parts.fact(
                                                                "Rows of all tables",
                                                                Cell.exact("501")),
                                                        Parts.fact(
                                                                "Rows of the annex",
                                                                Cell.exact("3")),
                                                        Parts.fact(
                                                                "Annex SHA-256",
                                                                Cell.exact(
                                                                        FileDigest.sha256(
                                                                                CsvReport.bytes(
                                                                                        whole)))))),
                                        whole.sections().get(1),
                                        new Section(
                                                "Part 2",
                                                new Paragraph("This:"),
                                                new Paragraph(
                                                        "4 of 120 rows are shown: those with"
                                                                + " exceptions or of the sample."),
                                                only(large, 0, 7, 8, 60)),
                                        new Section(
                                                "Part 3",
                                                new Paragraph("This:"),
                                                new Paragraph(
                                                        "3 of 150 rows are shown: those with"
                                                                + " exceptions or of the sample."),
                                                only(silent, 0, 7, 8)),
                                        new Section(
                                                "Part 4",
                                                new Paragraph("This:"),
                                                new Paragraph(
                                                        "0 of 131 rows are shown: those with"
                                                            + " exceptions or of the sample."))),
                                whole.rows()));
    }

    @Test
    void whereEvenThoseAreTooManyTheFirstStandAndNoneIsCutWhileAnotherHasMore() {
        Report paper =
                new Abridged(Set.of(), 100)
                        .of(report(table(1_000, 1), table(500, 25), table(2_000, 1)));
        assertThat(paper.sections().stream().skip(2).map(section -> section.blocks().get(1)))
                .containsExactly(
                        new Paragraph(
                                "40 of 1000 rows are shown: the first of 1000 with exceptions or of"
                                        + " the sample."),
                        new Paragraph(
                                "20 of 500 rows are shown: those with exceptions or of the"
                                        + " sample."),
                        new Paragraph(
                                "40 of 2000 rows are shown: the first of 2000 with exceptions or of"
                                        + " the sample."));
    }
}
