// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.cli;

import dev.countersign.core.source.EvidencePath;
import dev.countersign.core.source.SourceException;
import dev.countersign.core.workspace.WorkspaceFolder;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;

/// Whose custody is asked for: a workspace's, of which `--run ID` picks a run, or that of a run in
/// the workspace that is around it or that `--workspace` names.
///
/// @param subject what the report is called after
/// @param runId null for all runs
record CustodyOption(WorkspaceFolder folder, String subject, @Nullable String runId) {
    static CustodyOption of(Path path, Arguments arguments) throws UsageException, SourceException {
        String named = arguments.value(WorkspaceOption.NAME);
        WorkspaceFolder own = new WorkspaceFolder(path);
        String run = arguments.value("--run");
        if (own.exists()) {
            return new CustodyOption(own, run == null ? name(path) : run, run);
        }
        if (EvidencePath.of(path).kind() != EvidencePath.Kind.RUN_DIRECTORY) {
            throw new UsageException(
                    "custody is asked of a workspace, or of a run directory: " + path + " is none");
        }
        WorkspaceFolder around =
                named == null
                        ? WorkspaceFolder.around(path)
                        : new WorkspaceFolder(Options.path(named));
        if (around == null || !around.exists()) {
            throw new UsageException(
                    "custody is what a desk has seen: give its workspace with --workspace DIR");
        }
        return new CustodyOption(around, name(path), name(path));
    }

    private static String name(Path path) {
        Path name = path.toAbsolutePath().normalize().getFileName();
        return name == null ? path.toString() : name.toString();
    }
}
