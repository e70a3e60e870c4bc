// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.feature.integrity;

import dev.countersign.app.background.Job;
import dev.countersign.app.background.JobEnd;
import dev.countersign.app.background.JobProgress;
import dev.countersign.app.background.JobTitle;
import dev.countersign.app.background.Jobs;
import dev.countersign.core.chain.ChainReport;
import dev.countersign.core.chain.Verification;

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
import java.util.function.Supplier;

/// Opens one log after the other, and knows what is to be shown of the last one opened.
public final class IntegrityViewModel {
    private final VerifyLog verifier;
    private final Jobs jobs;
    private final Supplier<ZonedDateTime> clock;
    private final ReadOnlyObjectWrapper<IntegrityState> state =
            new ReadOnlyObjectWrapper<>(new IntegrityState.Empty());
    private final ObservableList<FaultRow> faults = FXCollections.observableArrayList();
    private final ObjectProperty<@Nullable FaultRow> selected = new SimpleObjectProperty<>();
    private @Nullable Job job;
    private int opened;

    /// @param verifier does the work
    /// @param jobs runs it
    /// @param clock local time
    public IntegrityViewModel(VerifyLog verifier, Jobs jobs, Supplier<ZonedDateTime> clock) {
        this.verifier = verifier;
        this.jobs = jobs;
        this.clock = clock;
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
        state.set(new IntegrityState.Running(path, JobProgress.NONE, false));
        Job started =
                jobs.<Verification>start(
                        new JobTitle("Verifying " + path.getFileName(), JobTitle.Unit.BYTES),
                        (progress, cancellation) -> verifier.verify(path, progress, cancellation),
                        progress -> {
                            if (mine == opened) {
                                progressed(progress);
                            }
                        },
                        end -> {
                            if (mine == opened) {
                                ended(path, end);
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

    /// Selects the fault at a record, or the nearest one.
    public void selectNear(long record) {
        FaultRow best = null;
        for (FaultRow row : faults) {
            if (best == null || distance(row, record) < distance(best, record)) {
                best = row;
            }
        }
        if (best != null) {
            selected.set(best);
        }
    }

    private static long distance(FaultRow row, long record) {
        return Math.abs(row.record() - record);
    }

    private void forget() {
        if (job != null) {
            job.cancel();
            job = null;
        }
        selected.set(null);
        faults.clear();
    }

    private void progressed(JobProgress progress) {
        if (state.get() instanceof IntegrityState.Running r) {
            state.set(new IntegrityState.Running(r.path(), progress, r.stopping()));
        }
    }

    private void ended(Path path, JobEnd<Verification> end) {
        job = null;
        switch (end) {
            case JobEnd.Failed<Verification>(String sentence) ->
                    state.set(new IntegrityState.Failed(path, sentence));
            case JobEnd.Done<Verification>(Verification.Stopped stopped, _) ->
                    state.set(new IntegrityState.Stopped(path, stopped));
            case JobEnd.Done<Verification>(
                            Verification.Finished(ChainReport report),
                            var taken) -> {
                List<FaultRow> rows = report.faults().stream().map(FaultRow::new).toList();
                faults.setAll(rows);
                state.set(new IntegrityState.Finished(path, report, taken, clock.get()));
                selected.set(rows.isEmpty() ? null : rows.getFirst());
            }
        }
    }
}
