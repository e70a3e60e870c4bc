// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.bundle;

import dev.countersign.core.archive.Archive;
import dev.countersign.core.source.SmallFile;
import dev.countersign.core.source.SourceException;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;

/// Where a run lies that is in a bundle: read there, and never written to.
///
/// @param bundle an archive, or the folder of a bag
/// @param run the run's path: the bundle's with the run's name in it; absolute
public record PackedPath(Path bundle, Path run) {
    /// The bundle that a run is in; null if it is in none.
    ///
    /// @throws SourceException if a file cannot be read
    public static @Nullable PackedPath of(Path run) throws SourceException {
        Path whole = run.toAbsolutePath().normalize();
        for (Path up = there(whole); up != null; up = up.getParent()) {
            if (Bundle.is(up)) {
                return new PackedPath(up, whole);
            }
            if (SmallFile.regular(up)) {
                return null;
            }
        }
        return null;
    }

    /// The file that a path goes on from, as if it were a folder, or an archive that is a run
    /// directory by itself; null if there is none.
    ///
    /// @throws SourceException if a file cannot be read
    static @Nullable PackedPath inFile(Path run) throws SourceException {
        Path whole = run.toAbsolutePath().normalize();
        Path up = there(whole);
        if (up == null || !SmallFile.regular(up) || up.equals(whole) && !Archive.is(up)) {
            return null;
        }
        return new PackedPath(up, whole);
    }

    /// As much of a path as there is on disk.
    private static @Nullable Path there(Path whole) {
        Path up = whole;
        while (up != null && !SmallFile.exists(up)) {
            up = up.getParent();
        }
        return up;
    }

    /// Whether it is in an archive, and so on no disk as a file.
    public boolean archived() {
        return SmallFile.regular(bundle);
    }
}
