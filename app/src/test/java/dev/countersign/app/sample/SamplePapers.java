// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.sample;

import dev.countersign.app.feature.reports.MadeReport;
import dev.countersign.app.feature.reports.MatrixReading;
import dev.countersign.app.feature.reports.MatrixRow;
import dev.countersign.app.feature.reports.MatrixSource;
import dev.countersign.app.feature.reports.Names;
import dev.countersign.app.feature.reports.NamesMemory;
import dev.countersign.app.feature.reports.PageSpan;
import dev.countersign.app.feature.reports.ReportOffer;
import dev.countersign.app.feature.reports.ReportOrder;
import dev.countersign.app.feature.reports.ReportsSource;
import dev.countersign.app.feature.reports.SavedReport;
import dev.countersign.app.feature.reports.Subject;
import dev.countersign.app.preview.PdfPages;
import dev.countersign.app.text.ReportText;
import dev.countersign.app.workpaper.AttainmentPaper;
import dev.countersign.app.workpaper.CustodyPaper;
import dev.countersign.app.workpaper.Document;
import dev.countersign.app.workpaper.LedgerPaper;
import dev.countersign.app.workpaper.OperationsPaper;
import dev.countersign.app.workpaper.Paper;
import dev.countersign.app.workpaper.Workpaper;
import dev.countersign.app.workpaper.WorkpaperFormat;
import dev.countersign.core.approval.TrustPlace;
import dev.countersign.core.chain.Cancellation;
import dev.countersign.core.chain.ChainVerifier;
import dev.countersign.core.chain.Progress;
import dev.countersign.core.policy.DefaultPolicy;
import dev.countersign.core.policy.Policy;
import dev.countersign.core.reperformance.Comparison;
import dev.countersign.core.reperformance.Difference;
import dev.countersign.core.reperformance.Reperformer;
import dev.countersign.core.reperformance.TestKind;
import dev.countersign.core.report.Assessment;
import dev.countersign.core.report.Assessor;
import dev.countersign.core.report.Block.Cell;
import dev.countersign.core.report.Block.Column;
import dev.countersign.core.report.Block.Paragraph;
import dev.countersign.core.report.Block.Table;
import dev.countersign.core.report.Block.Tone;
import dev.countersign.core.report.Report;
import dev.countersign.core.report.Report.Section;
import dev.countersign.core.review.RuleBook;
import dev.countersign.core.run.RunReader;
import dev.countersign.core.source.SourceException;
import dev.countersign.core.workspace.Desk;
import dev.countersign.core.workspace.KeptClocks;
import dev.countersign.core.workspace.Overview;
import dev.countersign.core.workspace.Testimony;

import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// Reports of the samples, as they would be made.
public final class SamplePapers implements ReportsSource, MatrixSource, NamesMemory {
    /// The hash that every saved file has here.
    public static final String SHA256 =
            "5f0d6e7c8b9a0f1e2d3c4b5a69788796a5b4c3d2e1f00112233445566778899a";

    private static final Path SAMPLES = Path.of("../core/src/test/resources/samples");
    private static final Instant AT = Instant.parse("2026-11-24T10:00:00Z");
    private static final Path WORKSPACE = Path.of("/srv/reviews/2026-q4");

    /// What there is.
    public enum Kind {
        /// The samples.
        USUAL,
        /// No folder is open.
        NOTHING_OPEN,
        /// A workspace without runs and without events.
        EMPTY,
        /// Nothing can be read.
        FAILING,
        /// Runs cannot be performed again.
        NOT_PERFORMED,
        /// Performing runs again is stopped after seven.
        STOPPED,
        /// A firm added rules of its own for some of the runs.
        ADDED_RULES
    }

    private final Kind kind;
    private final int times;
    private final Policy policy = DefaultPolicy.get();
    private Names names = Names.NONE;

    /// @param times how often the matrix has each run
    public SamplePapers(Kind kind, int times) {
        this.kind = kind;
        this.times = times;
    }

    /// The samples.
    public static SamplePapers usual() {
        return new SamplePapers(Kind.USUAL, 1);
    }

    private Overview overview() throws SourceException {
        Desk desk = Desk.once(Runnable::run, 1, InstantSource.fixed(AT), UUID::randomUUID);
        return Overview.of(SAMPLES, policy, KeptClocks.none(), desk, Progress.NONE);
    }

    private void check() throws SourceException {
        if (kind == Kind.FAILING) {
            throw new SourceException(
                    WORKSPACE,
                    "/srv/reviews/2026-q4/countersign.db may not be read by this user: ask for read"
                            + " permission.");
        }
    }

    @Override
    public Optional<ReportOffer> offer() throws SourceException {
        check();
        if (kind == Kind.NOTHING_OPEN) {
            return Optional.empty();
        }
        if (kind == Kind.EMPTY) {
            return Optional.of(
                    new ReportOffer(WORKSPACE, List.of(), List.of(), List.of(), List.of()));
        }
        List<Subject.Run> runs =
                overview().runs().stream()
                        .map(run -> new Subject.Run(run.directory(), run.runId(), run.subject()))
                        .sorted(Comparator.comparing(Subject.Run::name))
                        .toList();
        return Optional.of(
                new ReportOffer(
                        WORKSPACE,
                        runs,
                        SampleCustody.seen(runs),
                        List.of(
                                new Subject.Month(YearMonth.of(2026, 11), "6 runs drawn by ada"),
                                new Subject.Month(YearMonth.of(2026, 10), ReportText.drawn(null))),
                        List.of(
                                new Subject.Thing("workspace", WORKSPACE.toString()),
                                new Subject.Thing("run", runs.getFirst().name()))));
    }

    @Override
    public Optional<MadeReport> make(
            ReportOrder order, Progress progress, Cancellation cancellation)
            throws SourceException {
        progress.at(0, 24, 0, 0);
        if (order.names().preparer().equals("fails")) {
            throw new SourceException(
                    WORKSPACE,
                    "/srv/reviews/2026-q4/runs/change-approval-7b1e20c4d9a0/audit.jsonl may not be"
                            + " read by this user: ask for read permission.");
        }
        if (cancellation.requested()) {
            return Optional.empty();
        }
        progress.at(9, 24, 0, 0);
        Paper paper;
        Assessment assessment = null;
        if (order.names().preparer().equals("long")) {
            paper = tooLong();
        } else if (order.kind().ofRuns()) {
            assessment = assessment(order);
            paper = paper(order, assessment);
        } else if (order.kind().bounded()) {
            paper =
                    new LedgerPaper(
                                    LedgerPaper.Question.valueOf(order.kind().name()),
                                    "ledger of 2026-q4",
                                    ReportText.period(order.period().from(), order.period().to()),
                                    List.of(),
                                    "countersign test",
                                    AT,
                                    order.names().preparer(),
                                    order.names().reviewer())
                            .document();
        } else {
            String run = order.subject() instanceof Subject.Seen(String id, _) ? id : null;
            paper = new CustodyPaper(SampleCustody.of(run), "", "").document();
        }
        return Optional.of(
                new MadeReport(
                        order,
                        paper,
                        paper.report().facts(),
                        PdfPages.of(paper.bytes(WorkpaperFormat.PDF)),
                        assessment == null ? List.of() : assessment.attainment()));
    }

    /// More rows than stand on paper, one in a hundred of them with a failure.
    private static Paper tooLong() {
        List<List<Cell>> rows = new ArrayList<>();
        for (int i = 0; i < 6_000; i++) {
            Cell state = i % 100 == 0 ? new Cell("failed", Tone.BAD) : Cell.of("verified");
            rows.add(List.of(Cell.exact("run-" + i), state));
        }
        var table = new Table(List.of(new Column("Run", 2), new Column("Integrity", 1)), rows);
        return new Document(
                new Report(
                        "Workpaper",
                        "2026-q4",
                        AT,
                        SHA256,
                        List.of(
                                new Section("Conclusion", new Paragraph("60 of 6,000 runs fail.")),
                                new Section("Results", table)),
                        table),
                "{}");
    }

    private Assessment assessment(ReportOrder order) throws SourceException {
        var reader =
                new RunReader(new ChainVerifier(Runnable::run, 1), policy, TrustPlace.nowhere());
        var assessor = new Assessor(reader, policy, "countersign test", Testimony.Kept.NOTHING);
        if (order.subject() instanceof Subject.Run run) {
            return assessor.run(run.directory(), overview(), AT);
        }
        return assessor.all("2026-q4", overview(), null, AT, Progress.NONE, Cancellation.NEVER);
    }

    private static Paper paper(ReportOrder order, Assessment assessment) {
        return switch (order.kind()) {
            case OPERATIONS -> new OperationsPaper(assessment, "", "").document();
            case ATTAINMENT -> new AttainmentPaper(assessment, "", "").document();
            default ->
                    new Workpaper(assessment, order.names().preparer(), order.names().reviewer());
        };
    }

    @Override
    public SavedReport save(MadeReport report, WorkpaperFormat format, Path file)
            throws SourceException {
        if (file.startsWith("/taken")) {
            throw new SourceException(file, file + " exists already: give it another name.");
        }
        return new SavedReport(file, format, SHA256);
    }

    @Override
    public void printed(MadeReport report, String printer, PageSpan pages) throws SourceException {
        if (printer.equals("PDF")) {
            throw new SourceException(
                    WORKSPACE, "/srv/reviews/2026-q4/countersign.db is locked: try again.");
        }
    }

    @Override
    public Optional<MatrixReading> perform(Progress progress, Cancellation cancellation)
            throws SourceException {
        if (kind == Kind.NOT_PERFORMED) {
            throw new SourceException(
                    WORKSPACE,
                    "/srv/reviews/2026-q4/countersign.db cannot be read: the share is away. Bring"
                            + " it back and try again.");
        }
        check();
        if (kind == Kind.NOTHING_OPEN) {
            return Optional.empty();
        }
        if (kind == Kind.EMPTY) {
            return Optional.of(new MatrixReading(List.of(), List.of(), 0, "", null));
        }
        List<Reperformer.Subject> subjects = new ArrayList<>();
        overview()
                .runs()
                .forEach(run ->
                        subjects.add(new Reperformer.Subject(run.directory(), run.clocks())));
        List<MatrixRow> rows = new ArrayList<>();
        var reperformer =
                new Reperformer(
                        new ChainVerifier(Runnable::run, 1),
                        policy,
                        RuleBook.installed(),
                        "countersign test");
        progress.at(0, subjects.size(), 0, 0);
        progress.at(7, subjects.size(), 0, 0);
        var results =
                reperformer.population(
                        subjects,
                        done -> rows.add(MatrixRow.of(done)),
                        Progress.NONE,
                        () -> kind == Kind.STOPPED && rows.size() >= 7);
        rows.sort(Comparator.comparing(MatrixRow::runId));
        rows.set(3, differing(rows.get(3)));
        if (kind == Kind.ADDED_RULES) {
            SampleAdded.beside(rows);
        }
        List<MatrixRow> all = new ArrayList<>();
        for (int i = 0; i < times; i++) {
            all.addAll(rows);
        }
        return Optional.of(
                new MatrixReading(
                        all,
                        List.of(),
                        subjects.size() * times,
                        kind == Kind.STOPPED ? "" : SHA256,
                        results.orElse(null)));
    }

    /// As if the gate's verdict had been edited.
    private static MatrixRow differing(MatrixRow row) {
        List<Comparison> tests = new ArrayList<>(row.tests());
        tests.set(
                TestKind.CLAIMS.ordinal(),
                new Comparison(
                        TestKind.CLAIMS,
                        Comparison.Result.DIFFERS,
                        null,
                        List.of(
                                new Difference(TestKind.CLAIMS, "grounded", 7, "5", "4"),
                                new Difference(TestKind.CLAIMS, "ungrounded", 7, "0", "1"))));
        tests.set(
                TestKind.VERDICT.ordinal(),
                new Comparison(
                        TestKind.VERDICT,
                        Comparison.Result.DIFFERS,
                        null,
                        List.of(new Difference(TestKind.VERDICT, "verdict", 7, "PASS", "BLOCK"))));
        return new MatrixRow(
                row.directory(),
                row.runId(),
                tests,
                row.sha256(),
                row.controls(),
                row.unregistered(),
                row.added());
    }

    @Override
    public Names names() {
        return names;
    }

    @Override
    public void keep(Names last) {
        names = last;
    }
}
