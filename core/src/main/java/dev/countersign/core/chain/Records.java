// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.chain;

import dev.countersign.core.source.LogFile;
import dev.countersign.core.source.SourceException;

import org.jspecify.annotations.Nullable;

import java.util.ArrayDeque;
import java.util.Deque;

/// Records of a log one after the other, with the hashes they carry; none is computed.
final class Records implements LineSink {
    private static final int WINDOW = 64 << 10;

    private final SliceReader slices;
    private final long sliceCount;
    private final Deque<Sighting> ready = new ArrayDeque<>();
    private long slice;
    private long record;
    private long line;

    /// @param before the record before the first one that {@link #next} gives
    Records(LogFile log, ChainFormat format, Limits limits, Sighting before) {
        RecordReader reader = new RecordReader(format, limits, false, false);
        long origin = before.offset();
        slices = new SliceReader(log, origin, WINDOW, limits, reader);
        sliceCount = SliceReader.slices(log, origin, WINDOW);
        // reading begins with that record itself, so that its line end needs no looking for
        record = before.record() - 1;
        line = before.line() - 1;
    }

    /// The next record or other non-blank line, or null at the end of the log.
    @Nullable Sighting next() throws SourceException {
        while (ready.isEmpty() && slice < sliceCount) {
            boolean first = slice == 0;
            slices.read(slice++, this);
            if (first) {
                ready.poll();
            }
        }
        return ready.poll();
    }

    @Override
    public void blank() {
        line++;
    }

    @Override
    public void record(RecordReader r, byte[] b, int from, long offset, boolean terminated) {
        record++;
        line++;
        ready.add(
                Sighting.of(
                        record,
                        line,
                        offset,
                        r.length(from),
                        terminated,
                        r.status,
                        r.hash,
                        r.link));
    }
}
