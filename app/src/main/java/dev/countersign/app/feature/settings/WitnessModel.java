// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.feature.settings;

import dev.countersign.app.background.JobEnd;
import dev.countersign.app.background.Jobs;
import dev.countersign.app.background.Work;
import dev.countersign.core.witness.NoteVerifier;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/// The keys of witnesses as they are shown and changed.
public final class WitnessModel {
    /// What is shown.
    ///
    /// @param witnesses those that are kept
    /// @param trouble why the last change could not be made; empty if it could
    record Shown(Witnesses witnesses, String trouble) {}

    private final WitnessDesk desk;
    private final Jobs jobs;
    private final ReadOnlyObjectWrapper<Shown> state =
            new ReadOnlyObjectWrapper<>(new Shown(Witnesses.NONE, ""));

    private final StringProperty typed = new SimpleStringProperty("");

    WitnessModel(WitnessDesk desk, Jobs jobs) {
        this.desk = desk;
        this.jobs = jobs;
    }

    ReadOnlyObjectProperty<Shown> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /// The key that somebody types, until it is taken.
    public StringProperty typedProperty() {
        return typed;
    }

    /// Reads them again.
    public void refresh() {
        change((p, c) -> desk.witnesses(), () -> {});
    }

    /// One more: what was typed; nothing is done where that is nothing.
    public void add() {
        String key = typed.get();
        if (!key.isBlank()) {
            change((p, c) -> desk.addWitness(key), () -> taken(key));
        }
    }

    private void taken(String key) {
        if (typed.get().equals(key)) {
            typed.set("");
        }
    }

    /// One less.
    public void remove(NoteVerifier key) {
        change((p, c) -> desk.removeWitness(key), () -> {});
    }

    private void change(Work<Witnesses> work, Runnable done) {
        jobs.<Witnesses>start(
                work,
                progress -> {},
                end -> {
                    switch (end) {
                        case JobEnd.Done<Witnesses>(Witnesses read, _) -> {
                            done.run();
                            state.set(new Shown(read, ""));
                        }
                        case JobEnd.Failed<Witnesses>(String why) ->
                                state.set(new Shown(state.get().witnesses(), why));
                    }
                });
    }
}
