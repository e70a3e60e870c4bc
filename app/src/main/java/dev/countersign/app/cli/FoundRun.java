// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.cli;

import dev.countersign.core.run.RunSummary;
import dev.countersign.core.source.SourceException;
import dev.countersign.core.workspace.Finding;
import dev.countersign.core.workspace.Overview;
import dev.countersign.core.workspace.WorkspaceFolder;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.time.Instant;
import java.util.regex.Pattern;

/// The run that a finding is about, by the finding's id.
final class FoundRun {
    private static final Pattern FINDING = Pattern.compile("f-[0-9a-f]{16}");

    private FoundRun() {}

    static boolean isFinding(String word) {
        return FINDING.matcher(word).matches();
    }

    /// The directory of the run.
    ///
    /// @throws SourceException if the workspace has no such finding, or its run is gone
    static Path of(String finding, Arguments arguments, Console console)
            throws UsageException, SourceException {
        @Nullable WorkspaceFolder folder = WorkspaceOption.of(Path.of(""), arguments);
        if (folder == null || !folder.exists()) {
            throw new UsageException("say with --workspace where the finding is");
        }
        Instant now = Overviews.now(arguments, console);
        Overview overview = Overviews.of(folder.root(), arguments, console, workspace -> {});
        for (Finding found : overview.findings(now)) {
            if (found.id().equals(finding)) {
                for (RunSummary run : overview.runs()) {
                    if (run.runId().equals(found.runId())) {
                        return run.directory();
                    }
                }
                throw new SourceException(
                        folder.root(),
                        "the run " + found.runId() + " of this finding is not there.");
            }
        }
        throw new SourceException(
                folder.root(), folder.root() + " has no finding " + finding + ".");
    }
}
