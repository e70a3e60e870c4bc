// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.chain;

import dev.countersign.core.json.RecordShapes;
import dev.countersign.core.json.Swar;
import dev.countersign.core.source.InStep;
import dev.countersign.core.source.LogFile;
import dev.countersign.core.source.SourceException;

import org.jspecify.annotations.Nullable;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Reads a log slice by slice: a slice owns the lines whose preceding line end lies in it, and the
/// first slice the first line. So each line belongs to exactly one slice, whatever its length, and
/// slices can be read in any order.
///
/// Reads are page-aligned into page-aligned memory, which is several times faster. Not for
/// concurrent use.
final class SliceReader {
    /// So many bytes are read into the heap: a buffer outside it costs more to make and to clean
    /// up.
    private static final int SMALL = 1 << 16;

    /// In a log of more than one slice: one after the other, matching and hashing would each begin
    /// anew with every line.
    private static final int ABREAST = 8;

    private static final int PAGE = 4_096;
    private static final int LOOK_AHEAD = PAGE;
    private static final long LINE_FEEDS = Swar.ONES * '\n';
    private static final long RETURNS = Swar.ONES * '\r';

    private final LogFile log;
    private final long origin;
    private final int sliceBytes;
    private final Limits limits;
    private final RecordReader reader;

    /// Lines are read the quick way by as many at a time, if none is wrong.
    private final RecordReader[] readers;

    private final int[] starts;

    /// So many of them are used: what follows a wrong line was read in vain.
    private int width = 1;

    private final ByteBuffer direct;
    private byte[] b;

    /// What is to be done with the bytes that were read, beside reading their lines.
    private @Nullable InStep beside;

    private int have;
    private long from;

    /// @param origin where the first slice starts: 0, or the start of a line
    SliceReader(LogFile log, long origin, int sliceBytes, Limits limits, RecordReader reader) {
        this.log = log;
        this.origin = origin;
        this.sliceBytes = sliceBytes;
        this.limits = limits;
        this.reader = reader;
        int window = (int) Math.min(sliceBytes + LOOK_AHEAD, log.size() - origin);
        this.direct = window <= SMALL ? ByteBuffer.allocate(Math.max(window, PAGE)) : pages(window);
        this.b = newBuffer(window);
        this.readers = abreast(reader, log.size() - origin > sliceBytes ? ABREAST : 1);
        this.starts = new int[readers.length];
    }

    /// Neighbours for the first, as far as there is something to be gained by them.
    private static RecordReader[] abreast(RecordReader first, int most) {
        List<RecordReader> readers = new ArrayList<>();
        RecordReader next = first;
        while (next != null && readers.size() < most) {
            readers.add(next);
            next = next.companion();
        }
        return readers.toArray(RecordReader[]::new);
    }

    /// A slice of whole pages: aligning loses up to one page at either end, and a region of a file
    /// begins anywhere in one.
    private static ByteBuffer pages(int window) {
        return ByteBuffer.allocateDirect(Math.ceilDiv(window, PAGE) * PAGE + 3 * PAGE)
                .alignedSlice(PAGE);
    }

    private static byte[] newBuffer(int bytes) {
        return new byte[bytes + RecordShapes.PADDING];
    }

    /// How many slices a log has.
    static long slices(LogFile log, long origin, int sliceBytes) {
        return Math.ceilDiv(log.size() - origin, (long) sliceBytes);
    }

    /// Reads the lines of a slice.
    void read(long slice, LineSink sink) throws SourceException {
        from = origin + slice * sliceBytes;
        int own = (int) Math.min(sliceBytes, log.size() - from);
        have = 0;
        try {
            fill((int) Math.min(own + LOOK_AHEAD, log.size() - from));
            int p = slice == 0 ? 0 : firstLine(own);
            if (p >= 0 && from + p < log.size()) {
                lines(p, own, lastLineEnd(own), sink);
            }
        } finally {
            endBeside();
        }
        if (b.length > 4 * sliceBytes) {
            b = newBuffer(sliceBytes + LOOK_AHEAD);
        }
    }

    private void endBeside() {
        InStep rest = beside;
        beside = null;
        if (rest != null) {
            rest.end();
        }
    }

    private void fill(int until) throws SourceException {
        if (b.length < until + RecordShapes.PADDING) {
            b = Arrays.copyOf(b, until + RecordShapes.PADDING);
        }
        while (have < until) {
            int start = direct.isDirect() ? log.into(PAGE, from + have) : 0;
            direct.limit(Math.min(direct.capacity(), start + until - have)).position(start);
            int n = log.read(direct, b, have, from + have);
            endBeside();
            beside = log.hear(b, have, n, from + have);
            have += n;
        }
        b[have] = '\n'; // stops every scan
    }

    /// Where the first owned line starts, or -1 if no line end lies in the slice.
    private int firstLine(int own) {
        int q = lineEnd(0, own);
        if (q < 0) {
            return -1;
        }
        int next = afterLineEnd(q);
        return next - 1 < own ? next : -1;
    }

    private int afterLineEnd(int q) {
        return b[q] == '\r' && q + 1 < have && b[q + 1] == '\n' ? q + 2 : q + 1;
    }

    /// The end of the line that starts at or before `own`: reads on until it is there, or the line
    /// is over the limit. -1 if the file ends first.
    private int lastLineEnd(int own) throws SourceException {
        int searched = own;
        while (true) {
            int q = lineEnd(searched, have);
            if (q >= 0 || from + have == log.size()) {
                return q;
            }
            if (have - own > limits.maxLineBytes()) {
                return have;
            }
            searched = have;
            long more =
                    Math.min(Math.max(sliceBytes, have), limits.maxLineBytes() + 1L + own - have);
            fill((int) Math.min(have + Math.max(more, PAGE), log.size() - from));
        }
    }

    private void lines(int first, int own, int lastEnd, LineSink sink) throws SourceException {
        RecordReader reader = this.reader;
        byte[] b = this.b;
        int last = Math.min(own, lastEnd >= 0 ? lastEnd : have - 1);
        int p = first;
        while (p <= last) {
            int next = quickly(p, last, sink);
            if (next > p) {
                p = next;
                continue;
            }
            int q = lineEnd(p, have);
            int end = q < 0 ? have : q;
            if (PythonSpace.blank(b, p, end)) {
                sink.blank();
            } else {
                reader.read(b, p, end, true);
                boolean held = q >= 0 || from + have == log.size();
                long rest = held ? 0 : restOfLine();
                reader.beyond = Math.abs(rest);
                sink.record(reader, b, p, from + p, q >= 0 || rest > 0);
            }
            p = afterLineEnd(end);
        }
    }

    /// Reads neighbouring lines the quick way.
    ///
    /// @return where the next line starts: at `p` still, if its line is not for the quick way
    private int quickly(int p, int last, LineSink sink) {
        byte[] b = this.b;
        int many = 0;
        int next = p;
        while (many < width && next <= last && readers[many].recognizes(b, next)) {
            starts[many] = next;
            next = afterLineEnd(readers[many].end);
            many++;
        }
        for (int i = 0; i < many; i += 2) {
            readers[i].hash(i + 1 < many ? readers[i + 1] : null, beside);
        }
        int wrong = many;
        for (int i = many - 1; i >= 0; i--) {
            wrong = readers[i].right() ? wrong : i; // each is asked: that ends its hash
        }
        for (int i = 0; i < wrong; i++) {
            sink.record(readers[i], b, starts[i], from + starts[i], readers[i].end < have);
        }
        width = wrong < many ? 1 : Math.min(2 * width, readers.length);
        return wrong < many ? starts[wrong] : next;
    }

    /// How many bytes a line over the limit has beyond the buffer; negative if no line end follows.
    private long restOfLine() throws SourceException {
        byte[] window = new byte[sliceBytes];
        for (long at = from + have; at < log.size(); at += window.length) {
            int n = log.read(ByteBuffer.wrap(window), at);
            for (int i = 0; i < n; i++) {
                if (window[i] == '\n' || window[i] == '\r') {
                    return at + i - from - have;
                }
            }
        }
        return from + have - log.size();
    }

    /// The first LF or CR of `[p, to)`, or -1.
    private int lineEnd(int p, int to) {
        byte[] b = this.b;
        for (; p + Long.BYTES <= to; p += Long.BYTES) {
            long x = Swar.load(b, p);
            long mask = Swar.zeros(x ^ LINE_FEEDS) | Swar.zeros(x ^ RETURNS);
            if (mask != 0) {
                return p + Swar.lowest(mask);
            }
        }
        for (; p < to; p++) {
            if (b[p] == '\n' || b[p] == '\r') {
                return p;
            }
        }
        return -1;
    }
}
