// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.archive;

/// How much an archive may cost whoever opens it.
///
/// @param files most entries, folders included
/// @param depth most folders above a file
/// @param bytes most bytes of all files together, decompressed
/// @param ratio how many times its compressed size a file may have; the first mebibyte is free
public record ArchiveLimits(int files, int depth, long bytes, int ratio) {
    /// What holds where the policy says nothing else.
    public static final ArchiveLimits DEFAULT = new ArchiveLimits(200_000, 32, 64L << 30, 200);

    /// Longest part of a name, in bytes of UTF-8: what file systems take.
    static final int LONGEST_PART = 255;

    /// Longest name, in bytes of UTF-8.
    static final int LONGEST_NAME = 1_024;

    private static final long FREE = 1L << 20;

    /// Whether a file may unpack to so many bytes.
    boolean allowsRatio(long packed, long unpacked) {
        return unpacked <= FREE || unpacked / ratio <= packed;
    }
}
