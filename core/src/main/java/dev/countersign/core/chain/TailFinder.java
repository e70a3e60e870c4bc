// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.chain;

import dev.countersign.core.source.LogFile;
import dev.countersign.core.source.SourceException;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// Finds the record of a checkpoint's head from the end of a log backwards, so that only what
/// follows need be read.
final class TailFinder {
    private static final int WINDOW = 256 << 10;

    private final LogFile log;
    private final RecordReader reader;
    private final byte[] head;
    private final Limits limits;

    TailFinder(LogFile log, ChainFormat format, String head, Limits limits) {
        this.log = log;
        this.reader = new RecordReader(format, limits, true, false);
        this.head = head.getBytes(StandardCharsets.UTF_8);
        this.limits = limits;
    }

    /// Just after the line end of the right record that carries the hash, or -1 if there is none.
    long findAfter() throws SourceException {
        byte[] tail = {};
        for (long from = log.size(); from > 0; ) {
            int more = (int) Math.min(WINDOW, from);
            if (tail.length + more > limits.maxLineBytes()) {
                return -1;
            }
            byte[] longer = new byte[more + tail.length];
            ByteBuffer window = ByteBuffer.wrap(longer, 0, more);
            log.read(window, from - more);
            System.arraycopy(tail, 0, longer, more, tail.length);
            from -= more;
            int firstLine = from == 0 ? 0 : afterLineFeed(longer, 0);
            long found = firstLine < 0 ? -1 : search(longer, firstLine, from);
            if (found >= 0) {
                return found;
            }
            tail = firstLine < 0 ? longer : Arrays.copyOf(longer, firstLine);
        }
        return -1;
    }

    private static int afterLineFeed(byte[] b, int from) {
        for (int i = from; i < b.length; i++) {
            if (b[i] == '\n') {
                return i + 1;
            }
        }
        return -1;
    }

    /// Looks at the lines of `[from, end)` that mention the hash, the last one first.
    private long search(byte[] b, int from, long offset) {
        for (int i = b.length - head.length; i >= from; i--) {
            if (b[i] != head[0] || !Arrays.equals(b, i, i + head.length, head, 0, head.length)) {
                continue;
            }
            int start = i;
            while (start > from && b[start - 1] != '\n') {
                start--;
            }
            int next = afterLineFeed(b, i);
            if (next < 0) {
                next = b.length;
            }
            int end = next;
            while (end > start && (b[end - 1] == '\n' || b[end - 1] == '\r')) {
                end--;
            }
            reader.read(b, start, end, false);
            if (reader.status == RecordReader.Status.RIGHT && reader.hash.is(head)) {
                return offset + next;
            }
        }
        return -1;
    }
}
