// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.archive;

import dev.countersign.core.archive.Refusal.Kind;
import dev.countersign.core.source.LogFile;
import dev.countersign.core.source.SourceException;

import org.jspecify.annotations.Nullable;

import java.nio.ByteBuffer;

/// The end of a zip, which says where its directory is. Nothing may follow it, and the directory
/// ends where it begins.
///
/// @param entries how many
/// @param at where the directory starts
/// @param length of the directory
record ZipEnd(long entries, long at, long length) {
    private static final int SIGNATURE = 0x06054b50;
    private static final int LOCATOR = 0x07064b50;
    private static final int SIGNATURE_64 = 0x06064b50;
    private static final int BYTES = 22;
    private static final int LOCATOR_BYTES = 20;
    private static final int BYTES_64 = 56;
    private static final int LONGEST_COMMENT = 0xffff;
    private static final int SHORT_ELSEWHERE = 0xffff;
    private static final long ELSEWHERE = 0xffff_ffffL;

    /// Finds it.
    static ZipEnd find(LogFile zip) throws SourceException, RefusedException {
        long start = Math.max(0, zip.size() - BYTES - LONGEST_COMMENT);
        ByteBuffer tail = Gzip.little(zip, start, BYTES + LONGEST_COMMENT);
        for (int p = tail.limit() - BYTES; p >= 0; p--) {
            if (tail.getInt(p) == SIGNATURE) {
                int end = p + BYTES + (tail.getShort(p + 20) & 0xffff);
                if (end != tail.limit()) {
                    throw new RefusedException(
                            end < tail.limit() ? Kind.TRAILING_DATA : Kind.TRUNCATED);
                }
                return read(zip, tail.slice(p, BYTES).order(tail.order()), start + p);
            }
        }
        throw new RefusedException(Kind.TRUNCATED);
    }

    private static ZipEnd read(LogFile zip, ByteBuffer end, long position)
            throws SourceException, RefusedException {
        boolean alone = end.getShort(4) == 0 && end.getShort(6) == 0;
        long here = end.getShort(8) & 0xffff;
        long entries = end.getShort(10) & 0xffff;
        long length = end.getInt(12) & ELSEWHERE;
        long at = end.getInt(16) & ELSEWHERE;
        if (!alone || here != entries) {
            throw new RefusedException(Kind.UNSUPPORTED);
        }
        ZipEnd small = new ZipEnd(entries, at, length);
        long before = position;
        ZipEnd large = large(zip, position);
        if (large != null) {
            before = position - LOCATOR_BYTES - BYTES_64;
            if (small.disagrees(large)) {
                throw new RefusedException(Kind.DISAGREEMENT);
            }
        }
        ZipEnd found = large == null ? small : large;
        if (found.at < 0 || found.length < 0 || found.at > before) {
            throw new RefusedException(Kind.MALFORMED);
        }
        if (found.at + found.length != before) {
            throw new RefusedException(Kind.HIDDEN_DATA);
        }
        return found;
    }

    private boolean disagrees(ZipEnd large) {
        return entries != SHORT_ELSEWHERE && entries != large.entries
                || at != ELSEWHERE && at != large.at
                || length != ELSEWHERE && length != large.length;
    }

    /// What stands before the end where a number does not fit into it; null if nothing does.
    private static @Nullable ZipEnd large(LogFile zip, long position)
            throws SourceException, RefusedException {
        long at = position - LOCATOR_BYTES;
        if (at < 0) {
            return null;
        }
        ByteBuffer locator = Gzip.little(zip, at, LOCATOR_BYTES);
        if (locator.getInt(0) != LOCATOR) {
            return null;
        }
        long record = at - BYTES_64;
        boolean there =
                record >= 0
                        && locator.getInt(4) == 0
                        && locator.getLong(8) == record
                        && locator.getInt(16) == 1;
        ByteBuffer end = Gzip.little(zip, Math.max(0, record), BYTES_64);
        boolean formed =
                there
                        && end.getInt(0) == SIGNATURE_64
                        && end.getLong(4) == BYTES_64 - 12
                        && end.getInt(16) == 0
                        && end.getInt(20) == 0
                        && end.getLong(24) == end.getLong(32);
        if (!formed) {
            throw new RefusedException(Kind.MALFORMED);
        }
        return new ZipEnd(end.getLong(32), end.getLong(48), end.getLong(40));
    }
}
