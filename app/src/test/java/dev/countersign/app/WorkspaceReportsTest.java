// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.countersign.app.feature.reports.MadeReport;
import dev.countersign.app.feature.reports.MatrixReading;
import dev.countersign.app.feature.reports.Names;
import dev.countersign.app.feature.reports.PageSpan;
import dev.countersign.app.feature.reports.Period;
import dev.countersign.app.feature.reports.ReportKind;
import dev.countersign.app.feature.reports.ReportOffer;
import dev.countersign.app.feature.reports.ReportOrder;
import dev.countersign.app.feature.reports.SavedReport;
import dev.countersign.app.feature.reports.Subject;
import dev.countersign.app.feature.samples.DrawOrder;
import dev.countersign.app.feature.samples.SamplesReading;
import dev.countersign.app.workpaper.WorkpaperFormat;
import dev.countersign.core.chain.Cancellation;
import dev.countersign.core.chain.ChainVerifier;
import dev.countersign.core.chain.FileDigest;
import dev.countersign.core.chain.Progress;
import dev.countersign.core.reperformance.Comparison;
import dev.countersign.core.reperformance.TestKind;
import dev.countersign.core.sampling.Percent;
import dev.countersign.core.source.SourceException;
import dev.countersign.core.testkit.Folders;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/// The ports of reports and the matrix on a real workspace.
class WorkspaceReportsTest {
    private static final Path SAMPLES = Path.of("../core/src/test/resources/samples");
    private static final List<String> RUNS =
            List.of("change-approval-0155cb2f963b", "change-approval-a62171c7f263");
    private static final Names NAMES = new Names("Ada", "");

    @TempDir Path folder;
    @AutoClose private final Access desks = new Access();

    private final ChainVerifier verifier = new ChainVerifier(Runnable::run, 1);

    private WorkspaceAccess access() throws IOException {
        for (String run : RUNS) {
            Folders.copy(SAMPLES.resolve(run), folder.resolve("runs").resolve(run));
        }
        Instant now = Instant.parse("2026-11-24T10:00:00Z");
        var access = desks.on(folder.resolve("user"), () -> now);
        var _ = access.open(folder.resolve("runs"));
        return access;
    }

    private static MadeReport make(WorkspaceReports reports, ReportKind kind, Subject subject)
            throws SourceException {
        return reports.make(
                        new ReportOrder(kind, subject, Period.ALL, NAMES),
                        Progress.NONE,
                        Cancellation.NEVER)
                .orElseThrow();
    }

    private static void draw(WorkspaceAccess access, Subject.Month month) throws SourceException {
        var samples = new WorkspaceSamples(access, () -> "c0ffee");
        var read =
                (SamplesReading.Read)
                        samples.read(month.month(), Progress.NONE, Cancellation.NEVER);
        samples.draw(
                read.coverage().population(),
                new DrawOrder(new Percent(BigDecimal.valueOf(50)), null));
    }

    @Test
    void withoutAFolderThereIsNothing() throws Exception {
        var access = desks.on(folder, () -> Instant.EPOCH);
        assertThat(new WorkspaceReports(verifier, access).offer()).isEmpty();
        assertThat(new WorkspaceMatrix(verifier, access).perform(Progress.NONE, Cancellation.NEVER))
                .isEmpty();
    }

    @Test
    void runsAndResourcesAreOffered() throws Exception {
        ReportOffer offer = new WorkspaceReports(verifier, access()).offer().orElseThrow();
        assertThat(offer.runs()).extracting(Subject.Run::name).isEqualTo(RUNS);
        assertThat(offer.things()).extracting(Subject.Thing::type).contains("workspace");
        assertThat(offer.workspace()).isEqualTo(folder.resolve("runs"));
    }

    @ParameterizedTest
    @EnumSource(ReportKind.class)
    void everyKindIsMadeSavedAndInTheLedger(ReportKind kind) throws Exception {
        WorkspaceAccess access = access();
        var reports = new WorkspaceReports(verifier, access);
        ReportOffer offer = reports.offer().orElseThrow();
        if (kind == ReportKind.MONTH) {
            draw(access, offer.months().getFirst());
        }
        Subject subject = kind.picks() ? offer.subjects(kind).getFirst() : null;
        MadeReport made = make(reports, kind, subject);
        assertThat(made.pages().count()).isPositive();
        assertThat(made.attainment().isEmpty()).isEqualTo(!kind.ofRuns());
        for (WorkpaperFormat format : made.paper().formats()) {
            Path file = folder.resolve("report." + format.word());
            SavedReport saved = reports.save(made, format, file);
            String sha256 = FileDigest.sha256(Files.readAllBytes(file));
            assertThat(saved).isEqualTo(new SavedReport(file, format, sha256));
            var last = new WorkspaceLedger(access).latest(1).rows().getFirst();
            assertThat(last.action()).isEqualTo("exported");
            assertThat(last.resourceType() + " " + last.resourceId()).isEqualTo("report " + file);
            assertThat(last.details().text())
                    .isEqualTo(
                            "{\"report\": \""
                                    + made.paper().report().title()
                                    + "\", \"format\": \""
                                    + format.word()
                                    + "\", \"sha256\": \""
                                    + sha256
                                    + "\", \"facts_sha256\": \""
                                    + made.facts()
                                    + "\"}");
        }
        Path facts = folder.resolve("report.facts");
        assertThat(FileDigest.sha256(Files.readAllBytes(facts))).isEqualTo(made.facts());
    }

    @Test
    void whatWasPrintedIsInTheLedgerWithTheHashOfItsPdf() throws Exception {
        WorkspaceAccess access = access();
        var reports = new WorkspaceReports(verifier, access);
        MadeReport made = make(reports, ReportKind.WORKSPACE, null);
        Path file = folder.resolve("report.pdf");
        String sha256 = reports.save(made, WorkpaperFormat.PDF, file).sha256();
        reports.printed(made, "Office", new PageSpan(2, 3));
        var last = new WorkspaceLedger(access).latest(1).rows().getFirst();
        assertThat(last.action()).isEqualTo("exported");
        assertThat(last.resourceType() + " " + last.resourceId()).isEqualTo("report Office");
        assertThat(last.details().text())
                .isEqualTo(
                        "{\"report\": \"Workpaper\", \"format\": \"print\", \"pages\": \"2-3\","
                                + " \"sha256\": \""
                                + sha256
                                + "\", \"facts_sha256\": \""
                                + made.facts()
                                + "\"}");
    }

    @Test
    void reportsOfTheSameRunsBearTheSameFacts() throws Exception {
        var reports = new WorkspaceReports(verifier, access());
        String facts = make(reports, ReportKind.WORKSPACE, null).facts();
        assertThat(make(reports, ReportKind.OPERATIONS, null).facts()).isEqualTo(facts);
        assertThat(make(reports, ReportKind.ATTAINMENT, null).facts()).isEqualTo(facts);
    }

    @Test
    void nothingIsOverwritten() throws Exception {
        WorkspaceAccess access = access();
        var reports = new WorkspaceReports(verifier, access);
        MadeReport made = make(reports, ReportKind.PRIVILEGED, null);
        Path file = Files.writeString(folder.resolve("mine.csv"), "mine");
        assertThatThrownBy(() -> reports.save(made, WorkpaperFormat.CSV, file))
                .isInstanceOf(SourceException.class)
                .hasMessage(file + " exists already: give it another name.");
        assertThat(file).hasContent("mine");
        assertThat(new WorkspaceLedger(access).latest(1).rows().getFirst().action())
                .isNotEqualTo("exported");
    }

    @Test
    void aPeriodBoundsWhatTheLedgerIsAsked() throws Exception {
        var reports = new WorkspaceReports(verifier, access());
        var _ = reports.offer();
        for (var expected :
                Map.of(
                                new Period("2026-11-24", "2026-11-24"), true,
                                new Period("", "2026-11-23"), false,
                                new Period("2026-11-25", ""), false)
                        .entrySet()) {
            var order = new ReportOrder(ReportKind.PRIVILEGED, null, expected.getKey(), NAMES);
            MadeReport made = reports.make(order, Progress.NONE, Cancellation.NEVER).orElseThrow();
            assertThat(!made.paper().report().rows().rows().isEmpty())
                    .as(expected.getKey().toString())
                    .isEqualTo(expected.getValue());
        }
    }

    @Test
    void whatIsCancelledIsNotMade() throws Exception {
        var reports = new WorkspaceReports(verifier, access());
        for (ReportKind kind : List.of(ReportKind.WORKSPACE, ReportKind.PRIVILEGED)) {
            assertThat(
                            reports.make(
                                    new ReportOrder(kind, null, Period.ALL, NAMES),
                                    Progress.NONE,
                                    () -> true))
                    .isEmpty();
        }
    }

    @Test
    void operationsTellCleanRunsFromIssues() throws Exception {
        var reports = new WorkspaceReports(verifier, access());
        Path log = folder.resolve("runs").resolve(RUNS.getFirst()).resolve("audit.jsonl");
        Files.writeString(log, Files.readString(log).replaceFirst("ingest", "ingesT"));
        MadeReport made = make(reports, ReportKind.OPERATIONS, null);
        assertThat(new String(made.paper().bytes(WorkpaperFormat.CSV), StandardCharsets.UTF_8))
                .containsPattern("issue.*" + RUNS.getFirst() + ".*integrity failed");
    }

    @Test
    void theMatrixIsPerformedAndInTheLedger() throws Exception {
        WorkspaceAccess access = access();
        Path state = folder.resolve("runs").resolve(RUNS.getFirst()).resolve("state.json");
        Files.writeString(
                state,
                Files.readString(state).replaceFirst("\"grounded\": \\d+", "\"grounded\": 99"));
        MatrixReading reading =
                new WorkspaceMatrix(verifier, access)
                        .perform(Progress.NONE, Cancellation.NEVER)
                        .orElseThrow();
        assertThat(reading.rows()).extracting(row -> row.runId()).isEqualTo(RUNS);
        assertThat(reading.complete()).isTrue();
        assertThat(reading.rows().getFirst().of(TestKind.CHAIN).result())
                .isEqualTo(Comparison.Result.AGREES);
        var last = new WorkspaceLedger(access).latest(1).rows().getFirst();
        assertThat(last.action()).isEqualTo("reperformed");
        assertThat(last.details().string("results_sha256")).isEqualTo(reading.sha256());
    }

    @Test
    void whatWasPerformedBeforeItStoppedHolds() throws Exception {
        var matrix = new WorkspaceMatrix(verifier, access());
        int[] asked = {0};
        MatrixReading reading =
                matrix.perform(
                                (done, total, records, faulty) -> asked[0] = (int) done,
                                () -> asked[0] == 1)
                        .orElseThrow();
        assertThat(reading.complete()).isFalse();
        assertThat(reading.rows()).hasSize(1);
        assertThat(reading.total()).isEqualTo(2);
    }
}
