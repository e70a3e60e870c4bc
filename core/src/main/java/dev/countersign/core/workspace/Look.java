// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.workspace;

import dev.countersign.core.source.ArtifactFiles;
import dev.countersign.core.source.EvidencePath;
import dev.countersign.core.source.FileStatus;
import dev.countersign.core.source.RunFolder;
import dev.countersign.core.source.SourceException;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/// One look at a place: no file is opened, links are looked at, never followed.
///
/// @param marks of what is there
/// @param folder with what was listed for them
record Look(Marks marks, RunFolder folder) {
    /// Stands for bytes of a name that are no text.
    private static final char UNREADABLE = '\ufffd';

    /// Looks at a place.
    ///
    /// @param unix whether the file system tells when an inode changed
    /// @param known whether it was a run before: then it is one whatever is left of it
    /// @return null if there is no run: no folder, or one with neither a log nor `state.json`
    /// @throws SourceException if it is a link
    /// @throws IOException if the disk fails
    static @Nullable Look at(RunPlace place, Path root, boolean unix, boolean known)
            throws IOException, SourceException {
        Path path = place.in(root);
        try {
            return place.name().isEmpty() ? atSource(path, unix) : atRun(path, unix, known);
        } catch (NoSuchFileException e) {
            // it went while it was looked at
            return null;
        }
    }

    private static @Nullable Look atRun(Path directory, boolean unix, boolean known)
            throws IOException, SourceException {
        FileStatus self = FileStatus.of(directory);
        if (self == null && directory.toString().indexOf(UNREADABLE) >= 0) {
            throw new SourceException(
                    directory,
                    directory
                            + " has a name that is no UTF-8, so it cannot be opened by it: rename"
                            + " it.");
        }
        if (self == null || self.kind() != FileStatus.Kind.FOLDER) {
            if (self != null && self.kind() == FileStatus.Kind.LINK) {
                throw new SourceException(
                        directory,
                        directory
                                + " is a link, which is not followed: give the folder that it"
                                + " points to instead.");
            }
            return null;
        }
        return inside(directory, unix, known);
    }

    /// A source that is itself a run or a log: whoever named it meant it, link or not.
    private static @Nullable Look atSource(Path source, boolean unix)
            throws IOException, SourceException {
        if (Files.isDirectory(source)) {
            return inside(source, unix, true);
        }
        FileStatus log = FileStatus.withChange(source.toRealPath(), unix);
        return log == null ? null : new Look(Marks.of(log), RunFolder.at(source));
    }

    private static @Nullable Look inside(Path directory, boolean unix, boolean known)
            throws IOException, SourceException {
        FileStatus log = FileStatus.withChange(directory.resolve(EvidencePath.RUN_LOG), unix);
        FileStatus state = FileStatus.withChange(directory.resolve(RunFolder.STATE), unix);
        if (log == null && state == null && !known) {
            return null;
        }
        ArtifactFiles artifacts = ArtifactFiles.withChange(directory, unix);
        return new Look(
                Marks.of(log, state, artifacts),
                RunFolder.looked(directory, log, state, artifacts));
    }
}
