// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.chain;

import dev.countersign.core.source.LogFile;
import dev.countersign.core.source.SourceException;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/// The lines of a log by record number, read when asked for. One after the other is quick. Not for
/// concurrent use.
public final class LogLines {
    private static final int WINDOW = 64 << 10;

    private final LogFile log;
    private final RecordMarks marks;
    private final Limits limits;
    private final RecordReader reader;
    private List<Place> block = List.of();
    private long blockStart = -1;

    /// @param marks those of the same snapshot
    public LogLines(LogFile log, ChainFormat format, Limits limits, RecordMarks marks) {
        this.log = log;
        this.marks = marks;
        this.limits = limits;
        reader = new RecordReader(format, limits, false, true);
    }

    /// One line. Immutable.
    public static final class Line {
        private final long record;
        private final long line;
        private final long offset;
        private final byte[] text;

        private Line(long record, long line, long offset, byte[] text) {
            this.record = record;
            this.line = line;
            this.offset = offset;
            this.text = text;
        }

        /// Its number, 0-based, counting non-blank lines.
        public long record() {
            return record;
        }

        /// Its line, 1-based, counting all lines.
        public long line() {
            return line;
        }

        /// Where its first byte stands in the file.
        public long offset() {
            return offset;
        }

        /// Its bytes without the line end; not to be written to.
        public byte[] text() {
            return text;
        }
    }

    private record Place(long offset, long length) {}

    /// Reads a line. Of a line over the limit, as many bytes as the limit allows.
    ///
    /// @throws SourceException if the log cannot be read
    /// @throws IndexOutOfBoundsException if there is no such record
    public Line read(int record) throws SourceException {
        if (record < 0 || record >= marks.size()) {
            throw new IndexOutOfBoundsException(record);
        }
        long start = marks.index().recordBefore(record);
        if (start != blockStart) {
            block = places(start);
            blockStart = start;
        }
        Place place = block.get((int) (record - start));
        byte[] text = new byte[(int) Math.min(place.length, limits.maxLineBytes())];
        log.read(ByteBuffer.wrap(text), place.offset);
        return new Line(record, marks.line(record), place.offset, text);
    }

    private List<Place> places(long start) throws SourceException {
        long origin = marks.index().offsetBefore(start);
        int wanted = (int) Math.min(LineIndex.STRIDE, marks.size() - start);
        SliceReader slices = new SliceReader(log, origin, WINDOW, limits, reader);
        List<Place> found = new ArrayList<>();
        LineSink sink =
                new LineSink() {
                    @Override
                    public void blank() {}

                    @Override
                    public void record(
                            RecordReader r, byte[] b, int from, long offset, boolean terminated) {
                        found.add(new Place(offset, r.length(from)));
                    }
                };
        for (long k = 0; found.size() < wanted; k++) {
            slices.read(k, sink);
        }
        return found;
    }
}
