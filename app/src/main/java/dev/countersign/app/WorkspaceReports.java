// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app;

import dev.countersign.app.cli.Cli;
import dev.countersign.app.feature.reports.MadeReport;
import dev.countersign.app.feature.reports.Names;
import dev.countersign.app.feature.reports.PageSpan;
import dev.countersign.app.feature.reports.ReportKind;
import dev.countersign.app.feature.reports.ReportOffer;
import dev.countersign.app.feature.reports.ReportOrder;
import dev.countersign.app.feature.reports.ReportsSource;
import dev.countersign.app.feature.reports.SavedReport;
import dev.countersign.app.feature.reports.Subject;
import dev.countersign.app.preview.PdfPages;
import dev.countersign.app.text.ReportText;
import dev.countersign.app.workpaper.AttainmentPaper;
import dev.countersign.app.workpaper.CustodyPaper;
import dev.countersign.app.workpaper.LedgerPaper;
import dev.countersign.app.workpaper.LedgerPaper.Question;
import dev.countersign.app.workpaper.OperationsPaper;
import dev.countersign.app.workpaper.Paper;
import dev.countersign.app.workpaper.Workpaper;
import dev.countersign.app.workpaper.WorkpaperFormat;
import dev.countersign.app.workpaper.WorkpaperGround;
import dev.countersign.core.approval.TrustPlace;
import dev.countersign.core.bundle.BundlePlace;
import dev.countersign.core.chain.Cancellation;
import dev.countersign.core.chain.ChainVerifier;
import dev.countersign.core.chain.FileDigest;
import dev.countersign.core.chain.Progress;
import dev.countersign.core.json.JsonValue;
import dev.countersign.core.ledger.DeskAction;
import dev.countersign.core.ledger.FailedAccess;
import dev.countersign.core.ledger.LedgerEvent;
import dev.countersign.core.ledger.LedgerQuery;
import dev.countersign.core.ledger.Resource;
import dev.countersign.core.report.Assessment;
import dev.countersign.core.report.Assessor;
import dev.countersign.core.report.Attainment;
import dev.countersign.core.report.Custodian;
import dev.countersign.core.report.Custody;
import dev.countersign.core.review.RuleBook;
import dev.countersign.core.run.RunReader;
import dev.countersign.core.sampling.Draw;
import dev.countersign.core.source.SmallFile;
import dev.countersign.core.source.SourceException;
import dev.countersign.core.workspace.Overview;
import dev.countersign.core.workspace.Testimony;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Reports of the workspace that is open.
///
/// @param verifier verifies the logs
/// @param access which workspace
record WorkspaceReports(ChainVerifier verifier, WorkspaceAccess access) implements ReportsSource {
    private static final Set<String> PRIVILEGED = Set.of("admin", "system");

    @Override
    public Optional<ReportOffer> offer() throws SourceException {
        SharedWorkspace open = access.current();
        if (open == null) {
            return Optional.empty();
        }
        open.looked();
        return Optional.of(open.with(workspace -> WorkspaceOffer.of(workspace, open.path())));
    }

    @Override
    public Optional<MadeReport> make(
            ReportOrder order, Progress progress, Cancellation cancellation)
            throws SourceException {
        SharedWorkspace open = access.current();
        if (open == null) {
            throw new SourceException(Path.of(""), "No folder is open any more: open it again.");
        }
        if (!order.kind().ofRuns()) {
            return known(open, order, progress, cancellation)
                    .filter(paper -> !cancellation.requested())
                    .map(paper -> made(order, paper, List.of()));
        }
        Instant now = now();
        Assessment assessment = assess(open, order, now, progress, cancellation);
        if (assessment == null || cancellation.requested()) {
            return Optional.empty();
        }
        return Optional.of(made(order, paper(order, assessment), assessment.attainment()));
    }

    private Instant now() {
        return access.desk().clock().instant();
    }

    private static MadeReport made(ReportOrder order, Paper paper, List<Attainment> attainment) {
        PdfPages pages = PdfPages.of(paper.bytes(WorkpaperFormat.PDF));
        return new MadeReport(order, paper, paper.report().facts(), pages, attainment);
    }

    /// The workspace as it is now; nothing is held while its runs are read again.
    private record Ground(WorkpaperGround paper, TrustPlace trust, Testimony.Kept kept) {}

    private @Nullable Assessment assess(
            SharedWorkspace open,
            ReportOrder order,
            Instant now,
            Progress progress,
            Cancellation cancellation)
            throws SourceException {
        open.looked();
        YearMonth month = order.subject() instanceof Subject.Month(YearMonth one, _) ? one : null;
        Ground ground =
                open.with(workspace -> {
                    TrustPlace trust = workspace.folder().anchors();
                    return new Ground(
                            WorkpaperGround.of(workspace, month, trust, now),
                            trust,
                            workspace.testimony().kept());
                });
        WorkpaperGround paper = ground.paper();
        Overview overview = paper.overview();
        var reader =
                new RunReader(
                        verifier,
                        overview.policy(),
                        ground.trust(),
                        RuleBook.installed(),
                        overview.seen().kept());
        var assessor = new Assessor(reader, overview.policy(), Cli.VERSION, ground.kept());
        if (order.subject() instanceof Subject.Run run) {
            return assessor.run(run.directory(), overview, now);
        }
        Draw draw = month == null ? null : paper.recorded(month, open.path());
        return paper.assess(assessor, name(open.path()), draw, now, progress, cancellation);
    }

    private static String name(Path path) {
        Path name = path.toAbsolutePath().normalize().getFileName();
        return name == null ? path.toString() : name.toString();
    }

    private static Paper paper(ReportOrder order, Assessment assessment) {
        String preparer = order.names().preparer();
        String reviewer = order.names().reviewer();
        return switch (order.kind()) {
            case WORKSPACE, MONTH, RUN -> new Workpaper(assessment, preparer, reviewer);
            case OPERATIONS -> new OperationsPaper(assessment, preparer, reviewer).document();
            case ATTAINMENT -> new AttainmentPaper(assessment, preparer, reviewer).document();
            case CUSTODY, RUN_CUSTODY, ACCESS, PRIVILEGED, FAILED_ACCESS ->
                    throw new IllegalArgumentException(order.kind() + " is not made of runs");
        };
    }

    /// What is made of what is known, without reading a run again.
    private Optional<Paper> known(
            SharedWorkspace open, ReportOrder order, Progress progress, Cancellation cancellation)
            throws SourceException {
        return switch (order.kind()) {
            case CUSTODY, RUN_CUSTODY -> custody(open, order, progress, cancellation);
            case ACCESS, PRIVILEGED, FAILED_ACCESS -> Optional.of(ledger(open, order, now()));
            case WORKSPACE, MONTH, RUN, OPERATIONS, ATTAINMENT ->
                    throw new IllegalArgumentException(order.kind() + " is made of runs");
        };
    }

    private Optional<Paper> custody(
            SharedWorkspace open, ReportOrder order, Progress progress, Cancellation cancellation)
            throws SourceException {
        open.looked();
        Instant now = now(); // what was seen just now belongs to it
        String run = order.subject() instanceof Subject.Seen(String id, _) ? id : null;
        String subject = run == null ? name(open.path()) : run;
        Custodian custodian = new Custodian(Cli.VERSION);
        Optional<Custody> custody =
                open.with(workspace ->
                        custodian.of(workspace, subject, run, now, progress, cancellation));
        Names names = order.names();
        return custody.map(
                one -> new CustodyPaper(one, names.preparer(), names.reviewer()).document());
    }

    private static Paper ledger(SharedWorkspace open, ReportOrder order, Instant now)
            throws SourceException {
        ReportKind kind = order.kind();
        Question question = Question.valueOf(kind.name());
        Resource resource =
                order.subject() instanceof Subject.Thing(String type, String id)
                        ? new Resource(type, id)
                        : null;
        LedgerQuery query =
                switch (question) {
                    case ACCESS ->
                            resource == null
                                    ? LedgerQuery.ALL
                                    : LedgerQuery.ALL.byResource(resource);
                    case PRIVILEGED -> LedgerQuery.ALL.byActorTypes(PRIVILEGED);
                    case FAILED_ACCESS -> LedgerQuery.ALL.byOutcomes(FailedAccess.OUTCOMES);
                };
        LedgerQuery bounded = query.between(order.period().first(), order.period().last());
        List<LedgerEvent> events = open.with(workspace -> workspace.ledger().find(bounded));
        String about =
                resource == null
                        ? "ledger of " + name(open.path())
                        : resource.type() + " " + resource.id();
        Names names = order.names();
        return new LedgerPaper(
                        question,
                        about,
                        ReportText.period(order.period().from(), order.period().to()),
                        events,
                        Cli.VERSION,
                        now,
                        names.preparer(),
                        names.reviewer())
                .document();
    }

    @Override
    public SavedReport save(MadeReport report, WorkpaperFormat format, Path file)
            throws SourceException {
        byte[] bytes = report.paper().bytes(format);
        BundlePlace.made(file);
        SmallFile.publish(file, bytes);
        String sha256 = FileDigest.sha256(bytes);
        access.record(
                DeskAction.EXPORTED,
                new Resource("report", file.toString()),
                JsonValue.object()
                        .with("report", report.paper().report().title())
                        .with("format", format.word())
                        .with("sha256", sha256)
                        .with("facts_sha256", report.facts())
                        .build());
        return new SavedReport(file, format, sha256);
    }

    @Override
    public void printed(MadeReport report, String printer, PageSpan pages) throws SourceException {
        access.record(
                DeskAction.EXPORTED,
                new Resource("report", printer),
                JsonValue.object()
                        .with("report", report.paper().report().title())
                        .with("format", "print")
                        .with("pages", pages.first() + "-" + pages.last())
                        .with("sha256", FileDigest.sha256(report.pages().file()))
                        .with("facts_sha256", report.facts())
                        .build());
    }
}
