// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.review;

/// The edges of a tree whose nodes are numbers and whose edges are code points: a hash table with
/// open addressing. Node 0 is nobody's child, and so means "none".
final class CodePointEdges {
    private static final int CODE_POINT_BITS = 21;

    /// 2^64 over the golden ratio: neighbours land far apart.
    private static final long SCATTER = 0x9e3779b97f4a7c15L;

    private final long[] keys;
    private final int[] children;
    private final int shift;

    /// @param most how many edges there will be at most
    CodePointEdges(int most) {
        int bits = Math.max(4, Long.SIZE - Long.numberOfLeadingZeros(most * 3L / 2));
        keys = new long[1 << bits];
        children = new int[1 << bits];
        shift = Long.SIZE - bits;
    }

    /// The child, or 0.
    int get(int node, int c) {
        return children[slot(key(node, c))];
    }

    void put(int node, int c, int child) {
        long key = key(node, c);
        int slot = slot(key);
        keys[slot] = key;
        children[slot] = child;
    }

    private static long key(int node, int c) {
        return (long) node << CODE_POINT_BITS | c;
    }

    private int slot(long key) {
        int slot = (int) (key * SCATTER >>> shift);
        while (children[slot] != 0 && keys[slot] != key) {
            slot = slot + 1 & keys.length - 1;
        }
        return slot;
    }
}
