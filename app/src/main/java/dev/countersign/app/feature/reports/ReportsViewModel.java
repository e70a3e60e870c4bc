// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.feature.reports;

import dev.countersign.app.background.Job;
import dev.countersign.app.background.JobEnd;
import dev.countersign.app.background.JobProgress;
import dev.countersign.app.background.JobTitle;
import dev.countersign.app.background.Jobs;
import dev.countersign.app.feature.reports.ReportsState.Saving;
import dev.countersign.app.feature.reports.ReportsState.Work;
import dev.countersign.app.workpaper.WorkpaperFormat;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.time.YearMonth;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/// Takes an order, has it made and saved, and knows which page is shown.
public final class ReportsViewModel {
    private final ReportsSource source;
    private final Jobs jobs;
    private final NamesMemory memory;
    private final PageModel pages;
    private final ReadOnlyObjectWrapper<ReportsState> state =
            new ReadOnlyObjectWrapper<>(new ReportsState.Loading());
    private @Nullable Job job;
    private int asked;
    private int made;
    private @Nullable Wanted wanted;

    /// What is to be ordered as soon as it is offered.
    private record Wanted(ReportKind kind, Predicate<Subject> about) {}

    /// @param source makes reports
    /// @param jobs runs long work
    /// @param memory who stood on the last one
    public ReportsViewModel(ReportsSource source, Jobs jobs, NamesMemory memory) {
        this.source = source;
        this.jobs = jobs;
        this.memory = memory;
        this.pages = new PageModel(jobs);
    }

    /// What is shown.
    public ReadOnlyObjectProperty<ReportsState> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /// The page of the preview.
    public PageModel pages() {
        return pages;
    }

    /// Looks what there is; what is shown stays until that is done.
    public void refresh() {
        int mine = ++asked;
        jobs.<Optional<ReportOffer>>start(
                (progress, cancellation) -> source.offer(),
                progress -> {},
                end -> {
                    if (mine == asked) {
                        offered(end);
                    }
                });
    }

    /// Asks for the workpaper of a month, as soon as it is known what there is.
    public void want(YearMonth month) {
        want(
                ReportKind.MONTH,
                one -> one instanceof Subject.Month(YearMonth its, _) && its.equals(month));
    }

    /// The same of who had a run when.
    public void wantCustody(String runId) {
        want(
                ReportKind.RUN_CUSTODY,
                one -> one instanceof Subject.Seen(String its, _) && its.equals(runId));
    }

    private void want(ReportKind kind, Predicate<Subject> about) {
        wanted = new Wanted(kind, about);
        refresh();
    }

    private void wanted(ReportOffer offer) {
        Wanted asks = wanted;
        wanted = null;
        if (asks != null) {
            offer.subjects(asks.kind()).stream()
                    .filter(asks.about())
                    .findFirst()
                    .ifPresent(one -> {
                        choose(asks.kind());
                        about(one);
                    });
        }
    }

    /// Asks for another kind of report.
    public void choose(ReportKind kind) {
        ordered(order -> order.of(kind));
    }

    /// Says what it is to be about.
    public void about(@Nullable Subject subject) {
        ordered(order -> order.about(subject));
    }

    /// Says of which days the ledger is asked.
    public void within(Period period) {
        ordered(order -> order.within(period));
    }

    /// Says who stands on it.
    public void by(Names names) {
        ordered(order -> order.by(names));
    }

    /// Makes what is ordered.
    public void make() {
        if (!(state.get() instanceof ReportsState.Open open)
                || open.work() instanceof Work.Making
                || !open.order().complete()
                || !open.offer().has(open.order().kind())) {
            return;
        }
        memory.keep(open.order().names());
        int mine = ++made;
        pages.show(null);
        work(new Work.Making(open.order().kind(), JobProgress.NONE, false));
        Job started =
                jobs.<Optional<MadeReport>>start(
                        new JobTitle("Making the report", open.order().kind().counts()),
                        (progress, cancel) -> source.make(open.order(), progress, cancel),
                        progress -> {
                            if (mine == made) {
                                progressed(progress);
                            }
                        },
                        end -> {
                            if (mine == made) {
                                ended(end);
                            }
                        });
        job = making() == null ? null : started;
    }

    /// Asks it to stop; false if nothing is being made. Laying out the pages cannot be stopped:
    /// whoever asks then does not wait for it, and what comes of it is thrown away.
    public boolean stop() {
        Work.Making making = making();
        if (making == null || job == null) {
            return false;
        }
        job.cancel();
        JobProgress progress = making.progress();
        if (progress.total() > 0 && progress.done() >= progress.total()) {
            forget();
            work(new Work.Stopped());
        } else {
            work(new Work.Making(making.kind(), progress, true));
        }
        return true;
    }

    /// The report that is shown; null if none is.
    public @Nullable MadeReport report() {
        return state.get() instanceof ReportsState.Open open
                        && open.work() instanceof Work.Made(MadeReport report)
                ? report
                : null;
    }

    /// Writes it to a file.
    public void save(WorkpaperFormat format, Path file) {
        MadeReport report = report();
        if (report == null) {
            return;
        }
        int mine = made;
        saving(new Saving.Writing(file));
        var _ =
                jobs.<SavedReport>start(
                        new JobTitle("Writing the report", JobTitle.Unit.RUNS),
                        (progress, cancellation) -> source.save(report, format, file),
                        progress -> {},
                        end -> {
                            if (mine == made) {
                                saving(
                                        switch (end) {
                                            case JobEnd.Done<SavedReport>(SavedReport saved, _) ->
                                                    new Saving.Saved(saved);
                                            case JobEnd.Failed<SavedReport>(String sentence) ->
                                                    new Saving.Failed(sentence);
                                        });
                            }
                        });
    }

    private void offered(JobEnd<Optional<ReportOffer>> end) {
        switch (end) {
            case JobEnd.Failed<Optional<ReportOffer>>(String sentence) ->
                    state.set(new ReportsState.Failed(sentence));
            case JobEnd.Done<Optional<ReportOffer>>(var found, _) -> {
                if (found.isEmpty()) {
                    forget();
                    state.set(new ReportsState.NothingOpen());
                } else {
                    offered(found.get());
                    wanted(found.get());
                }
            }
        }
    }

    /// What was made stays, unless it is of another workspace.
    private void offered(ReportOffer offer) {
        if (state.get() instanceof ReportsState.Open open
                && open.offer().workspace().equals(offer.workspace())) {
            state.set(new ReportsState.Open(offer, open.order(), open.work(), open.saving()));
            return;
        }
        forget();
        ReportKind kind = offer.runs().isEmpty() ? ReportKind.PRIVILEGED : ReportKind.WORKSPACE;
        state.set(
                new ReportsState.Open(
                        offer,
                        new ReportOrder(kind, null, Period.ALL, memory.names()),
                        new Work.None(),
                        new Saving.None()));
    }

    private void forget() {
        made++;
        pages.show(null);
        if (job != null) {
            job.cancel();
            job = null;
        }
    }

    private Work.@Nullable Making making() {
        return state.get() instanceof ReportsState.Open open
                        && open.work() instanceof Work.Making making
                ? making
                : null;
    }

    private void progressed(JobProgress progress) {
        Work.Making making = making();
        if (making != null) {
            work(new Work.Making(making.kind(), progress, making.stopping()));
        }
    }

    private void ended(JobEnd<Optional<MadeReport>> end) {
        job = null;
        switch (end) {
            case JobEnd.Failed<Optional<MadeReport>>(String sentence) ->
                    work(new Work.Failed(sentence));
            case JobEnd.Done<Optional<MadeReport>>(var done, _) -> {
                if (done.isEmpty()) {
                    work(new Work.Stopped());
                } else {
                    work(new Work.Made(done.get()));
                    pages.show(done.get().pages());
                }
            }
        }
    }

    private void ordered(UnaryOperator<ReportOrder> change) {
        if (state.get() instanceof ReportsState.Open open) {
            ReportOrder order = change.apply(open.order());
            if (!order.equals(open.order())) {
                state.set(new ReportsState.Open(open.offer(), order, open.work(), open.saving()));
            }
        }
    }

    /// What was saved before is not of what is made now.
    private void work(Work work) {
        if (state.get() instanceof ReportsState.Open open) {
            state.set(new ReportsState.Open(open.offer(), open.order(), work, new Saving.None()));
        }
    }

    private void saving(Saving saving) {
        if (state.get() instanceof ReportsState.Open open) {
            state.set(new ReportsState.Open(open.offer(), open.order(), open.work(), saving));
        }
    }
}
