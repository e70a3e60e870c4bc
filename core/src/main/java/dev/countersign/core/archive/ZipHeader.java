// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.archive;

import dev.countersign.core.archive.PackedFile.Storage;
import dev.countersign.core.archive.Refusal.Kind;

import org.jspecify.annotations.Nullable;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/// What a zip says of one file: in its directory, or just before the file's bytes.
///
/// @param name with the slash that marks a folder
/// @param flags general purpose bits
/// @param method how it is compressed
/// @param crc of the file
/// @param packed compressed size
/// @param size decompressed
/// @param header where the local header is; 0 in that itself
/// @param type of file, as Unix has it; 0 if nothing says
record ZipHeader(
        String name,
        int flags,
        int method,
        long crc,
        long packed,
        long size,
        long header,
        int type) {
    static final int STORED = 0;
    static final int DEFLATED = 8;

    /// The sizes and the CRC follow the bytes.
    static final int DESCRIBED_LATER = 0x0008;

    /// So many bytes is a stream that gives none: a folder has no more.
    private static final int NOTHING_DEFLATED = 2;

    private static final int ENCRYPTED = 0x0001 | 0x0040 | 0x2000;
    private static final int ENHANCED = 0x0010 | 0x0020;
    private static final int UTF_8 = 0x0800;

    /// Where a directory says on what system it was made.
    private static final int MADE_BY = 5;

    /// Names are bytes there, and what is strict UTF-8 was meant so, said or not: zip and macOS do
    /// not say it. No other reading of such bytes has a separator or a dot in it.
    private static final byte UNIX = 3;

    /// The flags that change how the bytes are read.
    private static final int SIGNIFICANT = ENCRYPTED | ENHANCED | UTF_8 | DESCRIBED_LATER;

    private static final int AES = 99;
    private static final int LARGE = 1;
    private static final int UNICODE_NAME = 0x7075;
    private static final long ELSEWHERE = 0xffff_ffffL;
    private static final int TYPES = 0xf000;
    private static final int REGULAR = 0x8000;
    private static final int FOLDER = 0x4000;
    private static final int LINK = 0xa000;

    /// Reads one of the directory.
    ///
    /// @param b the fixed part
    static ZipHeader central(ByteBuffer b, byte[] name, ByteBuffer extra) throws RefusedException {
        ZipHeader told =
                told(b.slice(8, 22).order(b.order()), name)
                        .at(b.getInt(42) & ELSEWHERE, b.getInt(38) >>> 16 & TYPES);
        boolean ascii = told.name.length() == name.length;
        if (!ascii && (told.flags & UTF_8) == 0 && b.get(MADE_BY) != UNIX) {
            throw new RefusedException(Kind.NAME_ENCODING, told.name);
        }
        if (b.getShort(34) != 0) {
            throw new RefusedException(Kind.UNSUPPORTED, told.name);
        }
        return told.extended(extra);
    }

    /// Reads one that stands before its bytes.
    static ZipHeader local(ByteBuffer b, byte[] name, ByteBuffer extra) throws RefusedException {
        return told(b.slice(6, 22).order(b.order()), name).extended(extra);
    }

    /// Both have the same numbers, from the flags on.
    private static ZipHeader told(ByteBuffer b, byte[] name) throws RefusedException {
        int flags = b.getShort(0) & 0xffff;
        return new ZipHeader(
                EntryName.decode(name),
                flags,
                b.getShort(2) & 0xffff,
                b.getInt(8) & ELSEWHERE,
                b.getInt(12) & ELSEWHERE,
                b.getInt(16) & ELSEWHERE,
                0,
                0);
    }

    private ZipHeader at(long place, int unixType) {
        return new ZipHeader(name, flags, method, crc, packed, size, place, unixType);
    }

    /// With the numbers that do not fit into the fixed part.
    private ZipHeader extended(ByteBuffer extra) throws RefusedException {
        ZipHeader extended = this;
        boolean large = false;
        while (extra.remaining() >= 4) {
            int id = extra.getShort() & 0xffff;
            int length = extra.getShort() & 0xffff;
            if (length > extra.remaining()) {
                throw new RefusedException(Kind.MALFORMED, name);
            }
            ByteBuffer value = extra.slice(extra.position(), length).order(extra.order());
            extra.position(extra.position() + length);
            if (id == LARGE) {
                if (large) {
                    throw new RefusedException(Kind.DUPLICATE, name);
                }
                large = true;
                extended = extended.large(value);
            } else if (id == UNICODE_NAME && !sameName(value)) {
                throw new RefusedException(Kind.DISAGREEMENT, name);
            }
        }
        if (extra.hasRemaining()) {
            throw new RefusedException(Kind.MALFORMED, name);
        }
        return extended;
    }

    private ZipHeader large(ByteBuffer value) throws RefusedException {
        long unpackedSize = next(size, value);
        long packedSize = next(packed, value);
        long place = next(header, value);
        if (unpackedSize < 0 || packedSize < 0 || place < 0) {
            throw new RefusedException(Kind.MALFORMED, name);
        }
        return new ZipHeader(name, flags, method, crc, packedSize, unpackedSize, place, type);
    }

    private static long next(long small, ByteBuffer value) {
        if (small != ELSEWHERE) {
            return small;
        }
        return value.remaining() < Long.BYTES ? -1 : value.getLong();
    }

    private boolean sameName(ByteBuffer value) {
        int head = 1 + Integer.BYTES;
        return value.remaining() >= head
                && StandardCharsets.UTF_8
                        .decode(value.slice(head, value.remaining() - head))
                        .toString()
                        .equals(name);
    }

    boolean folder() {
        return name.endsWith("/");
    }

    /// What it is called in the archive.
    String plainName() {
        return EntryName.plain(name, folder());
    }

    boolean describedLater() {
        return (flags & DESCRIBED_LATER) != 0;
    }

    /// Refuses what cannot be opened here.
    void check(ArchiveLimits limits) throws RefusedException {
        Kind kind = fault(limits);
        if (kind != null) {
            throw new RefusedException(kind, plainName());
        }
    }

    private @Nullable Kind fault(ArchiveLimits limits) {
        if ((flags & ENCRYPTED) != 0 || method == AES) {
            return Kind.ENCRYPTED;
        }
        if ((flags & ENHANCED) != 0 || method != STORED && method != DEFLATED) {
            return Kind.UNSUPPORTED;
        }
        if (type == LINK) {
            return Kind.LINK;
        }
        if (type != 0 && type != REGULAR && type != FOLDER) {
            return Kind.DEVICE;
        }
        if (type != 0 && folder() != (type == FOLDER)) {
            return Kind.FILE_AND_FOLDER;
        }
        boolean filled = folder() && (size != 0 || packed > NOTHING_DEFLATED);
        if (filled || method == STORED && packed != size) {
            return Kind.DISAGREEMENT;
        }
        return limits.allowsRatio(packed, size) ? null : Kind.RATIO;
    }

    /// Whether the header before the bytes says the same.
    boolean agrees(ZipHeader local) {
        boolean same =
                name.equals(local.name)
                        && method == local.method
                        && (flags & SIGNIFICANT) == (local.flags & SIGNIFICANT);
        return same && told(crc, local.crc) && told(packed, local.packed) && told(size, local.size);
    }

    /// Before the bytes, a number may be left out that follows them.
    private boolean told(long here, long there) {
        return here == there || describedLater() && there == 0;
    }

    Storage storage(long offset) {
        return method == STORED
                ? new Storage.Summed(offset, crc)
                : new Storage.Deflated(offset, packed, crc);
    }
}
