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
    private final Map<SumAlgorithm, MessageDigest> digests = new EnumMap<>(SumAlgorithm.class);
    private final @Nullable CRC32 crc;
    private long bytes;

    /// @param crc whether a CRC-32 is wanted, too
    Sums(Collection<SumAlgorithm> algorithms, boolean crc) {
        for (SumAlgorithm algorithm : algorithms) {
            digests.put(algorithm, algorithm.digest());
        }
        this.crc = crc ? new CRC32() : null;
    }

    void add(ByteBuffer piece) {
        bytes += piece.remaining();
        for (MessageDigest digest : digests.values()) {
            digest.update(piece.duplicate());
        }
        if (crc != null) {
            crc.update(piece.duplicate());
        }
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
