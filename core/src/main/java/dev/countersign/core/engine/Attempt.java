// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.engine;

import dev.countersign.core.chain.FileDigest;
import dev.countersign.core.engine.Execution.End;
import dev.countersign.core.engine.Execution.Ended;
import dev.countersign.core.engine.StepResult.Status;
import dev.countersign.core.journal.Appending;
import dev.countersign.core.journal.RecordDraft;
import dev.countersign.core.journal.RunDirectory;
import dev.countersign.core.journal.RunLog;
import dev.countersign.core.journal.RunState;
import dev.countersign.core.json.JsonValue;
import dev.countersign.core.json.JsonValue.JsonObject;
import dev.countersign.core.json.ProducerForm;
import dev.countersign.core.review.PythonText;
import dev.countersign.core.source.SourceException;

import org.jspecify.annotations.Nullable;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/// One execution, while the log is ours. The order of writing is the producer's: artifact, its
/// record, the step's result, then the checkpoint. So a crash leaves a step that is performed
/// again, never one that is taken for done and has left nothing.
final class Attempt {
    private static final int DIGITS = 16;

    private final String runId;
    private final JsonObject payload;
    private final RunPlace place;
    private final RunDirectory directory;
    private final RunLog log;
    private final LogFacts facts;
    private final RunState state;
    private final List<String> done = new ArrayList<>();
    private String head;
    private @Nullable Instant last;

    Attempt(
            String runId,
            JsonObject payload,
            RunPlace place,
            RunDirectory directory,
            RunLog log,
            LogFacts facts,
            RunState state) {
        this.runId = runId;
        this.payload = payload;
        this.place = place;
        this.directory = directory;
        this.log = log;
        this.facts = facts;
        this.state = state;
        this.head = facts.head();
        this.last = facts.lastAt();
    }

    /// Begins a new attempt: there was no checkpoint.
    void begin(String name) throws SourceException, Stopped {
        append(draft("run_started").with("run_id", runId).with("name", name));
    }

    /// What the checkpoint calls done counts if the log says so too; approvals and artifacts are
    /// the log's: a crash before the checkpoint may have kept them from it.
    void resume() {
        state.done().stream().filter(facts::done).distinct().forEach(done::add);
        state.done(done);
        facts.approvals().forEach(state::approval);
        facts.artifacts().forEach(this::note);
    }

    Ended perform(List<Step> steps) throws SourceException, Stopped {
        for (Step step : steps) {
            if (done.contains(step.name())) {
                continue;
            }
            StepResult result = perform(step);
            if (result.status() != Status.OK) {
                return ended(end(result.status()), step.name(), result.reason());
            }
        }
        append(draft("run_completed").with("run_id", runId));
        return ended(End.COMPLETED, "", "");
    }

    private static End end(Status status) {
        return switch (status) {
            case OK -> End.COMPLETED;
            case BLOCKED -> End.BLOCKED;
            case AWAITING_APPROVAL -> End.AWAITING_APPROVAL;
            case FAILED, RAISED -> End.FAILED;
        };
    }

    private Ended ended(End end, String step, String reason) {
        return new Ended(runId, directory.path(), end, step, reason, head);
    }

    private StepResult perform(Step step) throws SourceException, Stopped {
        append(draft("step_started").with("step", step.name()));
        StepResult result = result(step);
        for (ArtifactDraft artifact : result.artifacts()) {
            emit(artifact);
        }
        result.state().forEach(member -> state.set(member.key(), member.value()));
        if (result.status() == Status.RAISED) {
            append(draft("step_failed").with("step", step.name()).with("error", result.reason()));
        } else {
            append(
                    draft("step_result")
                            .with("step", step.name())
                            .with("status", result.status().word())
                            .with("reason", result.reason()));
        }
        if (result.status() == Status.OK) {
            done.add(step.name());
            state.done(done);
        }
        directory.writeState(directory.text(state));
        return result;
    }

    /// A step that throws has failed, and its run says so: it must not take the run with it.
    private StepResult result(Step step) {
        var input = new StepInput(payload, state.value(), facts.approvals(), facts.review(), head);
        try {
            return step.perform(input);
        } catch (RuntimeException e) {
            String message = e.getMessage();
            String said = message == null ? "" : PythonText.repr(JsonValue.of(message));
            return StepResult.raised(e.getClass().getSimpleName() + "(" + said + ")");
        }
    }

    private void emit(ArtifactDraft artifact) throws SourceException, Stopped {
        byte[] content =
                ProducerForm.indented(artifact.content()).getBytes(StandardCharsets.US_ASCII);
        String digest = FileDigest.sha256(content).substring(0, DIGITS);
        directory.writeArtifact(artifact.name(), content);
        append(draft("artifact_written").with("name", artifact.name()).with("sha256_12", digest));
        note(artifact.name(), digest);
    }

    private void note(String name, String digest) {
        String path =
                place.recordedRoot() + "/" + runId + "/" + RunDirectory.ARTIFACTS + "/" + name;
        state.artifact(name, digest, path);
    }

    private RecordDraft draft(String event) {
        // what a record says, so that it can be held against the one before it
        return new RecordDraft(place.clock().instant().truncatedTo(ChronoUnit.MICROS), event);
    }

    /// A clock that is set back while a run is executed stops it: as after a crash, the step is
    /// performed again once the clock is right.
    private void append(RecordDraft record) throws SourceException, Stopped {
        if (last != null && record.at().isBefore(last)) {
            throw new Stopped(new Obstacle.ClockBehind(record.at(), last));
        }
        head =
                switch (log.append(head, record)) {
                    case Appending.Appended(String newHead) -> newHead;
                    case Appending.Refused(var reason) ->
                            throw new Stopped(new Obstacle.Journal(reason));
                };
        last = record.at();
    }
}
