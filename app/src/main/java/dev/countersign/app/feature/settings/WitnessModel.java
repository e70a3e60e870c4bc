// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.feature.settings;

import dev.countersign.app.background.JobEnd;
import dev.countersign.app.background.Jobs;
import dev.countersign.app.background.Work;
import dev.countersign.core.witness.NoteVerifier;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// The keys of witnesses as they are shown and changed.
public final class WitnessModel {
    /// What is shown.
    ///
    /// @param witnesses those that are kept
    /// @param typed a key that was not taken; empty if none was
    /// @param trouble why the last change could not be made; empty if it could
    record Shown(Witnesses witnesses, String typed, String trouble) {}

    private final WitnessDesk desk;
    private final Jobs jobs;
    private final ReadOnlyObjectWrapper<Shown> state =
            new ReadOnlyObjectWrapper<>(new Shown(Witnesses.NONE, "", ""));

    WitnessModel(WitnessDesk desk, Jobs jobs) {
        this.desk = desk;
        this.jobs = jobs;
    }

    ReadOnlyObjectProperty<Shown> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /// Reads them again.
    public void refresh() {
        change("", (p, c) -> desk.witnesses());
    }

    /// One more; nothing is done where nothing was typed.
    public void add(String key) {
        if (!key.isBlank()) {
            change(key, (p, c) -> desk.addWitness(key));
        }
    }

    /// One less.
    public void remove(NoteVerifier key) {
        change("", (p, c) -> desk.removeWitness(key));
    }

    private void change(String typed, Work<Witnesses> work) {
        jobs.<Witnesses>start(
                work,
                progress -> {},
                end ->
                        state.set(
                                switch (end) {
                                    case JobEnd.Done<Witnesses>(Witnesses read, _) ->
                                            new Shown(read, "", "");
                                    case JobEnd.Failed<Witnesses>(String why) ->
                                            new Shown(state.get().witnesses(), typed, why);
                                }));
    }
}
