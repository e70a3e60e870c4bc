// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.workspace;

import dev.countersign.core.bundle.Bundle;
import dev.countersign.core.source.SourceException;

import org.jspecify.annotations.Nullable;

import java.nio.file.Files;
import java.nio.file.Path;

/// Where a run lies that is in a bundle: read there, and never written to.
///
/// @param bundle an archive, or the folder of a bag
/// @param run the run's path: the bundle's with the run's name in it
public record PackedPath(Path bundle, Path run) {
    /// The bundle that a run is in; null if it is in none.
    ///
    /// @throws SourceException if a file cannot be read
    public static @Nullable PackedPath of(Path run) throws SourceException {
        Path whole = run.toAbsolutePath().normalize();
        for (Path up = whole; up != null; up = up.getParent()) {
            boolean file = Files.isRegularFile(up);
            if ((file || Files.isDirectory(up)) && Bundle.is(up)) {
                return new PackedPath(up, whole);
            }
            if (file) {
                return null;
            }
        }
        return null;
    }

    /// Whether it is in an archive, and so on no disk as a file.
    public boolean archived() {
        return Files.isRegularFile(bundle);
    }
}
