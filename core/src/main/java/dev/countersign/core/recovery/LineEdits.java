// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.recovery;

import dev.countersign.core.chain.ChainFormat;
import dev.countersign.core.chain.ParallelSlices;
import dev.countersign.core.json.JsonReader;

import org.jspecify.annotations.Nullable;

import java.util.Arrays;
import java.util.HexFormat;

/// Every line that is one byte away, read the exact way: for lines that are no JSON, and for places
/// where another spelling is another value (numbers, escapes, keys, brackets).
final class LineEdits implements Generator {
    private static final int SLICE = 4;

    private final ChainFormat format;
    private final byte[] line;
    private final boolean everywhere;

    /// @param everywhere whether plain characters inside strings are varied too
    LineEdits(ChainFormat format, byte[] line, boolean everywhere) {
        this.format = format;
        this.line = line.clone();
        this.everywhere = everywhere;
    }

    @Override
    public SearchKind kind() {
        return SearchKind.LINE_BYTE;
    }

    @Override
    public long slices() {
        return Math.ceilDiv(line.length + 1, SLICE);
    }

    @Override
    public ParallelSlices.Worker worker(Trial trial) {
        OneLine one = new OneLine(trial);
        return slice -> {
            int from = (int) slice * SLICE;
            int to = Math.min(from + SLICE, line.length + 1);
            for (int p = from; p < to && !trial.over(); p++) {
                one.at(p);
            }
        };
    }

    /// Where the reader stops in the line as it is: an edit further on cannot repair it. The length
    /// if it reads all of it.
    private static int stops(byte[] line) {
        var problem = new JsonReader(CoveredText.MOST_VALUES).read(line, 0, line.length);
        return problem == null ? line.length : Math.min(line.length, problem.at() + 1);
    }

    /// One thread's lines.
    private final class OneLine {
        private final Trial trial;
        private final CoveredText covered = new CoveredText(format);
        private final byte[] work = new byte[line.length + 1];
        private final int last = stops(line);
        private final boolean[] plain = plain(line);

        OneLine(Trial trial) {
            this.trial = trial;
        }

        void at(int p) {
            if (p > last) {
                return;
            }
            boolean inText = !everywhere && p < line.length && plain[p];
            // lost
            if (p < line.length && !inText) {
                System.arraycopy(line, 0, work, 0, p);
                System.arraycopy(line, p + 1, work, p, line.length - p - 1);
                test(line.length - 1);
                // changed
                System.arraycopy(line, 0, work, 0, line.length);
                vary(p, line.length, false);
            }
            // added
            System.arraycopy(line, 0, work, 0, p);
            System.arraycopy(line, p, work, p + 1, line.length - p);
            boolean between = inText && p > 0 && plain[p - 1];
            vary(p, line.length + 1, between);
            if (inText) {
                System.arraycopy(line, 0, work, 0, line.length);
                vary(p, line.length, true);
            }
        }

        private void vary(int p, int length, boolean marksOnly) {
            for (int c = marksOnly ? '"' : 1; c < 0x100 && !trial.over(); c++) {
                if (marksOnly && c != '"' && c != '\\') {
                    continue;
                }
                work[p] = (byte) c;
                test(length);
            }
        }

        private void test(int length) {
            byte @Nullable [] text = covered.of(work, length);
            if (text == null) {
                return;
            }
            trial.whole(text, covered.length());
            String own = covered.hash();
            if (own != null && own.equals(HexFormat.of().formatHex(trial.digest()))) {
                trial.hit();
            }
        }
    }

    /// Which bytes are plain characters inside strings, where the canonical text is the same.
    private static boolean[] plain(byte[] line) {
        boolean[] plain = new boolean[line.length];
        boolean inside = false;
        int quote = 0;
        for (int i = 0; i < line.length; i++) {
            int c = line[i];
            if (c == '"' && (i == 0 || line[i - 1] != '\\')) {
                if (inside && (!simple(line, quote + 1, i) || isKey(line, i))) {
                    Arrays.fill(plain, quote, i, false);
                }
                inside = !inside;
                quote = i;
            } else {
                plain[i] = inside;
            }
        }
        return plain;
    }

    private static boolean simple(byte[] line, int from, int to) {
        for (int i = from; i < to; i++) {
            if (line[i] < ' ' || line[i] > '~' || line[i] == '\\') {
                return false;
            }
        }
        return true;
    }

    private static boolean isKey(byte[] line, int quote) {
        int p = quote + 1;
        while (p < line.length && line[p] == ' ') {
            p++;
        }
        return p < line.length && line[p] == ':';
    }
}
