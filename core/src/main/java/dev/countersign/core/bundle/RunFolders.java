// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.bundle;

import dev.countersign.core.archive.ArchiveLimits;
import dev.countersign.core.policy.Policy;
import dev.countersign.core.source.RunFolder;
import dev.countersign.core.source.SourceException;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;

/// Run directories by their paths, wherever they lie: on disk, or in an archive, whose path theirs
/// goes on from. The archive stays open until a run of another one is asked for: what was given
/// before is not to be read any more then. Not for concurrent use.
public final class RunFolders implements AutoCloseable {
    private final ArchiveLimits limits;
    private @Nullable Bundle open;

    /// @param policy says what an archive may cost
    public RunFolders(Policy policy) {
        this.limits = BundleLimits.of(policy);
    }

    /// A run directory.
    ///
    /// @param run its path, as summaries and snapshots have it
    /// @throws SourceException if it lies in an archive that cannot be read, or is refused, or has
    ///   no such run any more
    public RunFolder at(Path run) throws SourceException {
        PackedPath packed = PackedPath.inFile(run);
        if (packed == null) {
            return RunFolder.at(run);
        }
        Path file = packed.bundle();
        RunFolder there = bundle(file).at(packed.run());
        if (there == null) {
            throw new SourceException(
                    run,
                    packed.run().equals(file)
                            ? file + " is no run directory any more."
                            : file + " has no run " + file.relativize(packed.run()) + " any more.");
        }
        return there;
    }

    private Bundle bundle(Path path) throws SourceException {
        Bundle before = open;
        if (before != null && before.archive().path().toAbsolutePath().normalize().equals(path)) {
            return before;
        }
        close();
        Bundle bundle =
                switch (Bundle.open(path, limits)) {
                    case BundleOpening.Opened(Bundle opened) -> opened;
                    case BundleOpening.Refused(var refusal) ->
                            throw new SourceException(path, refusal.sentence(path));
                };
        open = bundle;
        return bundle;
    }

    @Override
    public void close() throws SourceException {
        Bundle before = open;
        open = null;
        if (before != null) {
            before.close();
        }
    }
}
