// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.chain;

import java.util.Arrays;

/// A line index in the making. Not for concurrent use; the indexes it gives are.
final class LineIndexing {
    private static final long[] NONE = {};

    private final long firstRecord;
    private long[] offsets = new long[64];
    private long[] blanks = NONE;
    private int size;

    /// @param firstRecord number of the record that the first entry is for
    LineIndexing(long firstRecord) {
        this.firstRecord = firstRecord;
    }

    /// Takes in the next slice.
    ///
    /// @param records records before it, those included that were not read
    /// @param lines lines before it
    void add(SliceResult r, long records, long lines) {
        long blankBefore = lines - (records - firstRecord);
        int blank = 0;
        int i = (int) (-(records - firstRecord) & (LineIndex.STRIDE - 1));
        for (; i < r.records; i += LineIndex.STRIDE) {
            while (blank < r.blanks && r.blankAt[blank] <= i) {
                blank++;
            }
            add(r.starts[i], blankBefore + blank);
        }
    }

    private void add(long offset, long blank) {
        if (size == offsets.length) {
            offsets = Arrays.copyOf(offsets, size * 2);
            blanks = blanks.length == 0 ? blanks : Arrays.copyOf(blanks, size * 2);
        }
        if (blank > 0 && blanks.length == 0) {
            blanks = new long[offsets.length];
        }
        offsets[size] = offset;
        if (blanks.length > 0) {
            blanks[size] = blank;
        }
        size++;
    }

    /// The index of what was taken in so far.
    LineIndex soFar() {
        return new LineIndex(firstRecord, size, offsets, blanks);
    }

    /// The index of everything; nothing is taken in afterwards.
    LineIndex whole() {
        boolean blank = blanks.length > 0;
        return new LineIndex(
                firstRecord,
                size,
                Arrays.copyOf(offsets, size),
                blank ? Arrays.copyOf(blanks, size) : NONE);
    }
}
