// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.cli;

import dev.countersign.core.policy.DefaultPolicy;
import dev.countersign.core.policy.Policy;
import dev.countersign.core.source.SmallFile;
import dev.countersign.core.source.SourceException;
import dev.countersign.core.workspace.PolicyFile;
import dev.countersign.core.workspace.WorkspaceFolder;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;

/// `--policy FILE` and `--workspace DIR`: whose clocks and rules hold.
final class PolicyOption {
    private PolicyOption() {}

    /// The policy that the options name, else that of the workspace around the runs, else the
    /// built-in one.
    ///
    /// @param runs a run directory, or a folder of them
    /// @throws SourceException if a file that is named is not there or is no policy
    static Policy of(Path runs, Arguments arguments) throws UsageException, SourceException {
        Path file = file(runs, arguments);
        return file == null ? DefaultPolicy.get() : PolicyFile.inForce(file);
    }

    /// The bytes of the same.
    ///
    /// @throws SourceException if they cannot be read
    static byte[] bytes(Path runs, Arguments arguments) throws UsageException, SourceException {
        Path file = file(runs, arguments);
        return file == null || !SmallFile.isPlaceTaken(file)
                ? DefaultPolicy.bytes()
                : SmallFile.read(file);
    }

    private static @Nullable Path file(Path runs, Arguments arguments)
            throws UsageException, SourceException {
        String file = arguments.value("--policy");
        if (file != null) {
            return there(Options.file("--policy", file, "a policy, a JSON file"));
        }
        String workspace = arguments.value("--workspace");
        @Nullable WorkspaceFolder folder =
                workspace == null
                        ? WorkspaceFolder.around(runs)
                        : new WorkspaceFolder(Options.path(workspace));
        return folder == null ? null : folder.policy();
    }

    private static Path there(Path policy) throws SourceException {
        if (!SmallFile.exists(policy)) {
            throw new SourceException(policy, policy + " does not exist: check --policy.");
        }
        return policy;
    }
}
