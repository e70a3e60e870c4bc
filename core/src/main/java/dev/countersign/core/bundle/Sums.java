// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.bundle;

import org.jspecify.annotations.Nullable;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;
import java.util.zip.CRC32;

/// Several checksums of the same bytes, in one go. Not for concurrent use.
final class Sums {
    /// So many bytes are one step: two blocks of one algorithm, one of the other.
    private static final int STEP = 128;

    private final Map<SumAlgorithm, MessageDigest> digests = new EnumMap<>(SumAlgorithm.class);
    private final MessageDigest[] each;
    private final @Nullable CRC32 crc;
    private long bytes;

    /// What is summed step by step, from `at` on.
    private byte[] lent = new byte[0];

    private int at;
    private int until;

    /// @param crc whether a CRC-32 is wanted, too
    Sums(Collection<SumAlgorithm> algorithms, boolean crc) {
        for (SumAlgorithm algorithm : algorithms) {
            digests.put(algorithm, algorithm.digest());
        }
        each = digests.values().toArray(MessageDigest[]::new);
        this.crc = crc ? new CRC32() : null;
    }

    void add(ByteBuffer piece) {
        bytes += piece.remaining();
        for (MessageDigest digest : each) {
            digest.update(piece.duplicate());
        }
        if (crc != null) {
            crc.update(piece.duplicate());
        }
    }

    /// Begins with bytes that are summed step by step, before any others.
    void begin(byte[] piece, int from, int to) {
        lent = piece;
        at = from;
        until = to;
        bytes += to - from;
        if (crc != null) {
            crc.update(piece, from, to - from);
        }
    }

    void step() {
        if (at < until) {
            go(Math.min(STEP, until - at));
        }
    }

    void finish() {
        go(until - at);
    }

    private void go(int length) {
        for (MessageDigest digest : each) {
            digest.update(lent, at, length);
        }
        at += length;
    }

    long bytes() {
        return bytes;
    }

    long crc() {
        return Objects.requireNonNull(crc).getValue();
    }

    /// The checksums, in lower-case hex; they start again from nothing.
    Map<SumAlgorithm, String> end() {
        Map<SumAlgorithm, String> sums = new EnumMap<>(SumAlgorithm.class);
        digests.forEach((algorithm, digest) ->
                sums.put(algorithm, HexFormat.of().formatHex(digest.digest())));
        return sums;
    }
}
