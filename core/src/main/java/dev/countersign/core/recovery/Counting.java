// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.recovery;

import dev.countersign.core.chain.ParallelSlices;

import java.nio.charset.StandardCharsets;

/// Every number of a few digits in one place, with what stands before and after it: months of days,
/// fractions of seconds, amounts.
///
/// @param from first byte that goes
/// @param to after the last byte that goes
/// @param before the bytes before the number, one a character
/// @param after the bytes after it, one a character
/// @param digits how many; with leading zeros if `padded`
/// @param first the first number
/// @param end after the last number
record Counting(
        SearchKind kind,
        int from,
        int to,
        String before,
        String after,
        int digits,
        boolean padded,
        long first,
        long end)
        implements Generator {
    private static final long SLICE = 4_096;

    /// Numbers without leading zeros.
    static Counting plain(
            SearchKind kind, Span place, String before, String after, long first, long end) {
        return new Counting(kind, place.from(), place.to(), before, after, 0, false, first, end);
    }

    /// Numbers of as many digits.
    static Counting padded(
            SearchKind kind, Span place, String before, String after, int digits, Span numbers) {
        return new Counting(
                kind,
                place.from(),
                place.to(),
                before,
                after,
                digits,
                true,
                numbers.from(),
                numbers.to());
    }

    @Override
    public long slices() {
        return Math.max(0, Math.ceilDiv(end - first, SLICE));
    }

    @Override
    public ParallelSlices.Worker worker(Trial trial) {
        return slice -> {
            long number = first + slice * SLICE;
            long last = Math.min(number + SLICE, end);
            while (number < last && !trial.over()) {
                int width = padded ? digits : width(number);
                long sameWidth = padded ? last : Math.min(last, power(width));
                run(trial, number, sameWidth, width);
                number = sameWidth;
            }
        };
    }

    private void run(Trial trial, long number, long last, int width) {
        String frame = before + "0".repeat(width) + after;
        byte[] text = frame.getBytes(StandardCharsets.ISO_8859_1);
        long rest = number;
        for (int i = before.length() + width - 1; i >= before.length(); i--) {
            text[i] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
        byte[] work = trial.compose(from, to, text, text.length);
        int lowest = from + before.length() + width - 1;
        for (long n = number; n < last && !trial.over(); n++) {
            trial.test(from);
            int p = lowest;
            while (p >= from + before.length() && work[p] == '9') {
                work[p--] = '0';
            }
            if (p >= from + before.length()) {
                work[p]++;
            }
        }
    }

    private static int width(long number) {
        int width = 1;
        while (number >= 10) {
            number /= 10;
            width++;
        }
        return width;
    }

    private static long power(int width) {
        long power = 1;
        for (int i = 0; i < width; i++) {
            power *= 10;
        }
        return power;
    }
}
