// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.cli;

import dev.countersign.app.text.CheckText;
import dev.countersign.app.text.RunText;
import dev.countersign.core.chain.ChainVerifier;
import dev.countersign.core.engine.Execution;
import dev.countersign.core.engine.Execution.End;
import dev.countersign.core.engine.ModelResponse;
import dev.countersign.core.policy.Policy;
import dev.countersign.core.review.RuleBook;
import dev.countersign.core.run.Check;
import dev.countersign.core.run.ModelExchange;
import dev.countersign.core.run.Outcome;
import dev.countersign.core.run.RunReader;
import dev.countersign.core.run.RunSnapshot;
import dev.countersign.core.run.RunStatus;
import dev.countersign.core.source.SourceException;

import org.jspecify.annotations.Nullable;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// What stands in the directory of a run that is executed, as `show` reads it: before it goes on,
/// and after it ended.
final class RunAround {
    private static final int MOST = 5;

    /// What an execution goes on from.
    private static final Set<Check.Kind> GROUND =
            EnumSet.of(
                    Check.Kind.ARTIFACT_FILES,
                    Check.Kind.STATE_APPROVALS,
                    Check.Kind.STATE_STEPS,
                    Check.Kind.STATE_ARTIFACTS);

    /// The artifacts that hold what a model answered.
    private static final Set<String> EXCHANGES = Set.of("llm_mapping.json", "assessment.json");

    private final RunReader reader;
    private final Console console;

    RunAround(Policy policy, TrustOption trust, Console console) {
        var verifier = new ChainVerifier(Runnable::run, 1);
        this.reader = new RunReader(verifier, policy, trust.place(), RuleBook.installed());
        this.console = console;
    }

    /// Where checkpoint, files and log disagree: the engine goes on by the log, if it goes on.
    List<String> before(Path directory) throws SourceException {
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        List<String> said = new ArrayList<>();
        for (Check check : reader.read(directory).channels().checks()) {
            if (check.outcome() == Outcome.FAILED && GROUND.contains(check.kind())) {
                String where =
                        check.evidence().stream()
                                .limit(MOST)
                                .map(CheckText::place)
                                .collect(Collectors.joining(", "));
                said.add(
                        directory
                                + ": "
                                + CheckText.sentence(check)
                                + " It goes on by the log: "
                                + where
                                + ".");
            }
        }
        return said;
    }

    /// Says that a model's answer was given for nothing: the run has another one, or was executed
    /// without any, and went on from there.
    void unused(Execution.Ended ended, @Nullable ModelResponse given) throws SourceException {
        if (given == null) {
            return;
        }
        RunSnapshot run = reader.read(ended.directory());
        ModelExchange had = run.model();
        boolean other =
                had == null
                        ? run.recordedGate() != null && !answered(run)
                        : !had.response().equals(given.response());
        if (other) {
            console.complain(
                    ended.directory()
                            + ": --model-response was not used: the run goes on with "
                            + (had == null ? "the built-in baseline." : "the answer it has."));
        }
    }

    /// Whether an answer is there, though too large to be understood.
    private static boolean answered(RunSnapshot run) {
        return run.artifacts().artifacts().stream()
                .anyMatch(artifact -> EXCHANGES.contains(artifact.name()));
    }

    /// Where a run stands after it was executed: what waits for an approval that was refused is
    /// rejected, and by whom is said.
    String status(Execution.Ended ended) throws SourceException {
        if (ended.end() == End.AWAITING_APPROVAL) {
            RunSnapshot run = reader.read(ended.directory());
            if (run.status() == RunStatus.REJECTED) {
                console.complain(ended.directory() + ": " + RunText.situation(run));
                return run.status().word();
            }
        }
        return ended.end().word();
    }
}
