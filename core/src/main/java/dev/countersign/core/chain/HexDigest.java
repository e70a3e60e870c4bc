// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.chain;

import dev.countersign.core.source.InStep;

import org.jspecify.annotations.Nullable;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.security.DigestException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// A message digest that is compared with hex text without making any. Not for concurrent use.
final class HexDigest {
    private static final VarHandle INTS =
            MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);
    private static final VarHandle LONGS =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);
    private static final long NIBBLES = 0x0f0f0f0f0f0f0f0fL;
    private static final long BYTES = 0x00ff00ff00ff00ffL;
    private static final long PAIRS = 0x0000ffff0000ffffL;
    private static final long ONES = 0x0101010101010101L;

    /// Blocks of a digest are of so many bytes, or of twice as many.
    private static final int BLOCK = 64;

    private final MessageDigest digest;
    private final byte[] value;
    private final int block;

    HexDigest(ChainFormat.Digest algorithm) {
        try {
            digest = MessageDigest.getInstance(algorithm.algorithm());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has " + algorithm.algorithm(), e);
        }
        value = new byte[algorithm.bytes()];
        block = algorithm == ChainFormat.Digest.SHA_256 ? BLOCK : 2 * BLOCK;
    }

    /// Updates two digests of the same algorithm. Each block waits for the one before it: in step,
    /// a core works on two at a time.
    ///
    /// @param beside is done in step, too
    static void inStep(
            HexDigest one,
            byte[] a,
            int aLength,
            HexDigest other,
            byte[] b,
            int bLength,
            @Nullable InStep beside) {
        int block = one.block;
        int most = Math.max(aLength, bLength);
        for (int p = 0; p < most; p += block) {
            if (p < aLength) {
                one.update(a, p, Math.min(block, aLength - p));
            }
            if (beside != null) {
                beside.step();
            }
            if (p < bLength) {
                other.update(b, p, Math.min(block, bLength - p));
            }
        }
    }

    void update(byte[] bytes, int from, int length) {
        digest.update(bytes, from, length);
    }

    void finish() {
        try {
            digest.digest(value, 0, value.length);
        } catch (DigestException e) {
            throw new IllegalStateException("the buffer has the digest's length", e);
        }
    }

    /// Whether the value, as lower-case hex, is this text.
    boolean equalsHex(Span text) {
        if (text.absent() || text.length() != value.length * 2) {
            return false;
        }
        byte[] b = text.bytes();
        int p = text.from();
        long difference = 0;
        for (int i = 0; i < value.length; i += Integer.BYTES) {
            // four bytes become eight nibbles, one a byte; those above 9 get the distance from '0'
            // + 10 to 'a' added
            long nibbles = nibbles((int) INTS.get(value, i));
            long letters = ((nibbles + ONES * 6) >>> 4) & ONES;
            long hex = nibbles + ONES * '0' + letters * ('a' - '0' - 10);
            difference |= hex ^ (long) LONGS.get(b, p + i * 2);
        }
        return difference == 0;
    }

    /// By hand: what `Long.expand` does is one instruction only where it was compiled to the last.
    private static long nibbles(int bytes) {
        long x = bytes & 0xffffffffL;
        x = (x | x << 16) & PAIRS;
        x = (x | x << 8) & BYTES;
        return (x | x << 4) & NIBBLES;
    }

    String hex() {
        return HexFormat.of().formatHex(value);
    }
}
