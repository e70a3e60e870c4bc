// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.workpaper;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.app.sample.FirmJar;
import dev.countersign.core.approval.TrustPlace;
import dev.countersign.core.chain.ChainVerifier;
import dev.countersign.core.chain.Progress;
import dev.countersign.core.policy.DefaultPolicy;
import dev.countersign.core.policy.Policy;
import dev.countersign.core.report.Assessment;
import dev.countersign.core.report.Assessor;
import dev.countersign.core.report.Block.Cell;
import dev.countersign.core.report.Block.Table;
import dev.countersign.core.report.Report;
import dev.countersign.core.report.Report.Section;
import dev.countersign.core.review.RuleBook;
import dev.countersign.core.run.RunReader;
import dev.countersign.core.workspace.Desk;
import dev.countersign.core.workspace.KeptClocks;
import dev.countersign.core.workspace.Overview;
import dev.countersign.core.workspace.Testimony;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;

/// A workpaper says what a firm's own rules gave, and concludes nothing from them.
class WorkpaperAddedTest {
    private static final String RUN = "change-approval-0da804633cdb";
    private static final Path SAMPLE =
            Path.of("..", "core", "src", "test", "resources", "samples", RUN);
    private static final Instant AT = Instant.parse("2026-11-21T10:00:00Z");

    @TempDir Path folder;

    private static Assessment assessed(RuleBook rules) throws Exception {
        Policy policy = DefaultPolicy.get();
        var reader =
                new RunReader(
                        new ChainVerifier(Runnable::run, 1), policy, TrustPlace.nowhere(), rules);
        Desk desk = Desk.once(Runnable::run, 1, InstantSource.fixed(AT), UUID::randomUUID);
        Overview overview = Overview.of(SAMPLE, policy, KeptClocks.none(), desk, Progress.NONE);
        return new Assessor(reader, policy, rules, "countersign test", Testimony.Kept.NOTHING)
                .run(SAMPLE, overview, AT);
    }

    private static List<List<String>> words(Table table) {
        return table.rows().stream().map(row -> row.stream().map(Cell::text).toList()).toList();
    }

    @Test
    void isOnPaperAmongTheResultsAndInTheFacts() throws Exception {
        Assessment assessment = assessed(FirmJar.in(folder));
        assertThat(assessment.clean(assessment.runs().getFirst())).isTrue();
        Report report = new Workpaper(assessment, "", "").report();
        Section section =
                report.sections().stream()
                        .filter(one -> one.title().equals("Added rules"))
                        .findFirst()
                        .orElseThrow();
        assertThat(words((Table) section.blocks().getLast()))
                .satisfiesExactly(
                        gone ->
                                assertThat(gone.get(3))
                                        .startsWith(
                                                "Not checked: the rules of an added jar could not"
                                                        + " be loaded: "),
                        fails ->
                                assertThat(fails)
                                        .containsExactly(
                                                RUN,
                                                "firm.Fails",
                                                "Not checked",
                                                "Not checked: the rules of firm.Fails failed:"
                                                        + " java.lang.IllegalStateException: no"
                                                        + " ticket"),
                        finds ->
                                assertThat(finds)
                                        .containsExactly(
                                                RUN, "firm.Finds", "deficiency", "F-1: always"));
        assertThat(words(report.rows()))
                .filteredOn(row -> row.get(6).equals("added_rules"))
                .extracting(row -> row.get(7) + " " + row.get(8))
                .containsExactly(
                        "an added jar not_checked",
                        "firm.Fails not_checked",
                        "firm.Finds deficiency");
        assertThat(new String(assessment.facts(), StandardCharsets.US_ASCII))
                .contains("\"added_rules\"", "\"rules\": \"firm.Fails\"");
    }

    @Test
    void whereNobodyAddedAnyNothingIsSaid() throws Exception {
        Assessment assessment = assessed(RuleBook.ours());
        assertThat(new Workpaper(assessment, "", "").report().sections())
                .noneMatch(one -> one.title().equals("Added rules"));
        assertThat(new String(assessment.facts(), StandardCharsets.US_ASCII))
                .doesNotContain("added_rules");
    }
}
