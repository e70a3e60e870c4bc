// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.cli;

import dev.countersign.core.source.SourceException;
import dev.countersign.core.workspace.KeptClocks;
import dev.countersign.core.workspace.WorkspaceFolder;

import org.jspecify.annotations.Nullable;

import java.nio.file.Files;
import java.nio.file.Path;

/// `--workspace DIR`, else the workspace that the runs lie in.
final class WorkspaceOption {
    static final String NAME = "--workspace";

    private WorkspaceOption() {}

    /// @throws UsageException if what is named is no workspace: its policy would not hold, and
    ///   nothing would be recorded, without a word
    static void check(String named) throws UsageException {
        Path path = Options.path(named);
        if (new WorkspaceFolder(path).nameable()) {
            return;
        }
        String why =
                !Files.exists(path)
                        ? "it does not exist"
                        : !Files.isDirectory(path)
                                ? "it is not a folder"
                                : "neither countersign.db nor policy.json is in it";
        throw new UsageException(path + " is not a workspace: " + why + "; check " + NAME);
    }

    /// @param runs a run directory, or a folder of them
    /// @return null if neither is there
    static @Nullable WorkspaceFolder of(Path runs, Arguments arguments) throws UsageException {
        String named = arguments.value(NAME);
        return named == null
                ? WorkspaceFolder.around(runs)
                : new WorkspaceFolder(Options.path(named));
    }

    /// The workspace whose fixed deadlines hold; null where there is none, or `--policy` is given.
    static @Nullable WorkspaceFolder fixing(Path runs, Arguments arguments) throws UsageException {
        return arguments.value("--policy") == null ? of(runs, arguments) : null;
    }

    /// What that workspace has fixed of the runs' clocks. Nothing where `--policy` asks what
    /// another policy says.
    ///
    /// @throws SourceException if its database cannot be read
    static KeptClocks clocks(Path runs, Arguments arguments)
            throws UsageException, SourceException {
        WorkspaceFolder folder = fixing(runs, arguments);
        return folder == null ? KeptClocks.none() : KeptClocks.of(folder);
    }
}
