// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.recovery;

import dev.countersign.core.chain.ChainReport;
import dev.countersign.core.chain.LineIndex;
import dev.countersign.core.chain.PythonSpace;
import dev.countersign.core.source.LogFile;
import dev.countersign.core.source.SourceException;

import org.jspecify.annotations.Nullable;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.NavigableMap;
import java.util.TreeMap;

/// The lines around a record; of a large log not all.
final class LogWindow {
    /// So much is read before and after the record.
    private static final int REACH = 4 << 20;

    /// A record that is larger is not searched.
    private static final int LARGEST = 16 << 20;

    private final NavigableMap<Long, byte[]> lines = new TreeMap<>();

    private LogWindow() {}

    /// Reads them.
    ///
    /// @param record 0-based, counting non-blank lines
    /// @throws SourceException if the log cannot be read
    static LogWindow around(LogFile log, ChainReport report, long record) throws SourceException {
        LogWindow window = new LogWindow();
        LineIndex index = report.index();
        if (index.size() == 0 || record < 0) {
            return window;
        }
        long last = (index.size() - 1L) * LineIndex.STRIDE;
        long first = Math.min(index.recordBefore(record), last);
        long near = index.offsetBefore(first);
        while (first > 0 && near - index.offsetBefore(first - LineIndex.STRIDE) <= REACH) {
            first -= LineIndex.STRIDE;
        }
        long at = index.offsetBefore(first);
        window.read(log, at, first, record);
        return window;
    }

    private void read(LogFile log, long at, long first, long record) throws SourceException {
        long wanted = Math.min(log.size() - at, 2L * REACH + LARGEST);
        ByteBuffer buffer = ByteBuffer.allocate((int) wanted);
        log.read(buffer, at);
        byte[] bytes = buffer.array();
        boolean whole = at + wanted == log.size();
        long number = first;
        int beyond = bytes.length;
        for (int from = 0; from < bytes.length && from < beyond; ) {
            int end = from;
            while (end < bytes.length && bytes[end] != '\n' && bytes[end] != '\r') {
                end++;
            }
            if (end == bytes.length && !whole) {
                return;
            }
            if (!PythonSpace.blank(bytes, from, end)) {
                lines.put(number, Arrays.copyOfRange(bytes, from, end));
                if (number++ == record) {
                    beyond = end + REACH;
                }
            }
            boolean pair = end + 1 < bytes.length && bytes[end] == '\r' && bytes[end + 1] == '\n';
            from = end + (pair ? 2 : 1);
        }
    }

    /// The line of a record, without its end; null if it was not read.
    byte @Nullable [] line(long record) {
        return lines.get(record);
    }

    /// All lines that were read, by record.
    NavigableMap<Long, byte[]> lines() {
        return lines;
    }
}
