// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.workpaper;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.core.report.Assessment;
import dev.countersign.core.report.Assessment.AssessedFinding;
import dev.countersign.core.report.Block;
import dev.countersign.core.report.Block.Cell;
import dev.countersign.core.report.Block.Column;
import dev.countersign.core.report.Block.Paragraph;
import dev.countersign.core.report.Block.Table;
import dev.countersign.core.run.Check;
import dev.countersign.core.workspace.FindingKind;
import dev.countersign.core.workspace.FindingState;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/** What stands in a column is what its heading says. */
class WorkpaperExceptionsTest {
    private static final Instant AT = Instant.parse("2026-11-21T10:00:00Z");

    @Test
    void eachKindHasItsOwnColumns(@TempDir Path folder) throws Exception {
        Assessment edited = ConclusionTest.with(ConclusionTest.assessed(edited(folder)), finding());
        List<Block> blocks = new WorkpaperExceptions(edited).blocks();

        assertThat(blocks.stream().filter(Paragraph.class::isInstance))
                .containsExactly(
                        new Paragraph("Checks that failed when they were made here."),
                        new Paragraph("Findings, which somebody has to answer for."));
        assertThat(column(blocks.get(1), "Channel")).contains("Integrity");
        assertThat(column(blocks.get(1), "Check")).contains("Chain of the log");
        assertThat(column(blocks.get(1), "What is wrong"))
                .anySatisfy(text ->
                        assertThat(text)
                                .startsWith("A hash or a link is wrong. Record ")
                                .doesNotContain("open Integrity"));
        assertThat(column(blocks.get(3), "Severity")).containsExactly("SEV-2");
        assertThat(column(blocks.get(3), "Reference")).containsExactly("f-1");
        assertThat(column(blocks.get(3), "State")).containsExactly("open");
    }

    @Test
    void whereNothingIsKnownNothingIsCompared() {
        assertThat(WorkpaperText.difference(new Check.Evidence("torn_tail", 22, null, null)))
                .isEqualTo("Record 22 · torn_tail.");
        assertThat(WorkpaperText.difference(new Check.Evidence("state.json", -1, "a", null)))
                .isEqualTo("state.json: expected a, found nothing.");
    }

    private static List<String> column(Block block, String title) {
        Table table = (Table) block;
        int at = table.columns().stream().map(Column::title).toList().indexOf(title);
        return table.rows().stream().map(row -> row.get(at)).map(Cell::text).toList();
    }

    private static AssessedFinding finding() {
        return new AssessedFinding(
                "f-1", FindingKind.GATE_DISAGREES, 2, "run", AT, null, FindingState.OPEN);
    }

    /** A copy of the sample with one word of its log changed. */
    private static Path edited(Path folder) throws Exception {
        Path run = Files.createDirectory(folder.resolve(ConclusionTest.SAMPLE.getFileName()));
        Path log = ConclusionTest.SAMPLE.resolve("audit.jsonl");
        String text = Files.readString(log);
        Files.writeString(run.resolve("audit.jsonl"), text.replaceFirst("approve", "approvE"));
        return run;
    }
}
