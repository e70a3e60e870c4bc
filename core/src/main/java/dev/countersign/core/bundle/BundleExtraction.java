// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.bundle;

import dev.countersign.core.archive.Extracted;
import dev.countersign.core.archive.Extraction;
import dev.countersign.core.chain.Cancellation;
import dev.countersign.core.chain.Progress;
import dev.countersign.core.source.SourceException;

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
        BundlePlace.extracted(target, bundle.archive().path());
        return Extraction.of(bundle.archive(), target, helpers, progress, cancellation);
    }
}
