// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.source;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;

/// One log on disk as a snapshot of a length: bytes appended after it was opened are not seen,
/// bytes lost are an error. Reads are positional, so any number of threads may use one instance.
public final class LogFile implements AutoCloseable {
    private static final Set<OpenOption> NOT_A_LINK =
            Set.of(StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS);

    private final Path path;
    private final FileChannel channel;
    private final long size;
    private final byte @Nullable [] held;

    private LogFile(Path path, FileChannel channel, long size, byte @Nullable [] held) {
        this.path = path;
        this.channel = channel;
        this.size = size;
        this.held = held;
    }

    /// Opens a regular file for reading and fixes its length.
    ///
    /// @throws SourceException if it is missing, not a regular file, or not readable
    public static LogFile open(Path path) throws SourceException {
        try {
            if (Files.exists(path) && !Files.isRegularFile(path)) {
                throw new SourceException(
                        path, path + " is not a regular file: give a log, or a run directory.");
            }
            FileChannel channel = FileChannel.open(path, StandardOpenOption.READ);
            return new LogFile(path, channel, channel.size(), null);
        } catch (NoSuchFileException e) {
            throw new SourceException(path, path + " does not exist: check the path.", e);
        } catch (AccessDeniedException e) {
            throw new SourceException(
                    path, path + " may not be read by this user: ask for read permission.", e);
        } catch (IOException e) {
            throw new SourceException(path, path + " cannot be read: " + e.getMessage() + ".", e);
        }
    }

    /// Opens what is known to be a regular file, never a link, and fixes its length. A file of at
    /// most so many bytes is read at once: reading it again costs nothing.
    ///
    /// @throws SourceException if it is missing, has become a link, or is not readable
    static LogFile openRegular(Path path, int largestHeld) throws SourceException {
        try {
            FileChannel channel = FileChannel.open(path, NOT_A_LINK);
            LogFile file = new LogFile(path, channel, channel.size(), null);
            if (file.size > largestHeld) {
                return file;
            }
            try (file) {
                ByteBuffer all = ByteBuffer.allocate((int) file.size);
                file.read(all, 0);
                return new LogFile(path, channel, file.size, all.array());
            }
        } catch (AccessDeniedException e) {
            throw new SourceException(
                    path, path + " may not be read by this user: ask for read permission.", e);
        } catch (IOException e) {
            throw new SourceException(path, path + " cannot be read: " + e.getMessage() + ".", e);
        }
    }

    /// The file.
    public Path path() {
        return path;
    }

    /// Length of the snapshot in bytes.
    public long size() {
        return size;
    }

    /// Fills the buffer from a position on, up to its limit or the end of the snapshot.
    ///
    /// @param buffer filled from its position; its position moves
    /// @param position offset in the file
    /// @return how many bytes were read
    /// @throws SourceException if the disk fails, or the file has become shorter than the snapshot
    public int read(ByteBuffer buffer, long position) throws SourceException {
        int wanted = (int) Math.min(buffer.remaining(), Math.max(0, size - position));
        buffer.limit(buffer.position() + wanted);
        if (held != null) {
            buffer.put(held, (int) Math.min(position, size), wanted);
            return wanted;
        }
        int done = 0;
        try {
            while (done < wanted) {
                int n = channel.read(buffer, position + done);
                if (n < 0) {
                    throw new SourceException(
                            path,
                            path
                                    + " became shorter while it was read: make sure nothing"
                                    + " rewrites it, and try again.");
                }
                done += n;
            }
        } catch (IOException e) {
            throw new SourceException(path, path + " cannot be read: " + e.getMessage() + ".", e);
        }
        return done;
    }

    /// All bytes of the snapshot, as a copy of their own or the one that is held; not to be written
    /// to.
    ///
    /// @throws SourceException as {@link #read}
    /// @throws ArithmeticException if there are more than an array has
    public byte[] all() throws SourceException {
        if (held != null) {
            return held;
        }
        ByteBuffer all = ByteBuffer.allocate(Math.toIntExact(size));
        read(all, 0);
        return all.array();
    }

    @Override
    public void close() throws SourceException {
        try {
            channel.close();
        } catch (IOException e) {
            throw new SourceException(
                    path, path + " could not be closed: " + e.getMessage() + ".", e);
        }
    }
}
