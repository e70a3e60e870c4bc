// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.archive;

import dev.countersign.core.chain.Cancellation;
import dev.countersign.core.source.SmallFile;
import dev.countersign.core.source.SourceException;

import org.jspecify.annotations.Nullable;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Executor;
import java.util.regex.Pattern;

/// Writes an archive: beside its place, forced to disk, then named; nothing is ever replaced. The
/// same items at the same instant give the same bytes.
///
/// @param form of archive
/// @param deflate whether a zip compresses; a file that does not can be read in place
/// @param at when its files say they were written
/// @param limits of whoever opens it: nothing is compressed further than they allow
public record Packing(Archive.Form form, boolean deflate, Instant at, ArchiveLimits limits) {
    private static final int WINDOW = 64 << 10;

    /// How files end; no year, and no number of a version.
    private static final Pattern OTHER = Pattern.compile("\\.(7z|[A-Za-z][A-Za-z0-9]{1,4})$");

    /// A file to be packed.
    ///
    /// @param name with `/` between its parts
    /// @param size of its bytes
    /// @param crc their CRC-32
    /// @param content its bytes, exactly so many
    public record Item(String name, long size, long crc, Content content) {}

    /// Gives the bytes of a file.
    @FunctionalInterface
    public interface Content {
        /// @throws SourceException if they cannot be read, or are others by now
        void to(Sink sink) throws SourceException;
    }

    /// One form of archive, being written.
    interface Writer extends AutoCloseable {
        /// Writes a file.
        void file(Item item) throws IOException, SourceException;

        /// Ends it.
        @Override
        void close() throws IOException;
    }

    /// The form that a name asks for: `.zip`, `.tar`, `.tar.gz`, `.tgz`; else a folder.
    public static Archive.Form form(Path out) {
        String name = String.valueOf(out.getFileName()).toLowerCase(Locale.ROOT);
        if (name.endsWith(".zip")) {
            return Archive.Form.ZIP;
        }
        if (name.endsWith(".tar")) {
            return Archive.Form.TAR;
        }
        return name.endsWith(".tar.gz") || name.endsWith(".tgz")
                ? Archive.Form.TAR_GZ
                : Archive.Form.FOLDER;
    }

    /// The form that a name asks for, where somebody gave it.
    ///
    /// @throws SourceException if it ends as a file of another kind does
    public static Archive.Form asked(Path out) throws SourceException {
        Archive.Form form = form(out);
        if (form == Archive.Form.FOLDER
                && OTHER.matcher(String.valueOf(out.getFileName())).find()) {
            throw new SourceException(
                    out,
                    out
                            + " does not end as a bundle does: name it .zip, .tar, .tar.gz or .tgz,"
                            + " or without an ending for a folder.");
        }
        return form;
    }

    /// Writes.
    ///
    /// @param items in the order they are to have
    /// @param helpers lends threads that wait for the disk
    /// @return false if it was cancelled while a folder was forced to disk: nothing is left of it
    /// @throws SourceException if there is something at the place already, or it cannot be written
    public boolean write(Path out, List<Item> items, Executor helpers, Cancellation cancellation)
            throws SourceException {
        Path whole = out.toAbsolutePath();
        Path parent = whole.getParent();
        if (parent == null) {
            throw new SourceException(out, out + " is no file name.");
        }
        if (Files.exists(out, LinkOption.NOFOLLOW_LINKS)) {
            throw taken(out, null);
        }
        SmallFile.folderFor(out);
        openable(out, items);
        Path fresh = parent.resolve(whole.getFileName() + ".part");
        try {
            if (form == Archive.Form.FOLDER) {
                return folder(fresh, whole, items, helpers, cancellation);
            }
            file(fresh, whole, items);
            return true;
        } catch (FileAlreadyExistsException e) {
            throw taken(fresh.toString().equals(e.getFile()) ? fresh : out, e);
        } catch (IOException e) {
            throw SourceException.unwritten(out, e);
        }
    }

    /// What the limits, and we, would refuse to open is not made.
    private void openable(Path out, List<Item> items) throws SourceException {
        NameRegister names = new NameRegister(limits);
        try {
            for (Item item : items) {
                names.file(item.name(), item.size());
            }
        } catch (RefusedException e) {
            String why = e.refusal().sentence();
            throw new SourceException(
                    out, out + " was not made, for nobody could open it: " + why + ".", e);
        }
    }

    private static SourceException taken(Path path, @Nullable IOException e) {
        String sentence = path + " exists already: it is left as it is; give another name.";
        return e == null
                ? new SourceException(path, sentence)
                : new SourceException(path, sentence, e);
    }

    private void file(Path fresh, Path out, List<Item> items) throws IOException, SourceException {
        try (FileChannel channel =
                FileChannel.open(fresh, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            OutputStream stream = Channels.newOutputStream(channel);
            try (Writer writer =
                    writer(new UnclosedStream(new BufferedOutputStream(stream, WINDOW)))) {
                for (Item item : items) {
                    writer.file(item);
                }
            }
            channel.force(true);
            SmallFile.linkOrMove(fresh, out);
        } catch (FileAlreadyExistsException e) {
            if (!fresh.toString().equals(e.getFile())) {
                Files.deleteIfExists(fresh);
            }
            throw e;
        } catch (IOException | SourceException | RuntimeException e) {
            Files.deleteIfExists(fresh);
            throw e;
        }
        Files.deleteIfExists(fresh);
    }

    private Writer writer(OutputStream out) throws IOException {
        return switch (form) {
            case ZIP -> new ZipWriter(out, deflate, at, limits);
            case TAR -> new TarWriter(out, at);
            case TAR_GZ -> new TarWriter(new BoundedDeflate.Gzip(out, WINDOW, limits), at);
            case FOLDER -> throw new IllegalStateException("a folder is no stream");
        };
    }

    private static boolean folder(
            Path fresh, Path out, List<Item> items, Executor helpers, Cancellation cancellation)
            throws IOException, SourceException {
        Files.createDirectory(fresh);
        NewFolder folder = new NewFolder(fresh);
        try {
            for (Item item : items) {
                folder.file(
                        item.name(),
                        sink -> {
                            item.content().to(sink);
                            return null;
                        });
            }
            boolean kept = folder.keep(helpers, cancellation);
            if (kept) {
                Files.move(fresh, out);
            } else {
                folder.remove();
            }
            return kept;
        } catch (IOException | SourceException | RuntimeException e) {
            folder.remove();
            throw e;
        }
    }

    /// Copies into a stream; its failure is passed through the sink.
    static void copy(Content content, OutputStream out) throws IOException, SourceException {
        try {
            content.to(bytes -> put(bytes, out));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static void put(ByteBuffer bytes, OutputStream out) {
        try {
            if (bytes.hasArray()) {
                out.write(bytes.array(), bytes.arrayOffset() + bytes.position(), bytes.remaining());
            } else {
                byte[] copy = new byte[bytes.remaining()];
                bytes.get(copy);
                out.write(copy);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
