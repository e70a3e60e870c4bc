// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.engine;

import dev.countersign.core.journal.Opening;
import dev.countersign.core.journal.RunDirectory;
import dev.countersign.core.journal.RunLog;
import dev.countersign.core.journal.RunState;
import dev.countersign.core.journal.TornEnd;
import dev.countersign.core.json.JsonValue.JsonObject;
import dev.countersign.core.source.SourceException;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/// A workflow that can be executed, and executed again: the same payload is the same run, which
/// goes on where its checkpoint says it stands.
///
/// BLOCKED, AWAITING_APPROVAL and FAILED are resumable; a finished step is never performed again; a
/// completed run records its completion once more. A run without a checkpoint begins a new attempt
/// in the same log. The producer of the runs can resume what was begun here, and the other way
/// round.
public final class Run {
    private final String name;
    private final List<Step> steps;

    /// @param name of the workflow
    /// @param steps in their order; their names are unique
    public Run(String name, List<Step> steps) {
        this.name = name;
        this.steps = List.copyOf(steps);
        Set<String> names = new HashSet<>();
        for (Step step : steps) {
            if (!names.add(step.name())) {
                throw new IllegalArgumentException("two steps are called " + step.name());
            }
        }
    }

    /// Executes as far as it goes. Blocking: writes and forces every record.
    ///
    /// @param heard is told of an unfinished record that was set aside, before anything is written
    /// @throws SourceException if the disk fails; then the run can be resumed from what is there
    public Execution execute(JsonObject payload, RunPlace place, Consumer<TornEnd> heard)
            throws SourceException {
        String runId = RunId.of(name, payload);
        Path path = place.root().resolve(runId);
        if (RunState.begin(payload).text() == null) {
            return new Execution.Refused(runId, path, new Obstacle.PayloadTooLarge());
        }
        RunDirectory directory = RunDirectory.create(path, place.durability());
        try {
            mend(directory, place, heard);
            // reading closes the log's file, and that would give up the lock: so read first
            LogFacts facts = LogFacts.of(directory.log(), author(payload));
            try (RunLog log = open(directory, place)) {
                directory.dropUnfinished();
                return execute(payload, place, directory, log, facts);
            }
        } catch (Stopped e) {
            return new Execution.Refused(runId, directory.path(), e.obstacle());
        }
    }

    private Execution execute(
            JsonObject payload, RunPlace place, RunDirectory directory, RunLog log, LogFacts facts)
            throws SourceException, Stopped {
        String runId = RunId.of(name, payload);
        String begun = facts.runId();
        if (begun != null && !begun.equals(runId)) {
            throw new Stopped(new Obstacle.OtherRun(begun));
        }
        byte[] checkpoint = directory.state();
        if (checkpoint == null) {
            // what an earlier attempt approved was approved for that attempt
            facts.forget();
            var attempt =
                    new Attempt(
                            runId, payload, place, directory, log, facts, RunState.begin(payload));
            attempt.begin(name);
            return attempt.perform(steps);
        }
        var attempt =
                new Attempt(runId, payload, place, directory, log, facts, state(runId, checkpoint));
        attempt.resume();
        return attempt.perform(steps);
    }

    private static @Nullable String author(JsonObject payload) {
        String author = payload.string("author");
        return author == null ? payload.string("employee") : author;
    }

    private RunState state(String runId, byte[] checkpoint) throws Stopped {
        RunState state = RunState.read(checkpoint);
        if (state == null) {
            throw new Stopped(new Obstacle.CheckpointUnreadable());
        }
        JsonObject payload = state.payload();
        if (payload == null || !RunId.of(name, payload).equals(runId)) {
            throw new Stopped(new Obstacle.CheckpointOfOtherPayload());
        }
        return state;
    }

    /// Takes away what a killed process left of a record, unless records were lost: a checkpoint is
    /// written after some, always, and a new chain would hide that they are gone. Whoever was
    /// killed before the first one left neither.
    private static void mend(RunDirectory directory, RunPlace place, Consumer<TornEnd> heard)
            throws SourceException, Stopped {
        byte[] checkpoint = directory.state();
        if (checkpoint != null && !directory.hasLog()) {
            throw new Stopped(lost(true, checkpoint));
        }
        try (RunLog log = open(directory, place)) {
            if (checkpoint != null && log.empty()) {
                throw new Stopped(lost(false, checkpoint));
            }
            TornEnd torn = log.setUnfinishedAside();
            if (torn != null) {
                heard.accept(torn);
            }
        }
    }

    private static Obstacle lost(boolean missing, byte[] checkpoint) {
        RunState state = RunState.read(checkpoint);
        return new Obstacle.LogLost(missing, state == null ? 0 : state.done().size());
    }

    private static RunLog open(RunDirectory directory, RunPlace place)
            throws SourceException, Stopped {
        return switch (RunLog.open(directory.log(), place.durability())) {
            case Opening.Opened(RunLog log) -> log;
            case Opening.Refused(var reason) -> throw new Stopped(new Obstacle.Journal(reason));
        };
    }
}
