// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.workspace;

import java.nio.file.Path;

/// Where a workspace looks for runs. It is remembered by its path; one that is not there is said,
/// not forgotten.
///
/// @param stored the path as it is stored: relative if it lies in the workspace
/// @param path where that is now
/// @param kind what is there now
public record Source(String stored, Path path, Kind kind) {
    /// What a source is.
    public enum Kind {
        /// A folder whose folders are runs.
        FOLDER,
        /// One run directory.
        RUN,
        /// A log by itself.
        LOG,
        /// One bundle of runs: an archive, or a folder that is a bag.
        BUNDLE,
        /// Nothing is there, or it cannot be looked into: a stick that was drawn, a share that is
        /// not mounted.
        MISSING
    }
}
