// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.bundle;

import dev.countersign.core.archive.Extracted;
import dev.countersign.core.archive.Extraction;
import dev.countersign.core.chain.Cancellation;
import dev.countersign.core.chain.Progress;
import dev.countersign.core.source.EvidencePath;
import dev.countersign.core.source.SourceException;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Executor;

/// Extracts a bundle into a folder that is new or empty, and never into evidence: a bag or a run
/// directory that gets more files is not what it was.
public final class BundleExtraction {
    private BundleExtraction() {}

    /// Extracts every file; unless all of them are there, nothing is left of it.
    ///
    /// @param helpers lends threads that wait for the disk
    /// @param progress counts bytes
    /// @throws SourceException if the folder is not empty, lies in evidence or cannot be written to
    public static Extracted of(
            Bundle bundle,
            Path target,
            Executor helpers,
            Progress progress,
            Cancellation cancellation)
            throws SourceException {
        place(bundle, target);
        return Extraction.of(bundle.archive(), target, helpers, progress, cancellation);
    }

    private static void place(Bundle bundle, Path target) throws SourceException {
        try {
            Path source = bundle.archive().path().toRealPath();
            for (Path up = EvidencePath.real(target); up != null; up = up.getParent()) {
                String what =
                        up.equals(source)
                                ? "the bundle itself"
                                : Bundle.isBag(up)
                                        ? "a bag"
                                        : EvidencePath.run(up) ? "a run directory" : null;
                if (what != null) {
                    throw new SourceException(
                            target,
                            target
                                    + " lies in "
                                    + what
                                    + ", "
                                    + up
                                    + ", which would not be what it was any more: name a folder"
                                    + " outside of it.");
                }
            }
        } catch (IOException e) {
            throw new SourceException(
                    target, target + " cannot be looked at: " + e.getMessage() + ".", e);
        }
    }
}
