// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.journal;

import dev.countersign.core.chain.SealedRecord;
import dev.countersign.core.journal.Appending.Appended;
import dev.countersign.core.source.SourceException;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/// A run log that is ours to append to, until it is closed (FORMATS 4, the append).
///
/// Every append re-reads the tail, refuses when the head is not the expected one or the last line
/// is torn, writes one line in one call, forces it, and reads it back. The lock is the log's own:
/// it holds against other threads of this process and against other processes that ask for it. A
/// process that closes any other reader of the same file loses its lock to other processes (POSIX);
/// what then is written at the same moment is seen by the re-reading. Not for concurrent use.
public final class RunLog implements AutoCloseable {
    private final Path path;
    private final Durability durability;
    private final FileChannel reader;
    private final FileChannel writer;
    private boolean closed;

    private RunLog(Path path, Durability durability, FileChannel reader, FileChannel writer) {
        this.path = path;
        this.durability = durability;
        this.reader = reader;
        this.writer = writer;
    }

    /// Gets a log for writing; it is created if it does not exist.
    ///
    /// @throws SourceException if it cannot be opened: not writable, a link, not a regular file
    public static Opening open(Path path, Durability durability) throws SourceException {
        FileChannel writer = null;
        FileChannel reader = null;
        RunLog log = null;
        try {
            if (Files.exists(path, LinkOption.NOFOLLOW_LINKS)
                    && !Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)) {
                throw new SourceException(
                        path, path + " is not a regular file: nothing is written through it.");
            }
            writer =
                    FileChannel.open(
                            path,
                            StandardOpenOption.CREATE,
                            StandardOpenOption.APPEND,
                            LinkOption.NOFOLLOW_LINKS);
            reader = FileChannel.open(path, StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS);
            FileLock lock = lock(writer);
            if (lock != null) {
                log = new RunLog(path, durability, reader, writer);
            }
        } catch (IOException e) {
            throw failed(path, e);
        } finally {
            if (log == null) {
                close(path, reader, writer);
            }
        }
        return log == null ? new Opening.Refused(Refusal.LOCKED) : new Opening.Opened(log);
    }

    private static @Nullable FileLock lock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null; // a thread of this process has it: the same answer
        }
    }

    /// The hash that the next record has to name: that of the last record, or the genesis value.
    ///
    /// @return null if nothing may follow the last line; an append says why
    /// @throws SourceException if the log cannot be read
    public @Nullable String head() throws SourceException {
        try {
            return LogTail.read(reader, reader.size()).head();
        } catch (IOException e) {
            throw failed(path, e);
        }
    }

    /// Appends a record.
    ///
    /// @param expectedHead what {@link #head()} was when the record was decided on
    /// @throws SourceException if the disk fails; if it was full, nothing was left of the record
    public Appending append(String expectedHead, RecordDraft draft) throws SourceException {
        try {
            LogTail tail = LogTail.read(reader, reader.size());
            Refusal refusal = tail.refusal();
            if (refusal != null) {
                return new Appending.Refused(refusal);
            }
            if (!expectedHead.equals(tail.head())) {
                return new Appending.Refused(Refusal.HEAD_MOVED);
            }
            SealedRecord record = draft.sealAfter(expectedHead);
            String text = (tail.terminated() ? "" : "\n") + record.line() + "\n";
            byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
            write(bytes, tail.size());
            if (durability == Durability.EACH_WRITE) {
                writer.force(true);
            }
            LogTail now = LogTail.read(reader, reader.size());
            boolean asWritten =
                    record.hash().equals(now.head())
                            && now.size() == tail.size() + bytes.length
                            && Files.size(path) == now.size();
            return asWritten
                    ? new Appended(record.hash())
                    : new Appending.Refused(Refusal.CHANGED_MEANWHILE);
        } catch (IOException e) {
            throw failed(path, e);
        }
    }

    /// One line, one call. What a full disk took of it is taken back: it is ours, and the lock is.
    private void write(byte[] bytes, long size) throws IOException {
        int written = writer.write(ByteBuffer.wrap(bytes));
        if (written < bytes.length) {
            writer.truncate(size);
            throw new IOException("the disk is full");
        }
    }

    /// Whether there is no record, nor anything else but the beginning of a first one.
    ///
    /// @throws SourceException if the log cannot be read
    public boolean empty() throws SourceException {
        try {
            LogTail tail = LogTail.read(reader, reader.size());
            return unfinished(tail) ? tail.lineAt() == 0 : tail.line().isEmpty();
        } catch (IOException e) {
            throw failed(path, e);
        }
    }

    /// Takes away a last line that breaks off, if it is the beginning of a record that would have
    /// followed the one before it: a writer was killed in the middle of it, so it never counted.
    /// Its bytes are on disk in a file of their own before the log becomes shorter. Any other end
    /// is left as it is.
    ///
    /// @return what was taken away and where it is; null if nothing was
    /// @throws SourceException if the log cannot be read or written, or the bytes cannot be kept:
    ///   then the log is as it was
    public @Nullable TornEnd setUnfinishedAside() throws SourceException {
        try {
            LogTail tail = LogTail.read(reader, reader.size());
            if (!unfinished(tail)) {
                return null;
            }
            Path kept = TornEnds.keep(path, reader, tail.lineAt(), durability);
            writer.truncate(tail.lineAt());
            writer.force(true);
            return new TornEnd(path, tail.size() - tail.lineAt(), kept);
        } catch (IOException e) {
            throw failed(path, e);
        }
    }

    private boolean unfinished(LogTail tail) throws IOException {
        if (tail.refusal() != Refusal.TORN_TAIL) {
            return false;
        }
        String head = LogTail.read(reader, tail.lineAt()).head();
        return head != null && begins(tail.line(), head);
    }

    /// Whether a text is the beginning of a record that names this head, as far as it goes.
    private static boolean begins(String text, String head) {
        String start = "{\"ts\": \"";
        String link = "\"prev\": \"";
        int at = text.indexOf(link);
        if (at < 0) {
            return text.startsWith(start) || start.startsWith(text);
        }
        String named = text.substring(at + link.length());
        String full = head + "\"";
        return text.startsWith(start) && (named.startsWith(full) || full.startsWith(named));
    }

    @Override
    public void close() throws SourceException {
        if (!closed) {
            closed = true;
            close(path, reader, writer);
        }
    }

    private static void close(Path path, @Nullable FileChannel... channels) throws SourceException {
        try {
            for (FileChannel channel : channels) {
                if (channel != null) {
                    channel.close();
                }
            }
        } catch (IOException e) {
            throw failed(path, e);
        }
    }

    private static SourceException failed(Path path, IOException e) {
        return new SourceException(path, path + " cannot be written: " + Trouble.said(e) + ".", e);
    }
}
