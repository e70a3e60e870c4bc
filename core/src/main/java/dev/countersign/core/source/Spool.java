// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.source;

import org.jspecify.annotations.Nullable;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/// Keeps what was decompressed where it can be read at any place: little of it in memory, more of
/// it in a file that only this user may read and that is gone when it is closed. Where the system
/// allows it, the file has lost its name before the first byte is written.
public final class Spool implements AutoCloseable {
    /// So much is kept in memory.
    private static final int HELD = 4 << 20;

    private final Path name;
    private @Nullable ByteArrayOutputStream held = new ByteArrayOutputStream();
    private @Nullable FileChannel file;
    private long size;
    private boolean given;

    /// @param name what it is called in sentences
    public Spool(Path name) {
        this.name = name;
    }

    /// Adds bytes.
    ///
    /// @throws SourceException if the disk refuses
    public void add(ByteBuffer bytes) throws SourceException {
        size += bytes.remaining();
        ByteArrayOutputStream memory = held;
        if (memory != null && size <= HELD) {
            byte[] copy = new byte[bytes.remaining()];
            bytes.get(copy);
            memory.writeBytes(copy);
            return;
        }
        try {
            write(memory, bytes);
        } catch (IOException e) {
            throw new SourceException(
                    name,
                    name
                            + " is decompressed into a temporary file, and that cannot be written: "
                            + e.getMessage()
                            + ". Make room in "
                            + System.getProperty("java.io.tmpdir")
                            + ", or have it packed without compression.",
                    e);
        }
    }

    private void write(@Nullable ByteArrayOutputStream memory, ByteBuffer bytes)
            throws IOException {
        FileChannel channel = file;
        if (channel == null) {
            Path fresh = Files.createTempFile("countersign-", ".spool");
            channel =
                    FileChannel.open(
                            fresh,
                            StandardOpenOption.READ,
                            StandardOpenOption.WRITE,
                            StandardOpenOption.DELETE_ON_CLOSE);
            file = channel;
        }
        if (memory != null) {
            all(channel, ByteBuffer.wrap(memory.toByteArray()));
            held = null;
        }
        all(channel, bytes);
    }

    private static void all(FileChannel channel, ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }

    /// Everything that was added; whoever asked closes it.
    public LogFile done() {
        given = true;
        FileChannel channel = file;
        ByteArrayOutputStream memory = held;
        if (channel != null) {
            return LogFile.of(name, channel, size);
        }
        return LogFile.held(name, memory == null ? new byte[0] : memory.toByteArray());
    }

    /// Drops it, unless it was asked for.
    @Override
    public void close() throws SourceException {
        FileChannel channel = file;
        if (channel != null && !given) {
            LogFile.of(name, channel, size).close();
        }
    }
}
