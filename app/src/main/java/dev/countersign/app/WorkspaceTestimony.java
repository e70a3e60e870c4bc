// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app;

import dev.countersign.app.feature.integrity.Kept;
import dev.countersign.app.feature.run.ReadRun;
import dev.countersign.app.text.AdviceText;
import dev.countersign.core.chain.Checkpoint;
import dev.countersign.core.compare.NamedCheckpoint;
import dev.countersign.core.run.RunSummary;
import dev.countersign.core.run.TornEndFile;
import dev.countersign.core.source.SourceException;
import dev.countersign.core.workspace.Finding;
import dev.countersign.core.workspace.Hold;
import dev.countersign.core.workspace.Witnessed;
import dev.countersign.core.workspace.Workspace;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

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
        if (!(kept(directory) instanceof Kept.Here(List<Finding> findings))) {
            return new ReadRun.OnFile(List.of(), List.of(), tornEnds);
        }
        List<Hold> holds =
                access.with(workspace -> {
                    String run = run(workspace, directory);
                    return run == null ? List.<Hold>of() : workspace.holds(run);
                });
        return new ReadRun.OnFile(findings, holds == null ? List.of() : holds, tornEnds);
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
        return new Kept.Here(found);
    }

    /// The longest log of a run that somebody else has seen; null if nobody has. What this desk has
    /// seen by itself proves no end of a log: it may have looked a moment ago.
    @Nullable Checkpoint others(Path directory) throws SourceException {
        List<Witnessed> seen =
                access.with(workspace -> {
                    String run = run(workspace, directory);
                    return run == null
                            ? List.<Witnessed>of()
                            : workspace.testimony().others().getOrDefault(run, List.of());
                });
        return seen == null
                ? null
                : seen.stream()
                        .map(Witnessed::checkpoint)
                        .max(Comparator.comparingLong(Checkpoint::records))
                        .orElse(null);
    }

    /// Its own checkpoints of a run, the shortest log first, then those of others.
    List<NamedCheckpoint> checkpoints(Path directory) throws SourceException {
        List<NamedCheckpoint> seen = access.with(workspace -> checkpoints(workspace, directory));
        return seen == null ? List.of() : seen;
    }

    private static List<NamedCheckpoint> checkpoints(Workspace workspace, Path directory)
            throws SourceException {
        String run = run(workspace, directory);
        if (run == null) {
            return List.of();
        }
        List<NamedCheckpoint> all = new ArrayList<>();
        for (Checkpoint own : workspace.testimony().own().getOrDefault(run, List.of())) {
            all.add(new NamedCheckpoint("of this desk", own));
        }
        for (Witnessed other : workspace.testimony().others().getOrDefault(run, List.of())) {
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
