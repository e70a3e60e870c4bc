// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.source;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/// The files of a run directory. Whatever is not there, or must not be followed, is an answer; only
/// what the environment refuses is an exception.
public final class RunFolder {
    /// Name of the producer's checkpoint.
    public static final String STATE = "state.json";

    /// Larger logs are not held in memory, but read piece by piece.
    private static final int LARGEST_HELD = 1 << 20;

    private final Path path;
    private final @Nullable Looked looked;

    /// What was seen of a directory.
    private record Looked(
            @Nullable FileStatus log, @Nullable FileStatus state, ArtifactFiles artifacts) {}

    private RunFolder(Path path, @Nullable Looked looked) {
        this.path = path;
        this.looked = looked;
    }

    /// Looks at each file when it is read.
    ///
    /// @param path the directory, or a log by itself, beside which there is nothing
    public static RunFolder at(Path path) {
        return new RunFolder(path, null);
    }

    /// A directory whose files were looked at: what is read is what was there then.
    ///
    /// @param path the directory
    /// @param log null if there is none
    /// @param state null if there is none
    public static RunFolder looked(
            Path path,
            @Nullable FileStatus log,
            @Nullable FileStatus state,
            ArtifactFiles artifacts) {
        return new RunFolder(path, new Looked(log, state, artifacts));
    }

    /// A file of the directory.
    public sealed interface Content {
        /// There is none.
        record Absent() implements Content {}

        /// It is a device, a folder, or a link that leads out of the directory.
        record NotFollowed() implements Content {}

        /// It is larger than was asked for.
        ///
        /// @param bytes how large
        record TooLarge(long bytes) implements Content {}

        /// It was opened; whoever asked closes it.
        ///
        /// @param file a snapshot of it
        record Opened(LogFile file) implements Content {}
    }

    /// The directory, or the lone log.
    public Path path() {
        return path;
    }

    /// The directory's own name; empty for a root.
    public String name() {
        Path last = path.toAbsolutePath().normalize().getFileName();
        return last == null ? "" : last.toString();
    }

    /// Its log; the path itself if that is a log and no directory. A small one is read at once, so
    /// that reading it again costs nothing.
    ///
    /// @throws SourceException if it cannot be read
    public Content log() throws SourceException {
        if (looked != null) {
            return open(path.resolve(EvidencePath.RUN_LOG), looked.log(), Long.MAX_VALUE);
        }
        Path log = Files.isRegularFile(path) ? path : path.resolve(EvidencePath.RUN_LOG);
        return open(log, status(log), Long.MAX_VALUE);
    }

    /// Its checkpoint.
    ///
    /// @param limit most bytes
    /// @throws SourceException if it cannot be read
    public Content state(long limit) throws SourceException {
        Path state = path.resolve(STATE);
        return open(state, looked != null ? looked.state() : status(state), limit);
    }

    /// Its artifacts.
    ///
    /// @throws SourceException if they cannot be listed
    public ArtifactFiles artifacts() throws SourceException {
        return looked != null ? looked.artifacts() : ArtifactFiles.of(path);
    }

    private Content open(Path file, @Nullable FileStatus found, long limit) throws SourceException {
        FileStatus status = found;
        if (status == null) {
            return new Content.Absent();
        }
        Path target = file;
        if (status.kind() == FileStatus.Kind.LINK) {
            Path inside = inside(file);
            status = inside == null ? null : status(inside);
            if (inside == null || status == null) {
                return new Content.NotFollowed();
            }
            target = inside;
        }
        if (status.kind() != FileStatus.Kind.FILE) {
            return new Content.NotFollowed();
        }
        if (status.size() > limit) {
            return new Content.TooLarge(status.size());
        }
        return new Content.Opened(LogFile.openRegular(target, LARGEST_HELD));
    }

    /// Where a link leads, or null if that is nowhere, or outside the directory.
    private @Nullable Path inside(Path link) throws SourceException {
        try {
            Path target = link.toRealPath();
            return target.startsWith(path.toRealPath()) ? target : null;
        } catch (NoSuchFileException e) {
            return null;
        } catch (IOException e) {
            // a loop of links leads nowhere as well, and has no exception of its own
            if (Files.isReadable(path)) {
                return null;
            }
            throw unreadable(link, e);
        }
    }

    private static @Nullable FileStatus status(Path file) throws SourceException {
        try {
            return FileStatus.of(file);
        } catch (IOException e) {
            // beside a lone log there is nothing, and no exception of its own says so
            if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
                return null;
            }
            throw unreadable(file, e);
        }
    }

    private static SourceException unreadable(Path file, IOException e) {
        return new SourceException(file, file + " cannot be read: " + e.getMessage() + ".", e);
    }
}
