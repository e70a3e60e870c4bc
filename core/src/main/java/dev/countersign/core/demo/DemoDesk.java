// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.demo;

import dev.countersign.core.engine.Approvals;
import dev.countersign.core.engine.Execution;
import dev.countersign.core.engine.ModelResponse;
import dev.countersign.core.engine.Reviewer;
import dev.countersign.core.engine.Run;
import dev.countersign.core.engine.RunId;
import dev.countersign.core.engine.RunPlace;
import dev.countersign.core.engine.Workflow;
import dev.countersign.core.engine.WorkflowInput;
import dev.countersign.core.journal.Appending;
import dev.countersign.core.journal.Durability;
import dev.countersign.core.journal.TornEnd;
import dev.countersign.core.json.JsonValue.JsonObject;
import dev.countersign.core.policy.References;
import dev.countersign.core.source.SourceException;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// Executes and approves on behalf of people who never were, at times that are told.
final class DemoDesk {
    private static final Durability DURABILITY = Durability.LEFT_TO_SYSTEM;

    private final Path runs;
    private final References references;
    private final DemoClock clock = new DemoClock();
    private final Set<String> written = new LinkedHashSet<>();

    DemoDesk(Path runs, References references) {
        this.runs = runs;
        this.references = references;
    }

    /// The runs so far.
    List<String> written() {
        return new ArrayList<>(written);
    }

    /// One run, with what it is given.
    record Case(
            Workflow workflow,
            JsonObject payload,
            @Nullable ModelResponse model,
            Reviewer reviewer) {
        static Case of(Workflow workflow, JsonObject payload) {
            return new Case(workflow, payload, null, Reviewer.OPERATIONS);
        }

        Case answered(String response) {
            return new Case(workflow, payload, new ModelResponse("demo-judge", response), reviewer);
        }

        Case reviewedBy(Reviewer other) {
            return new Case(workflow, payload, model, other);
        }

        String runId() {
            return RunId.of(workflow.word(), payload);
        }
    }

    Path directory(Case run) {
        return runs.resolve(run.runId());
    }

    void execute(Case run, Instant at) throws SourceException {
        WorkflowInput input = new WorkflowInput(references, run.model(), run.reviewer());
        execute(run, run.workflow().run(run.payload(), input), at);
    }

    /// Executes other steps under the same name.
    void execute(Case run, Run as, Instant at) throws SourceException {
        written.add(run.runId());
        clock.set(at);
        Execution execution =
                as.execute(
                        run.payload(),
                        new RunPlace(runs, "runs", clock, DURABILITY),
                        DemoDesk::torn);
        if (execution instanceof Execution.Refused refused) {
            throw new IllegalStateException("the demo was refused: " + refused);
        }
    }

    private static void torn(TornEnd end) {
        throw new IllegalStateException("the demo is never killed within a record: " + end);
    }

    /// Begins, and dies before a record.
    void dieBefore(int record, Case run, Instant at) throws SourceException {
        clock.crashAfter(record);
        die(run, at);
        clock.heal();
    }

    /// Begins, and dies while it is reviewed.
    void dieInReview(Case run, Instant at) throws SourceException {
        die(
                run.reviewedBy(request -> {
                    throw new DemoClock.Crash();
                }),
                at);
    }

    private void die(Case run, Instant at) throws SourceException {
        try {
            execute(run, at);
        } catch (DemoClock.Crash e) {
            return;
        }
        throw new IllegalStateException(run.runId() + " was to die");
    }

    /// @return hash of the record
    String approve(Case run, String key, String approver, Instant at) throws SourceException {
        return done(Approvals.approve(directory(run), key, approver, at, DURABILITY));
    }

    void approveAgain(Case run, String key, String approver, String emergency, Instant at)
            throws SourceException {
        done(
                Approvals.approveRetroactively(
                        directory(run), key, approver, emergency, at, DURABILITY));
    }

    void reject(Case run, String key, String approver, String rationale, Instant at)
            throws SourceException {
        done(Approvals.reject(directory(run), key, approver, rationale, at, DURABILITY));
    }

    private static String done(Appending appending) {
        return switch (appending) {
            case Appending.Appended(String head) -> head;
            case Appending.Refused refused ->
                    throw new IllegalStateException("the demo was refused: " + refused);
        };
    }
}
