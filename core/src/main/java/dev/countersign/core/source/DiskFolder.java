// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.source;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.TreeMap;

/// A run directory on disk.
///
/// @param path the directory, or a log by itself
/// @param looked what was seen of it before; null if it is looked at when it is read
record DiskFolder(Path path, @Nullable Looked looked) implements RunFolder {
    /// Larger logs are not held in memory, but read piece by piece.
    private static final int LARGEST_HELD = 1 << 20;

    /// What was seen of a directory.
    record Looked(@Nullable FileStatus log, @Nullable FileStatus state, ArtifactFiles artifacts) {}

    @Override
    public Content log() throws SourceException {
        if (looked != null) {
            return open(path.resolve(EvidencePath.RUN_LOG), looked.log(), Long.MAX_VALUE);
        }
        Path log = Files.isRegularFile(path) ? path : path.resolve(EvidencePath.RUN_LOG);
        return open(log, status(log), Long.MAX_VALUE);
    }

    @Override
    public Content state(long limit) throws SourceException {
        Path state = path.resolve(STATE);
        return open(state, looked != null ? looked.state() : status(state), limit);
    }

    @Override
    public ArtifactFiles artifacts() throws SourceException {
        return looked != null ? looked.artifacts() : ArtifactFiles.of(path);
    }

    @Override
    public List<ArtifactFiles.Entry> tornEnds() throws SourceException {
        Path log =
                Files.isRegularFile(path)
                        ? path.toAbsolutePath()
                        : path.resolve(EvidencePath.RUN_LOG);
        TornNames names = new TornNames(name(log));
        NavigableMap<String, ArtifactFiles.Entry> found = new TreeMap<>(TornNames.ORDER);
        Path folder = Objects.requireNonNull(log.getParent());
        try (DirectoryStream<Path> files =
                Files.newDirectoryStream(folder, file -> names.has(name(file)))) {
            for (Path file : files) {
                FileStatus status = status(file);
                if (status != null) {
                    found.put(name(file), new ArtifactFiles.Entry(file, status));
                }
            }
        } catch (NoSuchFileException e) {
            return List.of();
        } catch (IOException | DirectoryIteratorException e) {
            throw SourceException.unlisted(folder, e);
        }
        return List.copyOf(found.values());
    }

    private static String name(Path file) {
        return String.valueOf(file.getFileName());
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
