// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.bundle;

import dev.countersign.core.source.EvidencePath;
import dev.countersign.core.source.SourceException;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.file.Path;

/// Where a file may be written, a bundle be made or extracted to: never in evidence, because a bag
/// or a run directory that gets more files is not what it was.
public final class BundlePlace {
    private BundlePlace() {}

    /// A file or a bundle that is made would be one more file of whatever it lies in.
    ///
    /// @throws SourceException if it lies in evidence
    public static void made(Path out) throws SourceException {
        Path folder = out.toAbsolutePath().normalize().getParent();
        if (folder != null) {
            check(out, folder, null);
        }
    }

    /// Files that are put into a folder, new or not, would be more files of whatever that is.
    ///
    /// @throws SourceException if it is, or lies in, evidence
    public static void filled(Path folder) throws SourceException {
        check(folder, folder, null);
    }

    /// @param archive that is extracted
    /// @throws SourceException if the folder is, or lies in, evidence or what is extracted
    static void extracted(Path target, Path archive) throws SourceException {
        check(target, target, archive);
    }

    private static void check(Path target, Path from, @Nullable Path archive)
            throws SourceException {
        try {
            Path source = archive == null ? null : archive.toRealPath();
            for (Path up = EvidencePath.real(from); up != null; up = up.getParent()) {
                String what = up.equals(source) ? "the bundle itself" : evidence(up);
                if (what != null) {
                    throw new SourceException(
                            target,
                            target
                                    + (target.toAbsolutePath().normalize().equals(up)
                                            ? " is " + what
                                            : " lies in " + what + ", " + up)
                                    + ", which would not be what it was any more: name a folder"
                                    + " outside of it.");
                }
            }
        } catch (IOException e) {
            throw new SourceException(
                    target, target + " cannot be looked at: " + e.getMessage() + ".", e);
        }
    }

    private static @Nullable String evidence(Path folder) throws SourceException {
        if (Bundle.isBag(folder)) {
            return "a bag";
        }
        return EvidencePath.run(folder) ? "a run directory" : null;
    }
}
