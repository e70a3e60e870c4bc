// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.archive;

import dev.countersign.core.archive.Refusal.Kind;
import dev.countersign.core.source.LogFile;
import dev.countersign.core.source.SourceException;
import dev.countersign.core.source.Spool;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.zip.CRC32;

/// Decompresses a gzip file (RFC 1952), the members of one after another. Zeros may fill it up;
/// what else follows is refused: readers do not agree on whether it counts.
final class Gzip {
    private static final int MAGIC = 0x8b1f;
    private static final int HEADER = 10;
    private static final int TRAILER = 8;
    private static final int DEFLATE = 8;
    private static final int HEADER_CRC = 2;
    private static final int EXTRA = 4;
    private static final int NAME = 8;
    private static final int COMMENT = 16;
    private static final int UNKNOWN = 0xe0;
    private static final int LONGEST_HEADER = 64 << 10;
    private static final long LOW = 0xffff_ffffL;

    private final LogFile file;
    private final ArchiveLimits limits;

    Gzip(LogFile file, ArchiveLimits limits) {
        this.file = file;
        this.limits = limits;
    }

    /// Whether a file starts as one.
    static boolean starts(LogFile file) throws SourceException {
        return starts(file, 0);
    }

    private static boolean starts(LogFile file, long at) throws SourceException {
        ByteBuffer two = little(file, at, Short.BYTES);
        return two.remaining() == Short.BYTES && (two.getShort(0) & 0xffff) == MAGIC;
    }

    /// All of it, in memory or in a file without a name.
    LogFile decompressed() throws SourceException, RefusedException {
        try (Spool spool = new Spool(file.path())) {
            Inflation inflation = new Inflation(file);
            long at = member(0, inflation, spool);
            for (int members = 1; starts(file, at); members++) {
                if (members == limits.files()) {
                    throw new RefusedException(Kind.TOO_MANY);
                }
                at = member(at, inflation, spool);
            }
            if (!onlyZeros(file, at)) {
                throw new RefusedException(Kind.TRAILING_DATA);
            }
            return spool.done();
        }
    }

    /// Decompresses a member.
    ///
    /// @return where it ends
    private long member(long from, Inflation inflation, Spool spool)
            throws SourceException, RefusedException {
        long start = from + header(from);
        long read = inflation.read();
        long made = inflation.made();
        inflation.run(start, "", limits.bytes(), limits, spool::add);
        long end = start + inflation.read() - read;
        ByteBuffer trailer = little(file, end, TRAILER);
        if (trailer.remaining() < TRAILER) {
            throw new RefusedException(Kind.TRUNCATED);
        }
        boolean right =
                (trailer.getInt() & LOW) == inflation.crc()
                        && (trailer.getInt() & LOW) == (inflation.made() - made & LOW);
        if (!right) {
            throw new RefusedException(Kind.DAMAGED);
        }
        return end + TRAILER;
    }

    /// How long the header of a member is.
    private int header(long from) throws SourceException, RefusedException {
        ByteBuffer head = little(file, from, LONGEST_HEADER);
        if (head.remaining() < HEADER) {
            throw new RefusedException(Kind.TRUNCATED);
        }
        int flags = head.get(3) & 0xff;
        if (head.get(2) != DEFLATE || (flags & UNKNOWN) != 0) {
            throw new RefusedException(Kind.UNSUPPORTED);
        }
        head.position(HEADER);
        if ((flags & EXTRA) != 0) {
            skip(head, Short.BYTES);
            skip(head, head.getShort(HEADER) & 0xffff);
        }
        if ((flags & NAME) != 0) {
            skipText(head);
        }
        if ((flags & COMMENT) != 0) {
            skipText(head);
        }
        if ((flags & HEADER_CRC) != 0) {
            int end = head.position();
            skip(head, Short.BYTES);
            CRC32 crc = new CRC32();
            crc.update(head.slice(0, end));
            if (head.getShort(end) != (short) crc.getValue()) {
                throw new RefusedException(Kind.DAMAGED);
            }
        }
        return head.position();
    }

    private static void skip(ByteBuffer head, int bytes) throws RefusedException {
        if (head.remaining() < bytes) {
            throw new RefusedException(Kind.TRUNCATED);
        }
        head.position(head.position() + bytes);
    }

    private static void skipText(ByteBuffer head) throws RefusedException {
        do {
            skip(head, 1);
        } while (head.get(head.position() - 1) != 0);
    }

    /// Whether nothing else than zeros follows a place.
    static boolean onlyZeros(LogFile file, long from) throws SourceException {
        ByteBuffer window = ByteBuffer.allocate(LONGEST_HEADER);
        for (long at = from; at < file.size(); at += window.limit()) {
            file.read(window.clear(), at);
            window.flip();
            while (window.hasRemaining()) {
                if (window.get() != 0) {
                    return false;
                }
            }
        }
        return true;
    }

    /// Up to so many bytes from a place, as the little-endian numbers that they are.
    static ByteBuffer little(LogFile file, long at, int length) throws SourceException {
        ByteBuffer bytes =
                ByteBuffer.allocate((int) Math.min(length, Math.max(0, file.size() - at)));
        file.read(bytes, at);
        return bytes.flip().order(ByteOrder.LITTLE_ENDIAN);
    }
}
