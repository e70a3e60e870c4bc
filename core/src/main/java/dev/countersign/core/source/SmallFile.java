// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.source;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;

/// Our own small files: read whole up to a limit, written whole or not at all.
public final class SmallFile {
    /// More than any description or checkpoint needs.
    public static final int LIMIT = 1 << 20;

    private static final int MOST_FILES = 10_000;

    private SmallFile() {}

    /// All bytes of a file.
    ///
    /// @throws SourceException if it cannot be read or has more than {@link #LIMIT} bytes
    public static byte[] read(Path path) throws SourceException {
        return read(path, LIMIT);
    }

    /// All bytes of a file that may be larger.
    ///
    /// @throws SourceException if it cannot be read or has more bytes than the limit
    public static byte[] read(Path path, int limit) throws SourceException {
        if (Files.exists(path) && !Files.isRegularFile(path)) {
            throw new SourceException(path, path + " is not a regular file: give the file itself.");
        }
        try (LogFile file = LogFile.open(path)) {
            if (file.size() > limit) {
                throw new SourceException(
                        path,
                        path + " is larger than " + limit + " bytes: this is not the right file.");
            }
            ByteBuffer bytes = ByteBuffer.allocate((int) file.size());
            file.read(bytes, 0);
            return bytes.array();
        }
    }

    /// Whether a folder is there, or a link to one.
    public static boolean isFolder(Path path) {
        return Files.isDirectory(path);
    }

    /// Makes a folder, with those above it, unless it is there.
    ///
    /// @throws SourceException if that fails
    public static void folder(Path path) throws SourceException {
        try {
            Files.createDirectories(path);
        } catch (IOException e) {
            throw new SourceException(
                    path, path + " cannot be made: " + SourceException.why(path, e) + ".", e);
        }
    }

    /// Writes a new file, forced to disk.
    ///
    /// @throws SourceException if there is one already, or it cannot be written
    public static void create(Path path, byte[] content) throws SourceException {
        try {
            write(path, content, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        } catch (IOException e) {
            throw unwritten(path, e);
        }
    }

    /// Writes a text to a file: a new one beside it, forced to disk, then renamed over it.
    ///
    /// @throws SourceException if that fails; then the file is as it was
    public static void replace(Path path, String text) throws SourceException {
        Path parent = path.toAbsolutePath().getParent();
        if (parent == null) {
            throw new SourceException(path, path + " is not a file name.");
        }
        try {
            Path fresh = Files.createTempFile(parent, ".countersign-", ".tmp");
            try {
                write(fresh, text.getBytes(StandardCharsets.UTF_8), StandardOpenOption.WRITE);
                Files.move(
                        fresh,
                        path,
                        StandardCopyOption.ATOMIC_MOVE,
                        StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(fresh);
            }
        } catch (IOException e) {
            throw unwritten(path, e);
        }
    }

    /// Whether nothing is lost if a file is written there: there is none, or an empty one.
    public static boolean vacant(Path path) throws SourceException {
        try {
            return !Files.exists(path, LinkOption.NOFOLLOW_LINKS)
                    || Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)
                            && Files.size(path) == 0;
        } catch (IOException e) {
            throw new SourceException(
                    path, path + " cannot be looked at: " + e.getMessage() + ".", e);
        }
    }

    /// Writes a file that is not there yet, or is empty: whole or not at all, forced to disk.
    ///
    /// @throws SourceException if there is something already, or it cannot be written
    public static void publish(Path path, byte[] bytes) throws SourceException {
        Path name = path.toAbsolutePath().getFileName();
        if (name == null) {
            throw new SourceException(path, path + " is not a file name.");
        }
        Path fresh = path.resolveSibling(".countersign-" + name + ".tmp");
        try {
            boolean empty = exists(path) && vacant(path);
            write(fresh, bytes, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
            try {
                if (empty) {
                    Files.move(fresh, path, StandardCopyOption.REPLACE_EXISTING);
                } else {
                    linkOrMove(fresh, path);
                }
            } finally {
                Files.deleteIfExists(fresh);
            }
        } catch (IOException e) {
            throw unwritten(path, e);
        }
    }

    /// Writes a file that is not there yet, which only its owner may read: whole or not at all.
    ///
    /// @throws SourceException if there is one already, or it cannot be written
    public static void createPrivate(Path path, byte[] bytes) throws SourceException {
        Path parent = path.toAbsolutePath().getParent();
        if (parent == null) {
            throw new SourceException(path, path + " is not a file name.");
        }
        try {
            // such a file is its owner's alone, where the file system knows owners
            Path fresh = Files.createTempFile(parent, ".countersign-", ".tmp");
            try {
                write(fresh, bytes, StandardOpenOption.WRITE);
                linkOrMove(fresh, path);
            } finally {
                Files.deleteIfExists(fresh);
            }
        } catch (IOException e) {
            throw unwritten(path, e);
        }
    }

    /// Gives a finished file its name. A link never replaces anything; a file system without links
    /// can only look first.
    ///
    /// @throws IOException if there is one already, or it cannot be done
    public static void linkOrMove(Path fresh, Path path) throws IOException {
        try {
            Files.createLink(path, fresh);
        } catch (FileAlreadyExistsException e) {
            throw e;
        } catch (UnsupportedOperationException | FileSystemException e) {
            Files.move(fresh, path);
        }
    }

    private static SourceException unwritten(Path path, IOException e) {
        if (e instanceof FileAlreadyExistsException) {
            return new SourceException(path, path + " exists already: give it another name.", e);
        }
        return Files.isDirectory(path)
                ? new SourceException(path, path + " cannot be written: it is a folder.", e)
                : SourceException.unwritten(path, e);
    }

    private static void write(Path path, byte[] content, OpenOption... how) throws IOException {
        try (FileChannel channel = FileChannel.open(path, how)) {
            ByteBuffer bytes = ByteBuffer.wrap(content);
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
    }

    /// The files of a folder, in name order, without those of its folders; none if there is no such
    /// folder.
    ///
    /// @throws SourceException if it cannot be listed, or has more files than a folder of ours
    public static List<Path> list(Path folder) throws SourceException {
        if (Files.notExists(folder)) {
            return List.of();
        }
        try (Stream<Path> children = Files.list(folder)) {
            List<Path> files =
                    children.filter(Files::isRegularFile).sorted().limit(MOST_FILES + 1).toList();
            if (files.size() > MOST_FILES) {
                throw new SourceException(
                        folder, folder + " has more than " + MOST_FILES + " files: tidy it up.");
            }
            return files;
        } catch (IOException | UncheckedIOException e) {
            throw SourceException.unlisted(folder, e);
        }
    }

    /// Whether there is a file at a path, no folder and no device; links are followed.
    public static boolean regular(Path path) {
        return Files.isRegularFile(path);
    }

    /// Looks whether there is a folder for what is to be written.
    ///
    /// @throws SourceException if there is none
    public static void folderFor(Path path) throws SourceException {
        Path parent = path.toAbsolutePath().normalize().getParent();
        if (parent != null && !Files.isDirectory(parent)) {
            throw new SourceException(
                    path, path + " cannot be written: there is no folder " + parent + ".");
        }
    }

    /// Whether there is something at a path.
    public static boolean exists(Path path) {
        return Files.exists(path);
    }

    /// Whether anything stands there, if only a link that leads nowhere.
    public static boolean isPlaceTaken(Path path) {
        return Files.exists(path, LinkOption.NOFOLLOW_LINKS);
    }
}
