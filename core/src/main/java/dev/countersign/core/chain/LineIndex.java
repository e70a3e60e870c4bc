// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.chain;

/// Where every 64th record's line starts, so that any record can be read without reading the file.
/// 125 KB for a million records. Immutable.
public final class LineIndex {
    /// Records between two entries.
    public static final int STRIDE = 64;

    private final long firstRecord;
    private final long[] offsets;

    /// The index of a log without records.
    public static LineIndex empty() {
        return new LineIndex(0, new long[0]);
    }

    /// @param firstRecord number of the record that the first entry is for
    LineIndex(long firstRecord, long[] offsets) {
        this.firstRecord = firstRecord;
        this.offsets = offsets.clone();
    }

    /// Offset of the line of the last indexed record at or before the given one.
    ///
    /// @param record 0-based, counting non-blank lines
    /// @throws IndexOutOfBoundsException if the log has no such record
    public long offsetBefore(long record) {
        return offsets[Math.toIntExact((record - firstRecord) / STRIDE)];
    }

    /// The record whose line starts at {@link #offsetBefore}.
    public long recordBefore(long record) {
        return record - (record - firstRecord) % STRIDE;
    }

    /// How many entries there are.
    public int size() {
        return offsets.length;
    }
}
