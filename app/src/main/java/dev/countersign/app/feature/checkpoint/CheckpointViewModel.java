// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.feature.checkpoint;

import dev.countersign.app.background.JobEnd;
import dev.countersign.app.background.JobTitle;
import dev.countersign.app.background.Jobs;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import java.nio.file.Path;
import java.util.function.Consumer;

/// One file of checkpoints after the other.
public final class CheckpointViewModel {
    private final ExchangeCheckpoints desk;
    private final Jobs jobs;
    private final Consumer<String> say;
    private final CheckpointWays ways;
    private final ReadOnlyObjectWrapper<CheckpointState> state =
            new ReadOnlyObjectWrapper<>(new CheckpointState.Closed());
    private int opened;

    /// @param desk reads, keeps and writes
    /// @param jobs where that is done
    /// @param say says what was done
    /// @param ways where it leads
    public CheckpointViewModel(
            ExchangeCheckpoints desk, Jobs jobs, Consumer<String> say, CheckpointWays ways) {
        this.desk = desk;
        this.jobs = jobs;
        this.say = say;
        this.ways = ways;
    }

    /// What is shown.
    public ReadOnlyObjectProperty<CheckpointState> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /// Shows a file, unless another is being imported.
    public void open(Path file) {
        if (state.get() instanceof CheckpointState.Importing) {
            return;
        }
        int mine = ++opened;
        state.set(new CheckpointState.Reading(file));
        var _ =
                jobs.<CheckpointFound>start(
                        new JobTitle("Reading the checkpoints", JobTitle.Unit.BYTES),
                        (progress, cancellation) -> desk.look(file),
                        progress -> {},
                        end -> {
                            if (mine == opened) {
                                state.set(found(file, end));
                            }
                        });
    }

    private static CheckpointState found(Path file, JobEnd<CheckpointFound> end) {
        return switch (end) {
            case JobEnd.Done<CheckpointFound>(CheckpointFound.Offered(CheckpointOffer offer), _) ->
                    new CheckpointState.Asking(offer);
            case JobEnd.Done<CheckpointFound>(CheckpointFound.Refused(String sentence), _) ->
                    new CheckpointState.Refused(file, sentence);
            case JobEnd.Failed<CheckpointFound>(String sentence) ->
                    new CheckpointState.Refused(file, sentence);
        };
    }

    /// Imports what is shown.
    public void accept() {
        if (state.get() instanceof CheckpointState.Asking(CheckpointOffer offer)) {
            state.set(new CheckpointState.Importing(offer));
            var _ =
                    jobs.<CheckpointEnd>start(
                            new JobTitle("Comparing the checkpoints", JobTitle.Unit.RUNS),
                            (progress, cancellation) -> desk.take(offer),
                            progress -> {},
                            end -> ended(offer, end));
        }
    }

    private void ended(CheckpointOffer offer, JobEnd<CheckpointEnd> end) {
        switch (end) {
            case JobEnd.Done<CheckpointEnd>(CheckpointEnd done, _) -> {
                if (done.disagree().isEmpty()) {
                    state.set(new CheckpointState.Closed());
                } else {
                    state.set(new CheckpointState.Disagreeing(offer, done));
                }
                say.accept(done.sentence());
                ways.seen().run();
            }
            case JobEnd.Failed<CheckpointEnd>(String sentence) ->
                    state.set(new CheckpointState.Refused(offer.file(), sentence));
        }
    }

    /// Shows what was found; the sheet goes.
    void finding(String id) {
        close();
        ways.finding().accept(id);
    }

    /// Shows the log of a run; the sheet goes.
    void compare(Path run) {
        close();
        ways.compare().accept(run);
    }

    /// Writes what this desk has seen.
    public void give(Path file) {
        var _ =
                jobs.<String>start(
                        new JobTitle("Writing the checkpoints", JobTitle.Unit.RUNS),
                        (progress, cancellation) -> desk.give(file),
                        progress -> {},
                        end ->
                                say.accept(
                                        switch (end) {
                                            case JobEnd.Done<String>(String done, _) -> done;
                                            case JobEnd.Failed<String>(String why) -> why;
                                        }));
    }

    /// Puts the sheet away; what is being imported is imported.
    public void close() {
        if (!(state.get() instanceof CheckpointState.Importing)) {
            opened++;
            state.set(new CheckpointState.Closed());
        }
    }
}
