// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.feature.bundle;

import dev.countersign.app.background.JobEnd;
import dev.countersign.app.background.JobTitle;
import dev.countersign.app.background.Jobs;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import java.nio.file.Path;
import java.util.List;

/// Makes a bundle of runs. On the screen's thread.
public final class MakeViewModel {
    private final BundleSource source;
    private final Jobs jobs;
    private final ReadOnlyObjectWrapper<MakeState> state =
            new ReadOnlyObjectWrapper<>(new MakeState.Closed());

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
        state.set(new MakeState.Making(file, runs.size()));
        jobs.<BundleMade>start(
                new JobTitle("Making " + file.getFileName(), JobTitle.Unit.BYTES),
                (progress, cancellation) -> source.make(runs, file),
                progress -> {},
                end ->
                        state.set(
                                switch (end) {
                                    case JobEnd.Done<BundleMade>(BundleMade made, _) ->
                                            new MakeState.Made(made);
                                    case JobEnd.Failed<BundleMade>(String sentence) ->
                                            new MakeState.Failed(sentence);
                                }));
    }

    /// Puts the sheet away; what is being made is made.
    public void close() {
        if (!(state.get() instanceof MakeState.Making)) {
            state.set(new MakeState.Closed());
        }
    }
}
