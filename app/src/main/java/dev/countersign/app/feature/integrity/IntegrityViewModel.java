// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.feature.integrity;

import dev.countersign.app.background.Job;
import dev.countersign.app.background.JobEnd;
import dev.countersign.app.background.JobProgress;
import dev.countersign.app.background.JobTitle;
import dev.countersign.app.background.Jobs;
import dev.countersign.core.chain.ChainGlimpse;
import dev.countersign.core.chain.ChainReport;
import dev.countersign.core.chain.Glimpses;
import dev.countersign.core.chain.RecordState;
import dev.countersign.core.chain.Verification;
import dev.countersign.core.recovery.Recovery;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

/// Opens one log after the other, and knows what is to be shown of the last one opened.
public final class IntegrityViewModel {
    private final LogDesk desk;
    private final Jobs jobs;
    private final Supplier<ZonedDateTime> clock;
    private final ReadOnlyObjectWrapper<IntegrityState> state =
            new ReadOnlyObjectWrapper<>(new IntegrityState.Empty());
    private final ObservableList<FaultRow> faults = FXCollections.observableArrayList();
    private final ObjectProperty<@Nullable FaultRow> selected = new SimpleObjectProperty<>();
    private final RecordsModel records;
    private final LookedModel looked;
    private final SearchModel search;
    private final RecoveryModel recovery;
    private final CompareModel compare;
    private FaultOrder inOrder = new FaultOrder(List.of());
    private @Nullable Job job;
    private int opened;

    /// @param desk does the work
    /// @param jobs runs it
    /// @param clock local time
    public IntegrityViewModel(LogDesk desk, Jobs jobs, Supplier<ZonedDateTime> clock) {
        this.desk = desk;
        this.jobs = jobs;
        this.clock = clock;
        records = new RecordsModel(desk, jobs);
        search = new SearchModel(desk, jobs, records);
        recovery = new RecoveryModel(desk, jobs);
        compare = new CompareModel(desk, jobs, records);
        looked = new LookedModel(desk, jobs, records, this::faultAt);
        selected.subscribe(row -> {
            if (row != null) {
                records.select(row.record());
            }
        });
        selected.subscribe(this::prospect);
        recovery.prospectProperty().subscribe(this::prospect);
        records.selectedProperty().subscribe(record -> selected.set(faultAt(record.longValue())));
    }

    /// The records of the log that is open.
    public RecordsModel records() {
        return records;
    }

    /// The record that is looked at, and what speaks for the log.
    public LookedModel looked() {
        return looked;
    }

    /// Looks for records.
    public SearchModel search() {
        return search;
    }

    /// Searches for what a record said.
    public RecoveryModel recovery() {
        return recovery;
    }

    /// Holds the log against another copy of it.
    public CompareModel compare() {
        return compare;
    }

    /// Searches for what the record of the selected fault said, if it is known to be searched for.
    public void recover() {
        long record = edited();
        if (record >= 0 && state.get() instanceof IntegrityState.Finished f) {
            recovery.search(f.path(), f.report(), record);
        }
    }

    /// The record whose text the selected fault puts in question; negative if there is none.
    private long edited() {
        FaultRow row = selected.get();
        return row == null ? -1 : Recovery.edited(row.fault());
    }

    private void prospect() {
        long record = edited();
        if (record >= 0 && state.get() instanceof IntegrityState.Finished f) {
            recovery.look(f.path(), f.report(), record);
        }
    }

    /// What was found, once all was read.
    @Nullable ChainReport report() {
        return state.get() instanceof IntegrityState.Finished f ? f.report() : null;
    }

    /// Looks for a record in the log that is open.
    public void find(String typed) {
        Path path = path();
        if (path != null) {
            search.find(path, typed);
        }
    }

    /// What is shown.
    public ReadOnlyObjectProperty<IntegrityState> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /// The faults of a finished verification.
    public ObservableList<FaultRow> faults() {
        return faults;
    }

    /// The fault whose evidence is shown.
    public ObjectProperty<@Nullable FaultRow> selectedProperty() {
        return selected;
    }

    /// Verifies a log, or the log of a run directory. Whatever was under way is stopped and
    /// forgotten.
    public void open(Path path) {
        forget();
        int mine = ++opened;
        looked.open(path);
        state.set(new IntegrityState.Running(path, JobProgress.NONE, false));
        var watched = new AtomicReference<@Nullable Glimpses>();
        Job started =
                jobs.<Verification>start(
                        new JobTitle("Verifying " + path.getFileName(), JobTitle.Unit.BYTES),
                        (progress, cancellation) ->
                                desk.verify(
                                        path, new Watching(progress, watched::set), cancellation),
                        progress -> {
                            if (mine == opened) {
                                progressed(progress, watched.get());
                            }
                        },
                        end -> {
                            if (mine == opened) {
                                ended(path, end, watched.get());
                            }
                        });
        if (mine == opened && state.get() instanceof IntegrityState.Running) {
            job = started;
        }
    }

    /// What was opened last; null before that.
    public @Nullable Path path() {
        return switch (state.get()) {
            case IntegrityState.Empty _ -> null;
            case IntegrityState.Running r -> r.path();
            case IntegrityState.Finished f -> f.path();
            case IntegrityState.Stopped s -> s.path();
            case IntegrityState.Failed f -> f.path();
        };
    }

    /// Verifies the same file again, from its first byte.
    public void again() {
        switch (state.get()) {
            case IntegrityState.Finished f -> open(f.path());
            case IntegrityState.Stopped s -> open(s.path());
            case IntegrityState.Failed f -> open(f.path());
            case IntegrityState.Empty _ -> {}
            case IntegrityState.Running _ -> {}
        }
    }

    /// Asks a verification under way to stop.
    public void cancel() {
        if (job != null && state.get() instanceof IntegrityState.Running r) {
            state.set(new IntegrityState.Running(r.path(), r.progress(), true));
            job.cancel();
        }
    }

    /// Looks at the first fault of a stretch of records, or at the first of them.
    public void point(long from, long to) {
        FaultRow first = inOrder.after(from - 1);
        records.select(first != null && first.record() < to ? first.record() : from);
    }

    /// Looks at the next (1) or previous (-1) fault; at the nearest one before or after if there is
    /// none on that side.
    public void step(int by) {
        long at = records.selectedProperty().get();
        FaultRow row = by > 0 ? inOrder.after(at) : inOrder.before(at);
        if (row != null) {
            selected.set(row);
        }
    }

    /// The place of a fault among all, from 1.
    public int place(FaultRow row) {
        return 1 + inOrder.at(row.record());
    }

    /// What is wrong with a record; null if nothing is, or nothing is known yet.
    @Nullable FaultRow faultAt(long record) {
        return inOrder.of(record);
    }

    private void forget() {
        if (job != null) {
            job.cancel();
            job = null;
        }
        inOrder = new FaultOrder(List.of());
        search.forget();
        recovery.close();
        compare.forget();
        looked.forget();
        records.forget();
        selected.set(null);
        faults.clear();
    }

    private void progressed(JobProgress progress, @Nullable Glimpses found) {
        if (state.get() instanceof IntegrityState.Running r) {
            glimpse(r.path(), found, progress.total());
            state.set(new IntegrityState.Running(r.path(), progress, r.stopping()));
        }
    }

    /// Shows what is known; looks at the first record that is not right as soon as one is seen.
    private void glimpse(Path path, @Nullable Glimpses found, long bytes) {
        ChainGlimpse now = found == null ? null : found.now();
        if (now == null || now.records() == 0) {
            return;
        }
        records.show(path, LogPicture.of(now, bytes));
        if (now.faulty() > 0 && records.selectedProperty().get() < 0) {
            now.segments().stream()
                    .filter(s -> s.state() == RecordState.SUSPECT)
                    .findFirst()
                    .ifPresent(s -> records.select(s.from()));
        }
    }

    private void ended(Path path, JobEnd<Verification> end, @Nullable Glimpses found) {
        job = null;
        switch (end) {
            case JobEnd.Failed<Verification>(String sentence) ->
                    state.set(new IntegrityState.Failed(path, sentence));
            case JobEnd.Done<Verification>(Verification.Stopped stopped, _) -> {
                glimpse(path, found, stopped.total());
                state.set(new IntegrityState.Stopped(path, stopped));
            }
            case JobEnd.Done<Verification>(
                            Verification.Finished(ChainReport report),
                            var taken) -> {
                inOrder = new FaultOrder(report.faults().stream().map(FaultRow::new).toList());
                faults.setAll(inOrder.rows());
                if (!report.segments().isEmpty()) {
                    records.show(path, LogPicture.of(report));
                }
                state.set(new IntegrityState.Finished(path, report, taken, clock.get()));
                opened(path);
            }
        }
    }

    /// The first fault opens by itself.
    private void opened(Path path) {
        if (!inOrder.rows().isEmpty()) {
            selected.set(inOrder.rows().getFirst());
        }
        looked.ask(path);
    }
}
