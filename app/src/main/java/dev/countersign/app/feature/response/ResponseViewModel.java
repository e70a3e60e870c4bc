// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.feature.response;

import dev.countersign.app.background.JobEnd;
import dev.countersign.app.background.JobTitle;
import dev.countersign.app.background.Jobs;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.util.function.Consumer;

/// One response after the other.
public final class ResponseViewModel {
    private final ImportResponse desk;
    private final Jobs jobs;
    private final Consumer<ImportEnd.Recorded> recorded;
    private final ReadOnlyObjectWrapper<ResponseState> state =
            new ReadOnlyObjectWrapper<>(new ResponseState.Closed());
    private int opened;

    /// @param desk reads and records
    /// @param jobs where that is done
    /// @param recorded hears that one is in the log, once the sheet is gone
    public ResponseViewModel(
            ImportResponse desk, Jobs jobs, Consumer<ImportEnd.Recorded> recorded) {
        this.desk = desk;
        this.jobs = jobs;
        this.recorded = recorded;
    }

    /// What is shown.
    public ReadOnlyObjectProperty<ResponseState> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /// Shows a response, unless another is being imported.
    ///
    /// @param run the run on the screen; null if there is none
    public void open(Path file, @Nullable OpenRun run) {
        if (state.get() instanceof ResponseState.Importing) {
            return;
        }
        int mine = ++opened;
        state.set(new ResponseState.Reading(file));
        var _ =
                jobs.<ResponseFound>start(
                        new JobTitle("Reading the response", JobTitle.Unit.BYTES),
                        (progress, cancellation) -> desk.look(file, run),
                        progress -> {},
                        end -> {
                            if (mine == opened) {
                                state.set(found(file, end));
                            }
                        });
    }

    private static ResponseState found(Path file, JobEnd<ResponseFound> end) {
        return switch (end) {
            case JobEnd.Done<ResponseFound>(ResponseFound.Offered(ResponseOffer offer), _) ->
                    new ResponseState.Asking(offer);
            case JobEnd.Done<ResponseFound>(ResponseFound.Refused(String sentence), _) ->
                    new ResponseState.Refused(file, sentence);
            case JobEnd.Failed<ResponseFound>(String sentence) ->
                    new ResponseState.Refused(file, sentence);
        };
    }

    /// Imports what is shown, if nothing stands against it.
    public void accept() {
        if (state.get() instanceof ResponseState.Asking(ResponseOffer offer)
                && offer.obstacles().isEmpty()) {
            state.set(new ResponseState.Importing(offer));
            var _ =
                    jobs.<ImportEnd>start(
                            new JobTitle("Importing the response", JobTitle.Unit.BYTES),
                            (progress, cancellation) -> desk.record(offer),
                            progress -> {},
                            end -> ended(offer, end));
        }
    }

    private void ended(ResponseOffer offer, JobEnd<ImportEnd> end) {
        switch (end) {
            case JobEnd.Done<ImportEnd>(ImportEnd.Recorded done, _) -> {
                state.set(new ResponseState.Closed());
                recorded.accept(done);
            }
            case JobEnd.Done<ImportEnd>(ImportEnd.Obstructed(ResponseOffer now), _) ->
                    state.set(new ResponseState.Asking(now));
            case JobEnd.Failed<ImportEnd>(String sentence) ->
                    state.set(new ResponseState.Refused(offer.file(), sentence));
        }
    }

    /// Puts the sheet away; what is being imported is imported.
    public void close() {
        if (!(state.get() instanceof ResponseState.Importing)) {
            opened++;
            state.set(new ResponseState.Closed());
        }
    }
}
