// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.recovery;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;

/// The hashes that still speak for the original, compared all at once.
final class Targets {
    private static final VarHandle LONG =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

    private final byte[][] digests;
    private final long[] heads;

    /// @param hex lower-case hashes of one length
    Targets(Collection<String> hex) {
        List<String> all = List.copyOf(hex);
        digests = new byte[all.size()][];
        heads = new long[all.size()];
        for (int i = 0; i < digests.length; i++) {
            digests[i] = HexFormat.of().parseHex(all.get(i));
            heads[i] = (long) LONG.get(digests[i], 0);
        }
    }

    /// Whether a digest is one of them.
    boolean has(byte[] digest) {
        long head = (long) LONG.get(digest, 0);
        for (int i = 0; i < heads.length; i++) {
            if (heads[i] == head && Arrays.equals(digests[i], digest)) {
                return true;
            }
        }
        return false;
    }
}
