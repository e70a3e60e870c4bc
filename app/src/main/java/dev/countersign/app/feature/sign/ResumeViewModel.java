// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.feature.sign;

import dev.countersign.app.background.Job;
import dev.countersign.app.background.JobEnd;
import dev.countersign.app.background.Jobs;
import dev.countersign.core.resume.ResumeCommand;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.time.Instant;
import java.util.function.Supplier;

/// Offers to let an approved run go on. A command runs only after somebody has said so twice.
public final class ResumeViewModel {
    private final ResumeDesk desk;
    private final Jobs jobs;
    private final Supplier<Instant> now;
    private final ReadOnlyObjectWrapper<ResumeState> state =
            new ReadOnlyObjectWrapper<>(new ResumeState.Hidden());
    private @Nullable Path directory;
    private @Nullable Job job;
    private int asked;

    /// @param desk reads and runs
    /// @param jobs does it away from the screen
    /// @param now the moment that is shown
    public ResumeViewModel(ResumeDesk desk, Jobs jobs, Supplier<Instant> now) {
        this.desk = desk;
        this.jobs = jobs;
        this.now = now;
    }

    /// What is shown.
    public ReadOnlyObjectProperty<ResumeState> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /// Whether a command runs.
    public boolean running() {
        return state.get() instanceof ResumeState.Running;
    }

    /// Looks what lets a run go on.
    ///
    /// @param sure whether somebody has said so once: then the next yes runs it
    public void look(Path run, boolean sure) {
        if (running()) {
            return;
        }
        int mine = ++asked;
        directory = run;
        state.set(new ResumeState.Looking());
        var _ =
                jobs.<ResumeWay>start(
                        (progress, cancellation) -> desk.look(run),
                        progress -> {},
                        end -> {
                            if (mine == asked) {
                                looked(end, sure);
                            }
                        });
    }

    private void looked(JobEnd<ResumeWay> end, boolean sure) {
        state.set(
                switch (end) {
                    case JobEnd.Failed<ResumeWay>(String why) -> new ResumeState.Told(why);
                    case JobEnd.Done<ResumeWay>(ResumeWay.Elsewhere(String sentence), _) ->
                            new ResumeState.Told(sentence);
                    case JobEnd.Done<ResumeWay>(ResumeWay.Named(ResumeCommand command), _) ->
                            new ResumeState.Offered(command, sure);
                });
    }

    /// Says once that it is to run, or takes that back.
    public void sure(boolean yes) {
        if (state.get() instanceof ResumeState.Offered(ResumeCommand command, _)) {
            state.set(new ResumeState.Offered(command, yes));
        }
    }

    /// Runs it, if somebody has said so before.
    public void run() {
        Path run = directory;
        if (run == null
                || !(state.get()
                        instanceof ResumeState.Offered(ResumeCommand command, boolean sure))
                || !sure) {
            return;
        }
        state.set(new ResumeState.Running(command, now.get(), false));
        job =
                jobs.<ResumeResult>start(
                        (progress, cancellation) -> desk.run(run, command, cancellation),
                        progress -> {},
                        this::ended);
    }

    private void ended(JobEnd<ResumeResult> end) {
        job = null;
        state.set(
                switch (end) {
                    case JobEnd.Failed<ResumeResult>(String why) -> new ResumeState.Told(why);
                    case JobEnd.Done<ResumeResult>(ResumeResult result, _) ->
                            new ResumeState.Ended(result);
                });
    }

    /// Asks what runs to stop.
    public void stop() {
        Job runs = job;
        if (runs != null
                && state.get()
                        instanceof ResumeState.Running(ResumeCommand command, var since, _)) {
            state.set(new ResumeState.Running(command, since, true));
            runs.cancel();
        }
    }

    /// Is no longer asked for, unless something runs.
    public void hide() {
        if (!running()) {
            asked++;
            directory = null;
            state.set(new ResumeState.Hidden());
        }
    }

    /// The newest head that is known of.
    ///
    /// @param before the one before anything ran
    String head(String before) {
        return state.get() instanceof ResumeState.Ended(ResumeResult result)
                        && !result.head().isEmpty()
                ? result.head()
                : before;
    }
}
