// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.bundle;

import dev.countersign.core.source.ArtifactFiles;
import dev.countersign.core.source.EvidencePath;
import dev.countersign.core.source.RunFolder;
import dev.countersign.core.source.SmallFile;
import dev.countersign.core.source.SourceException;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.file.Path;

/// Where a file may be written, a bundle be made or extracted to: never where evidence would not be
/// what it was any more.
public final class BundlePlace {
    private BundlePlace() {}

    /// A single file makes a bag invalid, and is one more artifact among those of a run. Beside the
    /// log of a run it changes nothing, and a lone log may lie in any folder.
    ///
    /// @throws SourceException if it lies there
    public static void made(Path file) throws SourceException {
        add(file, BundlePlace::counted);
    }

    /// A bundle that is made would be one more file of whatever it lies in.
    ///
    /// @throws SourceException if it lies in evidence
    static void bundled(Path out) throws SourceException {
        add(out, BundlePlace::evidence);
    }

    /// Files that are put into a folder, new or not, would be more files of whatever that is.
    ///
    /// @throws SourceException if it is, or lies in, evidence
    public static void filled(Path folder) throws SourceException {
        check(folder, folder, BundlePlace::evidence);
    }

    /// @param archive that is extracted
    /// @throws SourceException if the folder is, or lies in, evidence or what is extracted
    static void extracted(Path target, Path archive) throws SourceException {
        Path source = real(archive, target);
        check(target, target, up -> up.equals(source) ? "the bundle itself" : half(up));
    }

    /// Says what a folder is, if nothing is added to such.
    @FunctionalInterface
    private interface Kind {
        @Nullable String of(Path folder) throws SourceException;
    }

    private static void add(Path file, Kind kind) throws SourceException {
        Path folder = file.toAbsolutePath().normalize().getParent();
        if (folder != null) {
            check(file, folder, kind);
        }
    }

    private static void check(Path target, Path from, Kind kind) throws SourceException {
        for (Path up = real(from, target); up != null; up = up.getParent()) {
            String what = kind.of(up);
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
    }

    private static Path real(Path path, Path target) throws SourceException {
        try {
            return EvidencePath.real(path);
        } catch (IOException e) {
            throw new SourceException(
                    target, target + " cannot be looked at: " + e.getMessage() + ".", e);
        }
    }

    private static @Nullable String evidence(Path folder) throws SourceException {
        if (Bundle.isBag(folder)) {
            return "a bag";
        }
        return run(folder) ? "a run directory" : null;
    }

    /// Where whole folders are put, a run of which only one file is there yet is one already.
    private static @Nullable String half(Path folder) throws SourceException {
        String whole = evidence(folder);
        return whole == null && EvidencePath.run(folder) ? "a run directory" : whole;
    }

    private static @Nullable String counted(Path folder) throws SourceException {
        if (Bundle.isBag(folder)) {
            return "a bag";
        }
        Path run = folder.getParent();
        return run != null && folder.endsWith(ArtifactFiles.FOLDER) && run(run)
                ? "the artifacts of a run"
                : null;
    }

    /// Not by one file: a lone log may lie in any folder, and many programs have a `state.json`.
    private static boolean run(Path folder) throws SourceException {
        return SmallFile.exists(folder.resolve(EvidencePath.RUN_LOG))
                && (SmallFile.exists(folder.resolve(RunFolder.STATE))
                        || SmallFile.exists(folder.resolve(ArtifactFiles.FOLDER)));
    }
}
