// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.chain;

import dev.countersign.core.source.LogFile;
import dev.countersign.core.source.SourceException;

import org.jspecify.annotations.Nullable;

import java.util.Arrays;
import java.util.concurrent.Executor;

/// A short mark of each record of a log, so that two logs are aligned without holding either: 32
/// bytes a record. Immutable.
///
/// A mark has three parts, all from SHA-256: the text of the line without the values of hash and
/// link (128 bits), the hash it carries, and the link it carries (64 bits each). Nothing is judged,
/// and no record's own hash is computed: that is the verifier's matter.
public final class RecordMarks {
    /// Longs a record.
    static final int WIDTH = 4;

    private final long[] marks;
    private final LineIndex index;
    private final long[] blanks;
    private final long[] malformed;

    /// @param blanks for each blank line, how many records stand before it
    /// @param malformed numbers of the lines that are no records
    RecordMarks(long[] marks, LineIndex index, long[] blanks, long[] malformed) {
        this.marks = marks;
        this.index = index;
        this.blanks = blanks;
        this.malformed = malformed;
    }

    /// Reads a log. Blocking; the executor lends further threads.
    ///
    /// @return null if it was cancelled
    /// @throws SourceException if the log cannot be read
    public static @Nullable RecordMarks read(
            LogFile log,
            ChainFormat format,
            Limits limits,
            Executor helpers,
            int parallelism,
            Progress progress,
            Cancellation cancellation)
            throws SourceException {
        return new MarkReading(log, format, limits, progress)
                .run(helpers, parallelism, cancellation);
    }

    /// The mark of a hash, as {@link #hash} and {@link #link} give it.
    public static long mark(String hash) {
        return MarkReading.mark(hash);
    }

    /// How many records there are, lines that are no records included.
    public int size() {
        return marks.length / WIDTH;
    }

    /// First half of the mark of what a record says besides hash and link.
    public long content(int record) {
        return marks[record * WIDTH];
    }

    /// Whether two records are the same text, but for the values of hash and link.
    public boolean sameContent(int record, RecordMarks other, int otherRecord) {
        int a = record * WIDTH;
        int b = otherRecord * WIDTH;
        return marks[a] == other.marks[b] && marks[a + 1] == other.marks[b + 1];
    }

    /// Whether two records are the same text.
    public boolean same(int record, RecordMarks other, int otherRecord) {
        int a = record * WIDTH;
        int b = otherRecord * WIDTH;
        return Arrays.equals(marks, a, a + WIDTH, other.marks, b, b + WIDTH);
    }

    /// Mark of the hash that a record carries; 0 if it carries none.
    public long hash(int record) {
        return marks[record * WIDTH + 2];
    }

    /// Mark of the link that a record carries; 0 if it carries none. Equal to the mark of the same
    /// text as a hash.
    public long link(int record) {
        return marks[record * WIDTH + 3];
    }

    /// The line of a record, 1-based.
    public long line(long record) {
        return record + 1 + upTo(blanks, record);
    }

    /// Whether a line is a record of the format at all.
    public boolean isRecord(long record) {
        return Arrays.binarySearch(malformed, record) < 0;
    }

    /// Where every 64th line starts.
    LineIndex index() {
        return index;
    }

    /// Records before this one that are records of the format.
    private long parsedBefore(long record) {
        return record - upTo(malformed, record - 1);
    }

    private static long upTo(long[] sorted, long most) {
        int low = 0;
        int high = sorted.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sorted[middle] <= most) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /// How this log stands to what somebody saw of it earlier (FORMATS 6). The SHA-256 of the file
    /// is not looked at.
    ///
    /// @param report what the verifier says of the same log
    public Agreement standsTo(Checkpoint checkpoint, ChainReport report) {
        long head = mark(checkpoint.head());
        boolean anywhere = false;
        for (int i = 0; i < size(); i++) {
            if (hash(i) == head) {
                anywhere = true;
                if (isRecord(i) && parsedBefore(i) == checkpoint.records() - 1) {
                    return Agreement.inPlace(
                            report, i, parsedBefore(size()) > checkpoint.records());
                }
            }
        }
        return Agreement.of(
                !anywhere && parsedBefore(size()) < checkpoint.records()
                        ? CheckpointResult.TAIL_MISSING
                        : CheckpointResult.HEAD_MISMATCH);
    }
}
