// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.archive;

import dev.countersign.core.archive.Refusal.Kind;
import dev.countersign.core.source.LogFile;
import dev.countersign.core.source.SourceException;

import org.jspecify.annotations.Nullable;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;

/// Reads the headers of a tar (v7, ustar and xstar, with pax or GNU long names), one after another.
final class TarReader {
    private static final int BLOCK = TarHeader.BLOCK;

    /// More than any header of long names needs.
    private static final int LARGEST_HEADER = 64 << 10;

    /// What says how large, or where, and is not read here.
    private static final Set<String> TELLING =
            Set.of("hdrcharset", "linkpath", "SCHILY.realsize", "SCHILY.filetype");

    private final LogFile tar;
    private final NameRegister names;
    private final NavigableMap<String, PackedFile> files = new TreeMap<>();
    private long at;

    /// What a header before the next file says of it; null if it says nothing.
    private @Nullable String name;

    private @Nullable Long size;

    /// Why what it says of it is refused.
    private @Nullable Kind refused;

    private TarReader(LogFile tar, ArchiveLimits limits) {
        this.tar = tar;
        this.names = new NameRegister(limits);
    }

    /// Whether a file starts as a tar.
    static boolean starts(LogFile file) throws SourceException {
        byte[] first = block(file, 0);
        return first != null && TarHeader.is(first);
    }

    /// The same of one that may be empty, or cut off.
    static boolean begins(LogFile file) throws SourceException {
        byte[] first = block(file, 0);
        return first == null || empty(first) || TarHeader.is(first);
    }

    /// The files of a tar.
    static NavigableMap<String, PackedFile> read(LogFile tar, ArchiveLimits limits)
            throws SourceException, RefusedException {
        TarReader reader = new TarReader(tar, limits);
        byte[] block = reader.next();
        while (!empty(block)) {
            reader.entry(TarHeader.read(block));
            block = reader.next();
        }
        reader.end();
        return reader.files;
    }

    private byte[] next() throws SourceException, RefusedException {
        byte[] block = block(tar, at);
        if (block == null) {
            throw new RefusedException(Kind.TRUNCATED);
        }
        at += BLOCK;
        return block;
    }

    private static byte @Nullable [] block(LogFile file, long at) throws SourceException {
        byte[] block = new byte[BLOCK];
        return file.read(ByteBuffer.wrap(block), at) == BLOCK ? block : null;
    }

    private static boolean empty(byte[] block) {
        for (byte b : block) {
            if (b != 0) {
                return false;
            }
        }
        return true;
    }

    private void entry(TarHeader header) throws SourceException, RefusedException {
        switch (header.type()) {
            case 'x' -> extended(header);
            case 'g' -> global(header);
            case 'L' -> longName(header);
            default -> member(header);
        }
    }

    private void member(TarHeader header) throws SourceException, RefusedException {
        String said = Objects.requireNonNullElse(name, header.name());
        boolean folder = header.type() == '5';
        String plain = EntryName.plain(said, folder);
        Kind before = refused;
        if (before != null) {
            throw new RefusedException(before, plain);
        }
        if (size != null && header.size() != 0 && header.size() != size) {
            throw new RefusedException(Kind.DISAGREEMENT, plain);
        }
        long length = Objects.requireNonNullElse(size, header.size());
        name = null;
        size = null;
        switch (header.type()) {
            case '0', '5' -> {}
            case '1', '2', 'K' -> throw new RefusedException(Kind.LINK, plain);
            case '3', '4', '6' -> throw new RefusedException(Kind.DEVICE, plain);
            case 'S' -> throw new RefusedException(Kind.SPARSE, plain);
            default -> throw new RefusedException(Kind.UNSUPPORTED, plain);
        }
        if (folder && length != 0 || !folder && said.endsWith("/")) {
            throw new RefusedException(Kind.FILE_AND_FOLDER, plain);
        }
        if (folder) {
            names.folder(plain);
            return;
        }
        names.file(plain, length);
        files.put(plain, new PackedFile(plain, length, new PackedFile.Storage.Stored(at)));
        skip(new TarHeader(plain, length, '0'));
    }

    /// Every writer fills up the last block with zeros: other bytes would belong to no file.
    private void skip(TarHeader header) throws SourceException, RefusedException {
        long length = header.blocks();
        if (length < header.size() || length > tar.size() - at) {
            throw new RefusedException(Kind.TRUNCATED, header.name());
        }
        byte[] padding = new byte[(int) (length - header.size())];
        if (padding.length > 0) {
            tar.read(ByteBuffer.wrap(padding), at + header.size());
        }
        if (!empty(padding)) {
            throw new RefusedException(Kind.TRAILING_DATA, header.name());
        }
        at += length;
    }

    private byte[] content(TarHeader header) throws SourceException, RefusedException {
        if (header.size() > LARGEST_HEADER) {
            throw new RefusedException(Kind.LONG_NAME);
        }
        byte[] content = new byte[(int) header.size()];
        long from = at;
        skip(header);
        tar.read(ByteBuffer.wrap(content), from);
        return content;
    }

    private void extended(TarHeader header) throws SourceException, RefusedException {
        for (Map.Entry<String, String> said : PaxRecords.read(content(header)).entrySet()) {
            String key = said.getKey();
            if (key.startsWith("GNU.sparse.")) {
                refused = Kind.SPARSE;
            } else if (TELLING.contains(key) && refused == null) {
                refused = Kind.UNSUPPORTED;
            } else if (key.equals("path")) {
                name(said.getValue());
            } else if (key.equals("size")) {
                size(said.getValue());
            }
        }
    }

    private void name(String said) throws RefusedException {
        if (name != null) {
            throw new RefusedException(Kind.DISAGREEMENT, said);
        }
        name = said;
    }

    private void size(String said) throws RefusedException {
        boolean digits = !said.isEmpty() && said.chars().allMatch(c -> c >= '0' && c <= '9');
        if (size != null || !digits || said.length() > 18) {
            throw new RefusedException(Kind.MALFORMED);
        }
        size = Long.valueOf(said);
    }

    /// It would speak of every file that follows: only what says nothing of them is let through.
    private void global(TarHeader header) throws SourceException, RefusedException {
        for (String key : PaxRecords.read(content(header)).keySet()) {
            if (!key.equals("comment")) {
                throw new RefusedException(Kind.UNSUPPORTED, header.name());
            }
        }
    }

    private void longName(TarHeader header) throws SourceException, RefusedException {
        byte[] content = content(header);
        int end = 0;
        while (end < content.length && content[end] != 0) {
            end++;
        }
        for (int i = end; i < content.length; i++) {
            if (content[i] != 0) {
                throw new RefusedException(Kind.MALFORMED);
            }
        }
        name(EntryName.decode(Arrays.copyOf(content, end)));
    }

    /// Two empty blocks end it; nothing but zeros follows.
    private void end() throws SourceException, RefusedException {
        if (name != null || size != null || refused != null || !empty(next())) {
            throw new RefusedException(Kind.MALFORMED);
        }
        if (!Gzip.onlyZeros(tar, at)) {
            throw new RefusedException(Kind.TRAILING_DATA);
        }
    }
}
