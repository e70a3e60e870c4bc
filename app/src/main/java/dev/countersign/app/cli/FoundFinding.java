// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.cli;

import dev.countersign.core.run.RunSummary;
import dev.countersign.core.source.SourceException;
import dev.countersign.core.workspace.Finding;
import dev.countersign.core.workspace.FindingState;
import dev.countersign.core.workspace.Overview;
import dev.countersign.core.workspace.Workspace;
import dev.countersign.core.workspace.WorkspaceFolder;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/// A finding of a workspace, by its id.
///
/// @param folder the workspace
/// @param finding the finding
/// @param run the directory of the run that it is about; null if it is gone, or there is none
/// @param state where it stands
record FoundFinding(
        WorkspaceFolder folder, Finding finding, @Nullable Path run, FindingState state) {
    /// Looks for it, and raises what there is to raise: what is disposed of is on record.
    ///
    /// @throws SourceException if the workspace has no such finding
    static FoundFinding of(String finding, Arguments arguments, Console console)
            throws UsageException, SourceException {
        @Nullable WorkspaceFolder folder = WorkspaceOption.of(Path.of(""), arguments);
        if (folder == null || !folder.exists()) {
            throw new UsageException("say with --workspace where the finding is");
        }
        Instant now = Options.now(arguments, console);
        Overview overview =
                Overviews.of(folder.root(), arguments, console, Workspace::raise).runs();
        for (Finding found : overview.findings(now)) {
            if (found.id().equals(finding)) {
                FindingState state = overview.states(List.of(found), now).getFirst();
                return new FoundFinding(folder, found, run(found, overview), state);
            }
        }
        throw new SourceException(
                folder.root(), folder.root() + " has no finding " + finding + ".");
    }

    private static @Nullable Path run(Finding finding, Overview overview) {
        for (RunSummary run : overview.runs()) {
            if (run.runId().equals(finding.runId())) {
                return run.directory();
            }
        }
        return null;
    }
}
