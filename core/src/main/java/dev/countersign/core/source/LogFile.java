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
import java.util.Objects;
import java.util.Set;

/// One log as a snapshot of a length: a file, a region of one, or bytes that are held. Bytes
/// appended after it was opened are not seen, bytes lost are an error. Reads are positional, so any
/// number of threads may use one instance.
public final class LogFile implements AutoCloseable {
    private static final Set<OpenOption> NOT_A_LINK =
            Set.of(StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS);

    private final Path path;
    private final Origin origin;
    private final long size;
    private final @Nullable Heard heard;

    /// Where the bytes come from.
    private static final class Origin {
        /// Null if they are held.
        private final @Nullable FileChannel channel;

        /// Of the first one.
        private final long offset;

        /// Whether somebody else closes the channel.
        private final boolean lent;

        /// Null if they are not held.
        private final byte @Nullable [] held;

        Origin(@Nullable FileChannel channel, long offset, boolean lent, byte @Nullable [] held) {
            this.channel = channel;
            this.offset = offset;
            this.lent = lent;
            this.held = held;
        }
    }

    /// Hears what is read, in whatever order and by whichever thread.
    @FunctionalInterface
    public interface Heard {
        /// @param bytes what was read; may be moved through, not written to
        /// @param position where they stand in the snapshot
        void bytes(ByteBuffer bytes, long position);

        /// The same of bytes that stay as they are, of somebody who has hashing to do.
        ///
        /// @param bytes in an array
        /// @return what this thread has to do with them before it hears, reads or changes anything
        ///   else; null if nothing
        default @Nullable InStep lent(ByteBuffer bytes, long position) {
            bytes(bytes, position);
            return null;
        }
    }

    private LogFile(Path path, Origin origin, long size, @Nullable Heard heard) {
        this.path = path;
        this.origin = origin;
        this.size = size;
        this.heard = heard;
    }

    private static LogFile of(Path path, FileChannel channel) throws IOException {
        return new LogFile(path, new Origin(channel, 0, false, null), channel.size(), null);
    }

    /// Bytes in memory, which are not to be changed any more.
    ///
    /// @param path what they are called in sentences
    public static LogFile held(Path path, byte[] bytes) {
        return new LogFile(path, new Origin(null, 0, false, bytes), bytes.length, null);
    }

    /// An open file of somebody else's, who closes it.
    static LogFile of(Path path, FileChannel channel, long size) {
        return new LogFile(path, new Origin(channel, 0, false, null), size, null);
    }

    /// A region of this one, read from the same place without a copy. Closing it does nothing; it
    /// cannot be read once this one is closed.
    ///
    /// @param name what it is called in sentences
    public LogFile region(Path name, long from, long length) {
        Objects.checkFromIndexSize(from, length, size);
        Origin part = new Origin(origin.channel, origin.offset + from, true, origin.held);
        return new LogFile(name, part, length, null);
    }

    /// The same, where somebody hears what is read of it.
    public LogFile heardBy(Heard listener) {
        return new LogFile(path, origin, size, listener);
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
            return of(path, channel);
        } catch (NoSuchFileException e) {
            throw new SourceException(path, path + " does not exist: check the path.", e);
        } catch (AccessDeniedException e) {
            throw new SourceException(
                    path, path + " may not be read by this user: ask for read permission.", e);
        } catch (IOException e) {
            throw new SourceException(path, path + " cannot be read: " + e.getMessage() + ".", e);
        }
    }

    /// Opens a regular file, never a link, and fixes its length.
    ///
    /// @throws SourceException if it is missing, a link, or not readable
    public static LogFile openRegular(Path path) throws SourceException {
        return openRegular(path, 0);
    }

    /// Opens what is known to be a regular file, never a link, and fixes its length. A file of at
    /// most so many bytes is read at once: reading it again costs nothing.
    ///
    /// @throws SourceException if it is missing, has become a link, or is not readable
    static LogFile openRegular(Path path, int largestHeld) throws SourceException {
        try {
            FileChannel channel = FileChannel.open(path, NOT_A_LINK);
            LogFile file = of(path, channel);
            if (file.size > largestHeld) {
                return file;
            }
            try (file) {
                ByteBuffer all = ByteBuffer.allocate((int) file.size);
                file.read(all, 0);
                return held(path, all.array());
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

    /// How far into one of so many bytes of the file a position lies. A buffer that begins as far
    /// into a page as what it reads is filled several times as fast.
    ///
    /// @param page a power of two
    public int into(int page, long position) {
        return (int) (origin.offset + position) & page - 1;
    }

    /// Fills the buffer from a position on, up to its limit or the end of the snapshot.
    ///
    /// @param buffer filled from its position; its position moves
    /// @param position offset in the file
    /// @return how many bytes were read
    /// @throws SourceException if the disk fails, or the file has become shorter than the snapshot
    public int read(ByteBuffer buffer, long position) throws SourceException {
        int start = buffer.position();
        int n = unheard(buffer, position);
        if (heard != null && n > 0) {
            heard.bytes(buffer.duplicate().flip().position(start), position);
        }
        return n;
    }

    private int unheard(ByteBuffer buffer, long position) throws SourceException {
        int wanted = (int) Math.min(buffer.remaining(), Math.max(0, size - position));
        buffer.limit(buffer.position() + wanted);
        FileChannel channel = origin.channel;
        if (origin.held != null) {
            buffer.put(origin.held, (int) (origin.offset + Math.min(position, size)), wanted);
        } else if (channel != null) {
            fill(channel, buffer, position, wanted);
        }
        return wanted;
    }

    /// The same into an array, by way of a buffer outside the heap. Nobody hears it, until {@link
    /// #hear} is called.
    ///
    /// @param by from its position to its limit so many bytes are read
    /// @param at where they go in the array
    public int read(ByteBuffer by, byte[] into, int at, long position) throws SourceException {
        int start = by.position();
        int n = unheard(by, position);
        by.get(start, into, at, n);
        return n;
    }

    /// Lets whoever hears this log hear what was read into an array.
    ///
    /// @return what {@link Heard#lent} says
    public @Nullable InStep hear(byte[] bytes, int from, int length, long position) {
        return heard == null || length == 0
                ? null
                : heard.lent(ByteBuffer.wrap(bytes, from, length), position);
    }

    private void fill(FileChannel channel, ByteBuffer buffer, long position, int wanted)
            throws SourceException {
        int done = 0;
        try {
            while (done < wanted) {
                int n = channel.read(buffer, origin.offset + position + done);
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
    }

    /// All bytes of the snapshot, as a copy of their own or the one that is held; not to be written
    /// to.
    ///
    /// @throws SourceException as {@link #read}
    /// @throws ArithmeticException if there are more than an array has
    public byte[] all() throws SourceException {
        byte[] held = origin.held;
        if (held != null && heard == null && origin.offset == 0 && held.length == size) {
            return held;
        }
        ByteBuffer all = ByteBuffer.allocate(Math.toIntExact(size));
        read(all, 0);
        return all.array();
    }

    @Override
    public void close() throws SourceException {
        FileChannel channel = origin.channel;
        if (channel == null || origin.lent) {
            return;
        }
        try {
            channel.close();
        } catch (IOException e) {
            throw new SourceException(
                    path, path + " could not be closed: " + e.getMessage() + ".", e);
        }
    }
}
