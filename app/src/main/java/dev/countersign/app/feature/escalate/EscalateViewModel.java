// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.feature.escalate;

import dev.countersign.app.background.JobEnd;
import dev.countersign.app.background.JobTitle;
import dev.countersign.app.background.Jobs;
import dev.countersign.app.text.EscalateText;
import dev.countersign.core.policy.Policy;
import dev.countersign.core.queue.QueueItem;
import dev.countersign.core.queue.ReviewQueue;
import dev.countersign.core.queue.Severity;
import dev.countersign.core.run.RunSnapshot;
import dev.countersign.core.run.RunSummary;
import dev.countersign.core.workspace.Escalated;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/// Asks how severe it is and why, has it written, and says where.
public final class EscalateViewModel {
    private final EscalateRun desk;
    private final Jobs jobs;
    private final ReadOnlyObjectWrapper<EscalateState> state =
            new ReadOnlyObjectWrapper<>(new EscalateState.Closed());
    private final StringProperty reason = new SimpleStringProperty("");
    private final Map<About, String> left = new HashMap<>();
    private String given = "";
    private @Nullable RunSnapshot run;
    private @Nullable Policy policy;
    private int severity;
    private boolean hold;

    /// What a reason is for.
    private record About(Path directory, String runId, boolean hold) {}

    /// @param desk writes it
    /// @param jobs runs that
    public EscalateViewModel(EscalateRun desk, Jobs jobs) {
        this.desk = desk;
        this.jobs = jobs;
        reason.subscribe(text -> {
            if (state.get() instanceof EscalateState.Asking) {
                ask("");
            }
        });
    }

    /// What is shown.
    public ReadOnlyObjectProperty<EscalateState> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /// What others have to know.
    public StringProperty reasonProperty() {
        return reason;
    }

    /// Asks about a run as it was read.
    ///
    /// @param now decides what is late
    public void open(RunSnapshot about, Policy inForce, Instant now) {
        if (state.get() instanceof EscalateState.Writing) {
            return;
        }
        begin(about, inForce, false);
        severity = worth(about, inForce, now).level();
        ask("");
    }

    /// Asks to put a run on hold, and to have its workflow stopped: what the worst severity asks
    /// for.
    public void hold(RunSnapshot about, Policy inForce) {
        if (state.get() instanceof EscalateState.Writing) {
            return;
        }
        begin(about, inForce, true);
        severity = Severity.SEV_1.level();
        ask("");
    }

    /// What was written about it and not sent is there again.
    private void begin(RunSnapshot about, Policy inForce, boolean held) {
        leave();
        run = about;
        policy = inForce;
        hold = held;
        given = held ? EscalateText.HOLD : "";
        reason.set(left.getOrDefault(about(about), given));
    }

    private About about(RunSnapshot of) {
        return new About(of.directory(), of.runId(), hold);
    }

    private void leave() {
        if (state.get() instanceof EscalateState.Asking asking) {
            About last = about(asking.run());
            if (reason.get().equals(given)) {
                left.remove(last);
            } else {
                left.put(last, reason.get());
            }
        }
    }

    /// The runs about which something was written and not sent.
    public Stream<String> unsent() {
        boolean typing = state.get() instanceof EscalateState.Asking && !reason.get().equals(given);
        return Stream.concat(
                left.keySet().stream().map(About::runId),
                typing && run != null ? Stream.of(run.runId()) : Stream.of());
    }

    /// What the queue would say of it; the least if nothing is wrong.
    private static Severity worth(RunSnapshot about, Policy inForce, Instant now) {
        return ReviewQueue.of(List.of(RunSummary.of(about)), List.of(), inForce, now).stream()
                .map((QueueItem item) -> Severity.of(item, now))
                .filter(Objects::nonNull)
                .min(Severity::compareTo)
                .orElse(Severity.SEV_4);
    }

    /// Somebody finds it more or less severe.
    public void choose(int other) {
        if (state.get() instanceof EscalateState.Asking && !hold) {
            severity = other;
            ask("");
        }
    }

    /// Goes away, unless it is being written.
    public void close() {
        if (!(state.get() instanceof EscalateState.Writing)) {
            leave();
            state.set(new EscalateState.Closed());
        }
    }

    /// Writes it, if it says why.
    public void write() {
        if (!(state.get() instanceof EscalateState.Asking asking) || reason.get().isBlank()) {
            return;
        }
        RunSnapshot about = asking.run();
        int worth = severity;
        boolean held = asking.hold();
        String why = reason.get().strip();
        state.set(new EscalateState.Writing(about));
        jobs.<Escalated>start(
                new JobTitle(EscalateText.WRITING, JobTitle.Unit.BYTES),
                (progress, cancellation) -> desk.escalate(about, worth, why, held),
                progress -> {},
                end -> {
                    switch (end) {
                        case JobEnd.Done<Escalated>(Escalated files, _) -> {
                            left.remove(about(about));
                            state.set(new EscalateState.Written(about, asking.to(), held, files));
                        }
                        case JobEnd.Failed<Escalated>(String sentence) -> ask(sentence);
                    }
                });
    }

    private void ask(String trouble) {
        RunSnapshot about = run;
        Policy inForce = policy;
        if (about != null && inForce != null) {
            String missing =
                    trouble.isEmpty() && reason.get().isBlank() ? EscalateText.NO_REASON : trouble;
            state.set(
                    new EscalateState.Asking(
                            about, inForce.escalation(severity), severity, hold, missing));
        }
    }
}
