// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.feature.bundle;

import dev.countersign.core.bundle.BundleReport;
import dev.countersign.core.chain.Cancellation;
import dev.countersign.core.chain.Progress;
import dev.countersign.core.source.SourceException;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// Opens, verifies, extracts and makes bundles. All of it blocks.
public interface BundleSource {
    /// Says what a bundle holds.
    BundleLook look(Path bundle) throws SourceException;

    /// Verifies it, and every run in it.
    ///
    /// @param progress counts bytes
    /// @return empty if it was cancelled
    Optional<BundleReport> verify(Path bundle, Progress progress, Cancellation cancellation)
            throws SourceException;

    /// SHA-256 of the file, which whoever made it may have sent another way; empty for a folder.
    String digest(Path bundle, Cancellation cancellation) throws SourceException;

    /// Extracts it.
    ///
    /// @param target a folder that is new or empty
    /// @param progress counts bytes
    /// @return false if it was cancelled: nothing is left of it then
    /// @throws SourceException if it is not, or a file of the bundle is damaged
    boolean extract(Path bundle, Path target, Progress progress, Cancellation cancellation)
            throws SourceException;

    /// Makes one; what is at its place already is never replaced.
    ///
    /// @param runs run directories
    /// @param progress counts bytes
    /// @return empty if it was cancelled: nothing is left of it then
    Optional<BundleMade> make(
            List<Path> runs, Path file, Progress progress, Cancellation cancellation)
            throws SourceException;
}
