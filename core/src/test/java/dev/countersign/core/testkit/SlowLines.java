// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.testkit;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/// The lines of a log: they end at LF, CRLF or CR; a last one without an end counts (FORMATS 3).
final class SlowLines {
    private SlowLines() {}

    /// One line that is not blank.
    ///
    /// @param line 1-based, counting all lines
    /// @param offset of its first byte
    /// @param text without its end
    /// @param ended whether a line end follows
    @SuppressWarnings("ArrayRecordComponent")
    record Line(long line, long offset, byte[] text, boolean ended) {}

    static List<Line> of(byte[] log) {
        List<Line> lines = new ArrayList<>();
        int from = 0;
        long number = 0;
        while (from < log.length) {
            int to = from;
            while (to < log.length && log[to] != '\n' && log[to] != '\r') {
                to++;
            }
            byte[] text = java.util.Arrays.copyOfRange(log, from, to);
            number++;
            if (!blank(text)) {
                lines.add(new Line(number, from, text, to < log.length));
            }
            boolean pair = to + 1 < log.length && log[to] == '\r' && log[to + 1] == '\n';
            from = to + (pair ? 2 : 1);
        }
        return lines;
    }

    private static boolean blank(byte[] text) {
        try {
            return SlowJson.decode(text).codePoints().allMatch(SlowLines::pythonSpace);
        } catch (SlowJson.NotJson e) {
            return false;
        }
    }

    /// Python's `str.isspace()`: 29 code points.
    static boolean pythonSpace(int c) {
        IntStream single =
                IntStream.of(0x20, 0x85, 0xa0, 0x1680, 0x2028, 0x2029, 0x202f, 0x205f, 0x3000);
        return c >= 0x09 && c <= 0x0d
                || c >= 0x1c && c <= 0x1f
                || c >= 0x2000 && c <= 0x200a
                || single.anyMatch(s -> s == c);
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
