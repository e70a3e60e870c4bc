// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.sample;

import dev.countersign.app.feature.run.ReadRun;
import dev.countersign.core.chain.Cancellation;
import dev.countersign.core.chain.Progress;
import dev.countersign.core.policy.DefaultPolicy;
import dev.countersign.core.review.RuleBook;
import dev.countersign.core.run.RunSnapshot;
import dev.countersign.core.source.SourceException;
import dev.countersign.core.workspace.Sightings;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Answers by the name of the run directory, as if it had read it.
public final class ScriptedRuns implements ReadRun {
    /// Every directory that was read.
    public final List<Path> asked = new ArrayList<>();

    /// A run of which the answer is known.
    public static Path directory(String name) {
        return Path.of("/srv/pipelines/runs", name);
    }

    @Override
    public Optional<Reading> read(Path directory, Progress progress, Cancellation cancellation)
            throws SourceException {
        asked.add(directory);
        if (cancellation.requested()) {
            return Optional.empty();
        }
        return Optional.of(
                directory.endsWith("added-rules")
                        ? SampleAdded.reading(SampleRuns.awaiting())
                        : reading(read(directory)));
    }

    /// A run with the register of its workflow.
    public static Reading reading(RunSnapshot run) {
        String workflow = run.workflow();
        return new Reading(
                run,
                DefaultPolicy.get(),
                workflow == null ? List.of() : RuleBook.ours().controls(workflow),
                List.of());
    }

    @Override
    public OnFile onFile(Path directory) {
        return directory.endsWith("tampered")
                ? new OnFile(
                        SampleKept.FOUND, Sightings.NONE, List.of(SampleKept.HOLD), SampleKept.TORN)
                : OnFile.NOTHING;
    }

    private static RunSnapshot read(Path directory) throws SourceException {
        return switch (String.valueOf(directory.getFileName())) {
            case "awaiting" -> SampleRuns.awaiting();
            case "gate-blocked" -> SampleRuns.gateBlocked();
            case "maker-checker" -> SampleRuns.makerChecker();
            case "findings" -> SampleRuns.findings();
            case "tampered" -> SampleRuns.tampered();
            case "no-state" -> SampleRuns.noState();
            case "pad-violation" -> SampleRuns.padViolation();
            case "nothing-asserted" -> SampleRuns.nothingAsserted();
            case "empty-folder" -> SampleRuns.emptyFolder();
            case "foreign" -> ForeignRun.snapshot();
            case "huge" -> SampleRuns.huge();
            default ->
                    throw new SourceException(
                            directory,
                            directory + " may not be read by this user: ask for read permission.");
        };
    }
}
