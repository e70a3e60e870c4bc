// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.archive;

import dev.countersign.core.archive.PackedFile.Storage;
import dev.countersign.core.archive.Refusal.Kind;
import dev.countersign.core.source.LogFile;
import dev.countersign.core.source.SourceException;
import dev.countersign.core.source.Spool;

import org.jspecify.annotations.Nullable;

import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.NavigableMap;
import java.util.zip.CRC32;

/// A zip, tar, tar.gz or folder, open for reading. What it lists was checked; nothing of it is
/// unpacked into a folder: what is stored is read in place, what is compressed in memory, or in a
/// temporary file without a name. Any number of threads may read.
public final class Archive implements AutoCloseable {
    private static final int WINDOW = 256 << 10;

    private final Path path;
    private final Form form;
    private final @Nullable LogFile whole;
    private final NavigableMap<String, PackedFile> files;
    private final ArchiveLimits limits;

    /// What it is.
    public enum Form {
        /// A folder of the disk.
        FOLDER,
        /// A zip.
        ZIP,
        /// A tar.
        TAR,
        /// A tar in a gzip.
        TAR_GZ
    }

    private Archive(
            Path path,
            Form form,
            @Nullable LogFile whole,
            NavigableMap<String, PackedFile> files,
            ArchiveLimits limits) {
        this.path = path;
        this.form = form;
        this.whole = whole;
        this.files = Collections.unmodifiableNavigableMap(files);
        this.limits = limits;
    }

    /// Opens one; what it is, its first bytes say.
    ///
    /// @throws SourceException if it cannot be read
    public static ArchiveOpening open(Path path, ArchiveLimits limits) throws SourceException {
        try {
            if (Files.isDirectory(path)) {
                return new ArchiveOpening.Opened(
                        new Archive(
                                path, Form.FOLDER, null, FolderReader.read(path, limits), limits));
            }
            return new ArchiveOpening.Opened(file(path, limits));
        } catch (RefusedException e) {
            return new ArchiveOpening.Refused(e.refusal());
        }
    }

    private static Archive file(Path path, ArchiveLimits limits)
            throws SourceException, RefusedException {
        LogFile file = LogFile.open(path);
        try {
            if (ZipReader.starts(file)) {
                return new Archive(path, Form.ZIP, file, ZipReader.read(file, limits), limits);
            }
            if (Gzip.starts(file)) {
                LogFile tar = new Gzip(file, limits).decompressed();
                file.close();
                file = tar;
                if (!TarReader.begins(file)) {
                    throw new RefusedException(Kind.OTHER_CONTENT);
                }
                return new Archive(path, Form.TAR_GZ, file, TarReader.read(file, limits), limits);
            }
            if (TarReader.starts(file)) {
                return new Archive(path, Form.TAR, file, TarReader.read(file, limits), limits);
            }
            if (OtherForm.starts(file)) {
                throw new RefusedException(Kind.OTHER_FORM);
            }
            throw new RefusedException(ZipReader.ends(file) ? Kind.HIDDEN_DATA : Kind.NO_ARCHIVE);
        } catch (SourceException | RefusedException | RuntimeException e) {
            file.close();
            throw e;
        }
    }

    /// Whether a file's first bytes are those of an archive, if only of one that is not read here.
    ///
    /// @throws SourceException if it cannot be read
    public static boolean is(Path path) throws SourceException {
        if (!Files.isRegularFile(path)) {
            return false;
        }
        try (LogFile file = LogFile.open(path)) {
            return ZipReader.starts(file)
                    || Gzip.starts(file)
                    || TarReader.starts(file)
                    || OtherForm.starts(file);
        }
    }

    /// Where it is.
    public Path path() {
        return path;
    }

    /// What it is.
    public Form form() {
        return form;
    }

    /// Its files by name.
    public NavigableMap<String, PackedFile> files() {
        return files;
    }

    /// What a file of it is called in sentences.
    public Path named(PackedFile file) {
        return path.resolve(file.name());
    }

    /// Opens a file for reading at any place; whoever asked closes it, before the archive.
    ///
    /// @throws SourceException if it cannot be read, or is damaged
    public LogFile open(PackedFile file) throws SourceException {
        Path name = named(file);
        // no pattern switch: linking one costs a short command more than its work
        if (file.storage() instanceof Storage.OnDisk disk) {
            return LogFile.openRegular(disk.path());
        }
        if (file.storage() instanceof Storage.Deflated) {
            return inflated(file, name, true);
        }
        return region(file, name);
    }

    /// The same; of a damaged one, as much as comes out of it. For who holds it against its digest.
    ///
    /// @throws SourceException if it cannot be read
    public LogFile openDamaged(PackedFile file) throws SourceException {
        return file.storage() instanceof Storage.Deflated
                ? inflated(file, named(file), false)
                : open(file);
    }

    private LogFile inflated(PackedFile file, Path name, boolean whole) throws SourceException {
        try (Spool spool = new Spool(name)) {
            Refusal damage = read(file, spool::add);
            if (damage != null && whole) {
                throw new SourceException(name, name + " cannot be read: " + damage.sentence());
            }
            return spool.done();
        }
    }

    private LogFile region(PackedFile file, Path name) {
        return whole().region(name, offset(file.storage()), file.size());
    }

    private LogFile whole() {
        if (whole == null) {
            throw new IllegalStateException(path + " is a folder");
        }
        return whole;
    }

    private static long offset(Storage storage) {
        return switch (storage) {
            case Storage.Stored(long offset) -> offset;
            case Storage.Summed(long offset, long _) -> offset;
            case Storage.Deflated(long offset, long _, long _) -> offset;
            case Storage.OnDisk(Path disk) -> throw new IllegalStateException(disk + " is a file");
        };
    }

    /// Reads a file from its start to its end.
    ///
    /// @return null, or what is wrong with its bytes
    /// @throws SourceException if it cannot be read, or put where it goes
    public @Nullable Refusal read(PackedFile file, Sink sink) throws SourceException {
        try {
            if (file.storage() instanceof Storage.Deflated deflated) {
                inflate(file, deflated, sink);
                return null;
            }
            CRC32 crc = new CRC32();
            try (LogFile bytes = open(file)) {
                if (bytes.size() != file.size()) {
                    return Refusal.of(Kind.DAMAGED, file.name());
                }
                ByteBuffer window = ByteBuffer.allocate(Math.clamp(bytes.size(), 1, WINDOW));
                for (long at = 0; at < bytes.size(); at += window.limit()) {
                    bytes.read(window.clear(), at);
                    window.flip();
                    crc.update(window.duplicate());
                    sink.bytes(window.duplicate());
                }
            }
            return sum(file, crc.getValue());
        } catch (RefusedException e) {
            return e.refusal();
        }
    }

    /// All bytes of a file that is known to be small.
    ///
    /// @return null if they are damaged
    /// @throws SourceException if it cannot be read
    public byte @Nullable [] bytes(PackedFile file) throws SourceException {
        ByteBuffer all = ByteBuffer.allocate(Math.toIntExact(file.size()));
        return read(file, all::put) == null ? all.array() : null;
    }

    /// Holds the CRC-32 of a stored file against what the zip says, if it says one.
    ///
    /// @return null if it is right
    public static @Nullable Refusal sum(PackedFile file, long crc) {
        boolean right = !(file.storage() instanceof Storage.Summed summed) || summed.crc() == crc;
        return right ? null : Refusal.of(Kind.DAMAGED, file.name());
    }

    private void inflate(PackedFile file, Storage.Deflated deflated, Sink sink)
            throws SourceException, RefusedException {
        LogFile packed = whole().region(named(file), deflated.offset(), deflated.length());
        Inflation inflation = new Inflation(packed);
        inflation.run(0, file.name(), file.size(), limits, sink);
        boolean right =
                inflation.made() == file.size()
                        && inflation.read() == deflated.length()
                        && inflation.crc() == deflated.crc();
        if (!right) {
            throw new RefusedException(Kind.DAMAGED, file.name());
        }
    }

    @Override
    public void close() throws SourceException {
        if (whole != null) {
            whole.close();
        }
    }
}
