// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.cli;

import dev.countersign.core.workspace.WorkspaceFolder;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;

/// `--workspace DIR`, else the workspace that the runs lie in.
final class WorkspaceOption {
    static final String NAME = "--workspace";

    private WorkspaceOption() {}

    /// @param runs a run directory, or a folder of them
    /// @return null if neither is there
    static @Nullable WorkspaceFolder of(Path runs, Arguments arguments) throws UsageException {
        String named = arguments.value(NAME);
        return named == null
                ? WorkspaceFolder.around(runs)
                : new WorkspaceFolder(Options.path(named));
    }
}
