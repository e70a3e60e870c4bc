// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.source;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;

/// The files of a run directory. Whatever is not there, or must not be followed, is an answer; only
/// what the environment refuses is an exception.
///
/// @param path the directory, or a log by itself, beside which there is nothing
public record RunFolder(Path path) {
    /// Name of the producer's checkpoint.
    public static final String STATE = "state.json";

    /// Larger logs are not held in memory, but read piece by piece.
    private static final int LARGEST_HELD = 1 << 20;

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
        if (Files.isRegularFile(path)) {
            return open(path, Long.MAX_VALUE);
        }
        return open(path.resolve(EvidencePath.RUN_LOG), Long.MAX_VALUE);
    }

    /// Its checkpoint.
    ///
    /// @param limit most bytes
    /// @throws SourceException if it cannot be read
    public Content state(long limit) throws SourceException {
        return open(path.resolve(STATE), limit);
    }

    private Content open(Path file, long limit) throws SourceException {
        BasicFileAttributes attributes = attributes(file, LinkOption.NOFOLLOW_LINKS);
        if (attributes == null) {
            return new Content.Absent();
        }
        Path target = file;
        if (attributes.isSymbolicLink()) {
            Path inside = inside(file);
            attributes = inside == null ? null : attributes(inside, LinkOption.NOFOLLOW_LINKS);
            if (inside == null || attributes == null) {
                return new Content.NotFollowed();
            }
            target = inside;
        }
        if (!attributes.isRegularFile()) {
            return new Content.NotFollowed();
        }
        if (attributes.size() > limit) {
            return new Content.TooLarge(attributes.size());
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

    private static @Nullable BasicFileAttributes attributes(Path file, LinkOption... options)
            throws SourceException {
        if (!Files.exists(file, options)) {
            return null;
        }
        try {
            return Files.readAttributes(file, BasicFileAttributes.class, options);
        } catch (NoSuchFileException e) {
            return null;
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    private static SourceException unreadable(Path file, IOException e) {
        return new SourceException(file, file + " cannot be read: " + e.getMessage() + ".", e);
    }
}
