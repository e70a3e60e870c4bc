// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.json;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/// Eight bytes at a time, in one `long`, low byte first. The masks returned have the high bit of a
/// byte set where it matches; only the lowest match is exact, for a borrow may mark bytes above it.
public final class Swar {
    /// The byte 0x01 eight times.
    public static final long ONES = 0x0101010101010101L;

    /// The byte 0x80 eight times.
    public static final long HIGHS = 0x8080808080808080L;

    private static final VarHandle LONGS =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long BACKSLASHES = ONES * '\\';

    private Swar() {}

    /// The eight bytes from `p` on.
    public static long load(byte[] b, int p) {
        return (long) LONGS.get(b, p);
    }

    /// Writes eight bytes from `p` on.
    public static void store(byte[] b, int p, long value) {
        LONGS.set(b, p, value);
    }

    /// Marks the zero bytes.
    public static long zeros(long x) {
        return (x - ONES) & ~x & HIGHS;
    }

    /// Marks the bytes that cannot simply be passed over inside a string: quote, backslash, and all
    /// outside space..tilde.
    public static long special(long x) {
        // the quote changes places with the space: all below it are to be found
        long below = (x ^ ONES * 0x02) - ONES * 0x21;
        return (below | ((x ^ BACKSLASHES) - ONES) | (x + ONES) | x) & HIGHS;
    }

    /// Marks the bytes that are control characters or not ASCII; the lowest mark is exact.
    public static long outsideAscii(long x) {
        return ((x - ONES * 0x20) | x) & HIGHS;
    }

    /// Marks the bytes that are not ASCII digits; exact in every byte for a `long` of ASCII bytes.
    public static long nonDigits(long x) {
        long t = x ^ (ONES * '0');
        return (t + ONES * 0x76 | t) & HIGHS;
    }

    /// Index of the lowest marked byte.
    public static int lowest(long mask) {
        return Long.numberOfTrailingZeros(mask) >>> 3;
    }
}
