// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.journal;

import dev.countersign.core.chain.ChainFormat;
import dev.countersign.core.chain.LastLine;
import dev.countersign.core.chain.Limits;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// The end of a log, as it is at this moment.
///
/// @param head hash of the last record, the genesis value if there is none; null if there is no
///   telling
/// @param refusal why nothing may follow; null if something may
/// @param terminated whether the last line has its line end
/// @param lineAt offset of the last line's first byte
/// @param line the last line without its end, a character a byte
/// @param size length of the file
record LogTail(
        @Nullable String head,
        @Nullable Refusal refusal,
        boolean terminated,
        long lineAt,
        String line,
        long size) {
    private static final int WINDOW = 16 << 10;

    /// Reads the last line of the first `size` bytes that is not blank.
    static LogTail read(FileChannel channel, long size) throws IOException {
        byte[] tail = {};
        long from = size;
        int end;
        int start;
        do {
            int more = (int) Math.min(Math.max(WINDOW, tail.length), from);
            byte[] longer = new byte[more + tail.length];
            fill(channel, ByteBuffer.wrap(longer, 0, more), from - more);
            System.arraycopy(tail, 0, longer, more, tail.length);
            tail = longer;
            from -= more;
            end = tail.length;
            while (end > 0 && blank(tail[end - 1])) {
                end--;
            }
            start = end;
            while (start > 0 && tail[start - 1] != '\n') {
                start--;
            }
        } while (start == 0 && from > 0 && tail.length <= Limits.DEFAULT.maxLineBytes());
        if (end == 0) {
            return new LogTail(ChainFormat.A.genesis(), null, true, from, "", size);
        }
        boolean terminated = lineEnd(tail, end);
        return of(Arrays.copyOfRange(tail, start, end), terminated, from + start, size);
    }

    private static LogTail of(byte[] bytes, boolean terminated, long at, long size) {
        String line = new String(bytes, StandardCharsets.ISO_8859_1);
        return switch (LastLine.of(bytes, Limits.DEFAULT)) {
            case LastLine.Right(String hash) -> new LogTail(hash, null, terminated, at, line, size);
            case LastLine.Wrong() ->
                    new LogTail(null, Refusal.WRONG_HASH, terminated, at, line, size);
            case LastLine.Unreadable() -> {
                Refusal why = terminated ? Refusal.NOT_A_RECORD : Refusal.TORN_TAIL;
                yield new LogTail(null, why, terminated, at, line, size);
            }
        };
    }

    private static void fill(FileChannel channel, ByteBuffer window, long at) throws IOException {
        while (window.hasRemaining()) {
            int n = channel.read(window, at + window.position());
            if (n < 0) {
                throw new IOException("it became shorter while it was read");
            }
        }
    }

    private static boolean lineEnd(byte[] b, int from) {
        for (int i = from; i < b.length; i++) {
            if (b[i] == '\n' || b[i] == '\r') {
                return true;
            }
        }
        return false;
    }

    private static boolean blank(byte b) {
        return b == '\n' || b == '\r' || b == ' ' || b == '\t';
    }
}
