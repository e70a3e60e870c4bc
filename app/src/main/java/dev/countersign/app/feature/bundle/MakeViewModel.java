// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.feature.bundle;

import dev.countersign.app.background.Job;
import dev.countersign.app.background.JobEnd;
import dev.countersign.app.background.JobProgress;
import dev.countersign.app.background.JobTitle;
import dev.countersign.app.background.Jobs;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// Makes a bundle of runs. On the screen's thread.
public final class MakeViewModel {
    private final BundleSource source;
    private final Jobs jobs;
    private final ReadOnlyObjectWrapper<MakeState> state =
            new ReadOnlyObjectWrapper<>(new MakeState.Closed());
    private @Nullable Job job;

    /// @param source makes bundles
    /// @param jobs runs long work
    public MakeViewModel(BundleSource source, Jobs jobs) {
        this.source = source;
        this.jobs = jobs;
    }

    /// What is shown.
    public ReadOnlyObjectProperty<MakeState> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /// Asks which runs.
    ///
    /// @param offers the likeliest first; without any nothing is asked
    public void open(List<MakeOffer> offers) {
        if (!offers.isEmpty() && !(state.get() instanceof MakeState.Making)) {
            state.set(new MakeState.Asking(offers));
        }
    }

    /// Makes it.
    public void make(List<Path> runs, Path file) {
        state.set(new MakeState.Making(file, runs.size(), JobProgress.NONE, false));
        Job started =
                jobs.<Optional<BundleMade>>start(
                        new JobTitle("Making " + file.getFileName(), JobTitle.Unit.BYTES),
                        (progress, cancellation) -> source.make(runs, file, progress, cancellation),
                        progress -> {
                            if (state.get() instanceof MakeState.Making now) {
                                state.set(
                                        new MakeState.Making(
                                                file, runs.size(), progress, now.stopping()));
                            }
                        },
                        end -> {
                            job = null;
                            state.set(ended(file, end));
                        });
        job = state.get() instanceof MakeState.Making ? started : null;
    }

    private static MakeState ended(Path file, JobEnd<Optional<BundleMade>> end) {
        return switch (end) {
            case JobEnd.Done<Optional<BundleMade>>(var made, _) ->
                    made.<MakeState>map(MakeState.Made::new)
                            .orElseGet(() -> new MakeState.Stopped(file));
            case JobEnd.Failed<Optional<BundleMade>>(String sentence) ->
                    new MakeState.Failed(sentence);
        };
    }

    /// Puts the sheet away; what is being made is asked to end.
    public void close() {
        if (state.get() instanceof MakeState.Making making) {
            Job running = job;
            if (running != null) {
                state.set(
                        new MakeState.Making(
                                making.file(), making.runs(), making.progress(), true));
                running.cancel();
            }
        } else {
            state.set(new MakeState.Closed());
        }
    }
}
