// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app;

import dev.countersign.app.background.JobEnd;
import dev.countersign.app.background.Jobs;
import dev.countersign.app.background.Ticker;
import dev.countersign.app.feature.escalate.EscalateState;
import dev.countersign.app.feature.escalate.EscalateView;
import dev.countersign.app.feature.escalate.EscalateViewModel;
import dev.countersign.app.feature.run.ReadRun;
import dev.countersign.core.policy.Policy;
import dev.countersign.core.run.RunSnapshot;
import dev.countersign.core.source.EvidencePath;

import javafx.scene.layout.StackPane;

import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/// The sheet that takes a run to others, over whatever shows the run or its log.
final class EscalationDesk {
    private final EscalateViewModel model;
    private final EscalateView view;
    private final ReadRun reader;
    private final Jobs jobs;
    private final Ticker ticker;
    private final Consumer<String> say;

    /// @param say says why a run could not be read
    EscalationDesk(WindowServices.Runs runs, Jobs jobs, Consumer<String> say) {
        this.jobs = jobs;
        this.say = say;
        reader = runs.reader();
        ticker = runs.ticker();
        model = new EscalateViewModel(runs.signatures().escalations(), jobs);
        view = new EscalateView(model, runs.signatures().shower());
    }

    /// Takes a run to others.
    void open(RunSnapshot run, Policy policy) {
        model.open(run, policy, ticker.nowProperty().getValue());
    }

    /// Reads the run of a log to take it to others, wherever one is.
    void openLog(Path log) {
        read(log, read -> open(read.run(), read.policy()));
    }

    /// The same, to have its workflow put on hold.
    void holdLog(Path log) {
        read(log, read -> model.hold(read.run(), read.policy()));
    }

    /// The run that a log lies in.
    static Path runOf(Path log) {
        return log.endsWith(EvidencePath.RUN_LOG)
                ? Objects.requireNonNull(
                        log.toAbsolutePath().getParent(), "a file lies in a folder")
                : log;
    }

    private void read(Path log, Consumer<ReadRun.Reading> act) {
        Path directory = runOf(log);
        var _ =
                jobs.<Optional<ReadRun.Reading>>start(
                        (progress, cancellation) -> reader.read(directory, progress, cancellation),
                        progress -> {},
                        end -> {
                            switch (end) {
                                case JobEnd.Done<Optional<ReadRun.Reading>>(var read, _) ->
                                        read.ifPresent(act);
                                case JobEnd.Failed<Optional<ReadRun.Reading>>(var why) ->
                                        say.accept(why);
                            }
                        });
    }

    /// The runs about which something was written and not sent.
    Stream<String> unsent() {
        return model.unsent();
    }

    /// From now on it is heard which run was put on hold.
    void onHold(Consumer<Path> held) {
        model.stateProperty()
                .subscribe(state -> {
                    if (state instanceof EscalateState.Written written && written.hold()) {
                        held.accept(written.run().directory());
                    }
                });
    }

    /// From now on it lies over this.
    void over(StackPane whole) {
        view.over(whole);
    }
}
