// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.cli;

import dev.countersign.core.approval.ActVerifier;
import dev.countersign.core.approval.TrustPlace;
import dev.countersign.core.policy.Policy;
import dev.countersign.core.source.SmallFile;
import dev.countersign.core.source.SourceException;
import dev.countersign.core.workspace.WorkspaceFolder;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;

/// `--trust DIR`: the anchors that certificates are held against; else those of the workspace.
///
/// @param place where they are
/// @param folder the same as a folder; null if there is none
record TrustOption(TrustPlace place, @Nullable Path folder) {
    /// @param runs a run directory, or a folder of them
    /// @throws SourceException if a folder that is named is not there
    static TrustOption of(Path runs, Arguments arguments) throws UsageException, SourceException {
        String folder = arguments.value("--trust");
        if (folder != null) {
            Path path = Options.path(folder);
            if (!SmallFile.exists(path)) {
                throw new SourceException(path, path + " does not exist: check --trust.");
            }
            // a pipe would be waited for
            if (!SmallFile.isFolder(path)) {
                throw new UsageException(path + " is no folder: --trust takes one of certificates");
            }
            return new TrustOption(TrustPlace.in(path), path);
        }
        @Nullable WorkspaceFolder around = WorkspaceOption.of(runs, arguments);
        return around == null || !around.exists()
                ? new TrustOption(TrustPlace.nowhere(), null)
                : new TrustOption(around.anchors(), around.trust());
    }

    /// Where the anchors are, for a document; null where there are none to be held against.
    @Nullable String from() {
        Path folder = place.folder();
        return folder == null || !SmallFile.exists(folder)
                ? null
                : folder.toAbsolutePath().normalize().toString();
    }

    ActVerifier verifier(Policy policy) {
        return new ActVerifier(policy, place);
    }
}
