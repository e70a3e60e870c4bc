// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app;

import dev.countersign.app.feature.integrity.Kept;
import dev.countersign.app.feature.run.ReadRun;
import dev.countersign.app.text.AdviceText;
import dev.countersign.core.chain.Checkpoint;
import dev.countersign.core.chain.VerifyRequest;
import dev.countersign.core.compare.NamedCheckpoint;
import dev.countersign.core.run.RunSummary;
import dev.countersign.core.run.TornEndFile;
import dev.countersign.core.source.SourceException;
import dev.countersign.core.workspace.Finding;
import dev.countersign.core.workspace.FindingKind;
import dev.countersign.core.workspace.Hold;
import dev.countersign.core.workspace.Sightings;
import dev.countersign.core.workspace.Witnessed;
import dev.countersign.core.workspace.Workspace;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What the workspace that is open has seen of the run of a log, and what it found.
///
/// @param access which one that is
record WorkspaceTestimony(WorkspaceAccess access) {
    /// What was found about the chain of a run.
    ///
    /// @param directory the run, or a lone log
    Kept kept(Path directory) throws SourceException {
        SharedWorkspace open = access.current();
        if (open == null) {
            return new Kept.Nowhere(AdviceText.NO_WORKSPACE);
        }
        open.looked();
        Kept kept = open.with(workspace -> kept(workspace, directory));
        return kept == null ? new Kept.Nowhere(AdviceText.NO_WORKSPACE) : kept;
    }

    /// The same, and who put the run on hold.
    ///
    /// @param tornEnds that lie beside its log
    ReadRun.OnFile onFile(Path directory, List<TornEndFile> tornEnds) throws SourceException {
        if (!(kept(directory) instanceof Kept.Here(List<Finding> findings, Sightings seen))) {
            return new ReadRun.OnFile(List.of(), Sightings.NONE, List.of(), tornEnds);
        }
        List<Hold> holds =
                access.with(workspace -> {
                    String run = run(workspace, directory);
                    return run == null ? List.<Hold>of() : workspace.holds(run);
                });
        return new ReadRun.OnFile(findings, seen, holds == null ? List.of() : holds, tornEnds);
    }

    private Kept kept(Workspace workspace, Path directory) throws SourceException {
        String run = run(workspace, directory);
        if (run == null) {
            return new Kept.Nowhere(AdviceText.OTHER_WORKSPACE);
        }
        List<Finding> found =
                workspace.findings(access.desk().clock().instant()).stream()
                        .filter(finding -> finding.runId().equals(run) && Kept.aboutLog(finding))
                        .toList();
        return new Kept.Here(found, workspace.testimony().of(run));
    }

    /// How a log is verified, wherever it is shown, and before it is signed: against the furthest
    /// that somebody else has seen of it, or what this desk has seen where that disagrees.
    VerifyRequest request(Path directory) throws SourceException {
        Optional<Checkpoint> most =
                access.with(workspace -> {
                    String run = run(workspace, directory);
                    return run == null
                            ? Optional.<Checkpoint>empty()
                            : Optional.ofNullable(most(workspace, run));
                });
        return VerifyRequest.DEFAULT.against(most == null ? null : most.orElse(null));
    }

    private @Nullable Checkpoint most(Workspace workspace, String run) throws SourceException {
        Sightings seen = workspace.testimony().of(run);
        if (!seen.own().isEmpty() && disagrees(workspace, run)) {
            return seen.own().getLast();
        }
        Witnessed furthest = seen.furthest();
        return furthest == null ? null : furthest.checkpoint();
    }

    /// Whether the log is not what this desk has seen.
    private boolean disagrees(Workspace workspace, String run) throws SourceException {
        return workspace.findings(access.desk().clock().instant()).stream()
                .anyMatch(finding ->
                        finding.runId().equals(run)
                                && (finding.kind() == FindingKind.HISTORY_REWRITTEN
                                        || finding.kind() == FindingKind.LOG_SHORTENED));
    }

    private Sightings sightings(Path directory) throws SourceException {
        Sightings seen =
                access.with(workspace -> {
                    String run = run(workspace, directory);
                    return run == null ? Sightings.NONE : workspace.testimony().of(run);
                });
        return seen == null ? Sightings.NONE : seen;
    }

    /// Its own checkpoints of a run, the shortest log first, then those of others.
    List<NamedCheckpoint> checkpoints(Path directory) throws SourceException {
        Sightings seen = sightings(directory);
        List<NamedCheckpoint> all = new ArrayList<>();
        for (Checkpoint own : seen.own()) {
            all.add(new NamedCheckpoint("of this desk", own));
        }
        for (Witnessed other : seen.others()) {
            all.add(new NamedCheckpoint("of " + other.witness(), other.checkpoint()));
        }
        return all;
    }

    private static @Nullable String run(Workspace workspace, Path directory)
            throws SourceException {
        Path wanted = directory.toAbsolutePath().normalize();
        return workspace.runs().stream()
                .filter(run -> run.directory().toAbsolutePath().normalize().equals(wanted))
                .map(RunSummary::runId)
                .findFirst()
                .orElse(null);
    }
}
