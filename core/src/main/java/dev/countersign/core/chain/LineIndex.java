// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.chain;

/// Where every 64th record's line starts, so that any record can be read without reading the file.
/// 125 KB for a million records. Immutable.
public final class LineIndex {
    /// Records between two entries.
    public static final int STRIDE = 64;

    private final long[] offsets;

    LineIndex(long[] offsets) {
        this.offsets = offsets.clone();
    }

    /// Offset of the line of a record at or before the given one: of record `record / 64 * 64`.
    ///
    /// @param record 0-based, counting non-blank lines
    /// @throws IndexOutOfBoundsException if the log has no such record
    public long offsetBefore(long record) {
        return offsets[Math.toIntExact(record / STRIDE)];
    }

    /// How many entries there are.
    public int size() {
        return offsets.length;
    }
}
