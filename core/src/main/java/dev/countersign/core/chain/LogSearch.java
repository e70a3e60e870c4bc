// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.chain;

import dev.countersign.core.json.JsonValue;
import dev.countersign.core.source.LogFile;
import dev.countersign.core.source.SourceException;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/// Looks for text in the lines of a log of any size, whether it is spelled there in UTF-8 or in
/// escapes. Letters from a to z match in either case. Nothing is parsed, so a hash or any part of a
/// value is found wherever it stands in a line.
public final class LogSearch {
    private static final int WINDOW = 1 << 20;

    /// No record has it.
    public static final long NOWHERE = -1;

    private final LogFile log;
    private final ChainFormat format;
    private final LineIndex index;
    private final byte[][] needles;
    private final int longest;

    private LogSearch(LogFile log, ChainFormat format, LineIndex index, String text) {
        this.log = log;
        this.format = format;
        this.index = index;
        String escaped = JsonValue.of(text).text();
        this.needles =
                new byte[][] {
                    folded(escaped.substring(1, escaped.length() - 1)),
                    folded(text.replace("\\", "\\\\").replace("\"", "\\\""))
                };
        this.longest = Math.max(needles[0].length, needles[1].length);
    }

    /// The first record at or after one whose line has a text in it. Blocking.
    ///
    /// @param index of the same log; what it does not know is searched all the same
    /// @param from the first record wanted, which the index must know
    /// @param text what to look for, at least one character
    /// @return its number, or {@link #NOWHERE}; also if it was cancelled
    /// @throws SourceException if the log cannot be read
    public static long find(
            LogFile log,
            ChainFormat format,
            LineIndex index,
            long from,
            String text,
            Progress progress,
            Cancellation cancellation)
            throws SourceException {
        return new LogSearch(log, format, index, text).find(from, progress, cancellation);
    }

    private long find(long from, Progress progress, Cancellation cancellation)
            throws SourceException {
        byte[] window = new byte[WINDOW + longest];
        long at = start(from);
        while (at < log.size() && !cancellation.requested()) {
            int have = log.read(ByteBuffer.wrap(window), at);
            int hit = first(window, have);
            if (hit >= 0) {
                return recordAt(at + hit);
            }
            at += WINDOW;
            progress.at(Math.min(at, log.size()), log.size(), 0, 0);
        }
        return NOWHERE;
    }

    /// Where the line of a record starts.
    private long start(long record) throws SourceException {
        return RecordLines.read(log, format, Limits.DEFAULT, index, record, 1).stream()
                .mapToLong(RecordLine::offset)
                .findFirst()
                .orElse(log.size());
    }

    /// The record in whose line a byte lies; found by going on from the last indexed one before it.
    private long recordAt(long offset) throws SourceException {
        long record = index.recordAt(offset);
        while (true) {
            var lines =
                    RecordLines.read(log, format, Limits.DEFAULT, index, record, LineIndex.STRIDE);
            for (RecordLine line : lines) {
                if (offset < line.offset() + line.length()) {
                    return line.record();
                }
            }
            record += LineIndex.STRIDE;
            if (lines.isEmpty() || record / LineIndex.STRIDE >= index.size()) {
                return NOWHERE; // behind what the index knows
            }
        }
    }

    private int first(byte[] b, int have) {
        int one = first(b, have, needles[0]);
        int other = needles[0].length == needles[1].length ? -1 : first(b, have, needles[1]);
        return one < 0 ? other : other < 0 ? one : Math.min(one, other);
    }

    private static int first(byte[] b, int have, byte[] needle) {
        byte low = needle[0];
        byte high = low >= 'a' && low <= 'z' ? (byte) (low - 32) : low;
        int last = have - needle.length;
        for (int i = 0; i <= last; i++) {
            if ((b[i] == low || b[i] == high) && matches(b, i, needle)) {
                return i;
            }
        }
        return -1;
    }

    private static boolean matches(byte[] b, int at, byte[] needle) {
        for (int i = 1; i < needle.length; i++) {
            int c = b[at + i];
            if (needle[i] != (c >= 'A' && c <= 'Z' ? c + 32 : c)) {
                return false;
            }
        }
        return true;
    }

    private static byte[] folded(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = bytes[i] >= 'A' && bytes[i] <= 'Z' ? (byte) (bytes[i] + 32) : bytes[i];
        }
        return bytes;
    }
}
