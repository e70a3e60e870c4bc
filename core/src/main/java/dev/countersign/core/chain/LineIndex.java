// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.chain;

import java.util.Arrays;

/// Where every 64th record's line starts, so that any record can be read without reading the file.
/// 125 KB for a million records, twice that where there are blank lines. Immutable.
public final class LineIndex {
    /// Records between two entries.
    public static final int STRIDE = 64;

    private final long firstRecord;
    private final int size;

    /// Whoever makes the index may go on filling them behind {@link #size}.
    private final long[] offsets;

    private final long[] blanks;

    /// The index of a log without records.
    public static LineIndex empty() {
        return new LineIndex(0, 0, new long[0], new long[0]);
    }

    /// @param firstRecord number of the record that the first entry is for
    /// @param size how many entries there are
    /// @param offsets where their lines start
    /// @param blanks how many blank lines precede each; empty if there are none
    LineIndex(long firstRecord, int size, long[] offsets, long[] blanks) {
        this.firstRecord = firstRecord;
        this.size = size;
        this.offsets = offsets;
        this.blanks = blanks;
    }

    /// Offset of the line of the last indexed record at or before the given one.
    ///
    /// @param record 0-based, counting non-blank lines
    /// @throws IndexOutOfBoundsException if the log has no such record
    public long offsetBefore(long record) {
        return offsets[entry(record)];
    }

    /// The record whose line starts at {@link #offsetBefore}.
    public long recordBefore(long record) {
        return record - (record - firstRecord) % STRIDE;
    }

    /// The number of the line that starts at {@link #offsetBefore}, counting from 1 where reading
    /// began.
    public long lineBefore(long record) {
        int entry = entry(record);
        return 1 + recordBefore(record) - firstRecord + (blanks.length == 0 ? 0 : blanks[entry]);
    }

    /// The last indexed record whose line starts at or before an offset; the first one if none
    /// does.
    public long recordAt(long offset) {
        int at = Arrays.binarySearch(offsets, 0, size, offset);
        return firstRecord + (long) STRIDE * Math.max(0, at >= 0 ? at : -at - 2);
    }

    /// How many entries there are.
    public int size() {
        return size;
    }

    private int entry(long record) {
        long entry = (record - firstRecord) / STRIDE;
        if (record < firstRecord || entry >= size) {
            throw new IndexOutOfBoundsException("record " + record);
        }
        return (int) entry;
    }
}
