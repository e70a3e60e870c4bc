// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.source;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.util.List;

/// The files of a run directory, on disk or in an archive. Whatever is not there, or must not be
/// followed, is an answer; only what the environment refuses is an exception.
public interface RunFolder {
    /// Name of the producer's checkpoint.
    String STATE = "state.json";

    /// Looks at each file when it is read.
    ///
    /// @param path the directory, or a log by itself, beside which there is nothing
    static RunFolder at(Path path) {
        return new DiskFolder(path, null);
    }

    /// A directory whose files were looked at: what is read is what was there then.
    ///
    /// @param path the directory
    /// @param log null if there is none
    /// @param state null if there is none
    static RunFolder looked(
            Path path,
            @Nullable FileStatus log,
            @Nullable FileStatus state,
            ArtifactFiles artifacts) {
        return new DiskFolder(path, new DiskFolder.Looked(log, state, artifacts));
    }

    /// A file of the directory.
    sealed interface Content {
        /// There is none.
        record Absent() implements Content {}

        /// It is a device, a folder, or a link that leads out of the directory.
        record NotFollowed() implements Content {}

        /// It is larger than was asked for.
        ///
        /// @param bytes how large
        record TooLarge(long bytes) implements Content {}

        /// It lies in an archive, which says that its bytes are not those that were packed.
        record Damaged() implements Content {}

        /// It was opened; whoever asked closes it.
        ///
        /// @param file a snapshot of it
        record Opened(LogFile file) implements Content {}
    }

    /// The directory, or the lone log.
    Path path();

    /// The directory's own name; empty for a root.
    default String name() {
        Path last = path().toAbsolutePath().normalize().getFileName();
        return last == null ? "" : last.toString();
    }

    /// Its log; the path itself if that is a log and no directory. A small one is read at once, so
    /// that reading it again costs nothing.
    ///
    /// @throws SourceException if it cannot be read
    Content log() throws SourceException;

    /// Its checkpoint.
    ///
    /// @param limit most bytes
    /// @throws SourceException if it cannot be read
    Content state(long limit) throws SourceException;

    /// Its artifacts.
    ///
    /// @throws SourceException if they cannot be listed
    ArtifactFiles artifacts() throws SourceException;

    /// The torn ends that were taken off its log and kept beside it, in their order.
    ///
    /// @throws SourceException if they cannot be listed
    List<ArtifactFiles.Entry> tornEnds() throws SourceException;
}
