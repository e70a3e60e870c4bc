// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.feature.reports;

import dev.countersign.app.background.Job;
import dev.countersign.app.background.JobEnd;
import dev.countersign.app.background.JobProgress;
import dev.countersign.app.background.JobTitle;
import dev.countersign.app.background.Jobs;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import org.jspecify.annotations.Nullable;

import java.util.Optional;

/// Has runs performed again, and knows which of them are listed.
public final class MatrixViewModel {
    private final MatrixSource source;
    private final Jobs jobs;
    private final ReadOnlyObjectWrapper<MatrixState> state =
            new ReadOnlyObjectWrapper<>(new MatrixState.NotPerformed());
    private final ObservableList<MatrixRow> rows = FXCollections.observableArrayList();
    private final ObjectProperty<@Nullable MatrixRow> selected = new SimpleObjectProperty<>();
    private @Nullable Job job;
    private int asked;

    /// @param source performs them
    /// @param jobs runs long work
    public MatrixViewModel(MatrixSource source, Jobs jobs) {
        this.source = source;
        this.jobs = jobs;
    }

    /// What is shown.
    public ReadOnlyObjectProperty<MatrixState> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /// The rows that are listed, by run id.
    public ObservableList<MatrixRow> rows() {
        return rows;
    }

    /// The row whose differences are told.
    public ObjectProperty<@Nullable MatrixRow> selectedProperty() {
        return selected;
    }

    /// Performs all runs again.
    public void perform() {
        if (state.get() instanceof MatrixState.Working) {
            return;
        }
        int mine = ++asked;
        state.set(new MatrixState.Working(JobProgress.NONE, false));
        Job started =
                jobs.<Optional<MatrixReading>>start(
                        new JobTitle("Re-performing runs", JobTitle.Unit.RUNS),
                        source::perform,
                        progress -> {
                            if (mine == asked) {
                                progressed(progress);
                            }
                        },
                        end -> {
                            if (mine == asked) {
                                ended(end);
                            }
                        });
        job = state.get() instanceof MatrixState.Working ? started : null;
    }

    /// Asks it to stop; false if nothing is being performed.
    public boolean stop() {
        if (job != null && state.get() instanceof MatrixState.Working working) {
            state.set(new MatrixState.Working(working.progress(), true));
            job.cancel();
            return true;
        }
        return false;
    }

    /// Another folder may be open: what was performed is not of it.
    public void forget() {
        asked++;
        if (job != null) {
            job.cancel();
            job = null;
        }
        rows.clear();
        selected.set(null);
        state.set(new MatrixState.NotPerformed());
    }

    /// Lists only runs that differ, or all.
    public void onlyDifferences(boolean only) {
        if (state.get() instanceof MatrixState.Listed listed && only != listed.onlyDifferences()) {
            list(listed.reading(), only);
        }
    }

    private void progressed(JobProgress progress) {
        if (state.get() instanceof MatrixState.Working working) {
            state.set(new MatrixState.Working(progress, working.stopping()));
        }
    }

    private void ended(JobEnd<Optional<MatrixReading>> end) {
        job = null;
        switch (end) {
            case JobEnd.Failed<Optional<MatrixReading>>(String sentence) ->
                    state.set(new MatrixState.Failed(sentence));
            case JobEnd.Done<Optional<MatrixReading>>(var done, _) -> {
                if (done.isEmpty()) {
                    state.set(new MatrixState.NothingOpen());
                } else if (done.get().total() == 0) {
                    state.set(new MatrixState.Empty());
                } else {
                    list(done.get(), false);
                }
            }
        }
    }

    private void list(MatrixReading reading, boolean only) {
        MatrixRow before = selected.get();
        rows.setAll(
                only
                        ? reading.rows().stream().filter(MatrixRow::differs).toList()
                        : reading.rows());
        state.set(new MatrixState.Listed(reading, only));
        boolean there = before != null && rows.contains(before);
        selected.set(null); // the table has lost its selection: it is told again
        selected.set(there ? before : mattersMost());
    }

    /// The first row that differs, else the first.
    private @Nullable MatrixRow mattersMost() {
        return rows.stream()
                .filter(MatrixRow::differs)
                .findFirst()
                .orElse(rows.isEmpty() ? null : rows.getFirst());
    }
}
