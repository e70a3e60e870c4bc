// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.feature.integrity;

import dev.countersign.app.background.Job;
import dev.countersign.app.background.JobEnd;
import dev.countersign.app.background.JobProgress;
import dev.countersign.app.background.JobTitle;
import dev.countersign.app.background.Jobs;
import dev.countersign.app.text.CopyText;
import dev.countersign.core.compare.Compared;
import dev.countersign.core.compare.PairDiff;
import dev.countersign.core.compare.Run;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;

/// Holds the log that is open against another copy of it.
public final class CompareModel {
    private final CompareLogs desk;
    private final Jobs jobs;
    private final RecordsModel records;
    private final ReadOnlyObjectWrapper<CompareState> state =
            new ReadOnlyObjectWrapper<>(new CompareState.Idle());
    private @Nullable Job job;
    private @Nullable Path here;
    private int asked;

    CompareModel(CompareLogs desk, Jobs jobs, RecordsModel records) {
        this.desk = desk;
        this.jobs = jobs;
        this.records = records;
    }

    /// How it stands.
    public ReadOnlyObjectProperty<CompareState> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /// Forgets the other copy; stops what is under way.
    void forget() {
        asked++;
        cancel();
        job = null;
        state.set(new CompareState.Idle());
    }

    /// Stops what is under way.
    public void cancel() {
        if (job != null) {
            job.cancel();
        }
    }

    /// Compares.
    ///
    /// @param open the log that is open
    /// @param there another copy of it
    public void compare(Path open, Path there) {
        forget();
        here = open;
        int mine = asked;
        state.set(new CompareState.Comparing(there, JobProgress.NONE));
        Job started =
                jobs.<Compared>start(
                        new JobTitle(CopyText.COMPARING, JobTitle.Unit.BYTES),
                        (progress, cancellation) ->
                                desk.compare(open, there, progress, cancellation),
                        progress -> {
                            if (mine == asked) {
                                state.set(new CompareState.Comparing(there, progress));
                            }
                        },
                        end -> {
                            if (mine == asked) {
                                ended(there, end);
                            }
                        });
        if (mine == asked && state.get() instanceof CompareState.Comparing) {
            job = started;
        }
    }

    private void ended(Path there, JobEnd<Compared> end) {
        job = null;
        switch (end) {
            case JobEnd.Done<Compared>(Compared.Finished(var comparison), _) -> {
                state.set(new CompareState.Compared(there, comparison, null, null));
                Run first = comparison.first();
                if (first != null) {
                    look(first);
                }
            }
            case JobEnd.Done<Compared>(Compared.DifferentFormats formats, _) ->
                    state.set(
                            new CompareState.None(
                                    there,
                                    CopyText.formats(
                                            formats.here().format().name(),
                                            formats.there().format().name())));
            case JobEnd.Done<Compared>(Compared.Stopped _, _) ->
                    state.set(new CompareState.None(there, CopyText.STOPPED));
            case JobEnd.Failed<Compared>(String sentence) ->
                    state.set(new CompareState.None(there, sentence));
        }
    }

    /// Looks at a difference: its first record in both copies.
    public void look(Run run) {
        Path open = here;
        if (!(state.get() instanceof CompareState.Compared now)
                || open == null
                || run.equals(now.run())) {
            return;
        }
        state.set(new CompareState.Compared(now.there(), now.comparison(), run, null));
        records.select(now.comparison().place(run));
        Run row = new Run(run.kind(), run.here(), run.hereLine(), run.there(), run.thereLine(), 1);
        int mine = asked;
        var _ =
                jobs.<PairDiff>start(
                        (progress, cancellation) ->
                                desk.pair(open, now.there(), now.comparison(), row),
                        progress -> {},
                        end -> {
                            if (mine == asked && end instanceof JobEnd.Done<PairDiff> done) {
                                read(run, done.value());
                            }
                        });
    }

    private void read(Run run, PairDiff pair) {
        if (state.get() instanceof CompareState.Compared now && run.equals(now.run())) {
            state.set(new CompareState.Compared(now.there(), now.comparison(), run, pair));
        }
    }
}
