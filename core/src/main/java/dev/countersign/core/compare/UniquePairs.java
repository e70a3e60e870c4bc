// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.compare;

import java.util.Arrays;
import java.util.function.IntToLongFunction;

/// Patience: what stands exactly once on either side is the same; of those pairs, the longest
/// series that has the same order on both sides. In linear memory and almost linear time.
final class UniquePairs {
    private static final int NONE = -1;
    private static final int MANY = -2;

    private final int from;
    private final int to;
    private final IntToLongFunction keys;
    private int mask;
    private int[] places = {};
    private int[] others = {};

    /// @param from first place on this side
    /// @param to behind the last one
    /// @param keys of a place on this side; 0 is no key
    UniquePairs(int from, int to, IntToLongFunction keys) {
        this.from = from;
        this.to = to;
        this.keys = keys;
    }

    /// Pairs of places: `[here, there, here, there, ...]`, by place here.
    ///
    /// @param otherKeys of a place on the other side
    int[] find(int otherFrom, int otherTo, IntToLongFunction otherKeys) {
        if (from == to || otherFrom == otherTo) {
            return new int[0];
        }
        int capacity = Integer.highestOneBit(Math.max(8, to - from)) * 4;
        mask = capacity - 1;
        places = new int[capacity];
        others = new int[capacity];
        Arrays.fill(places, NONE);
        Arrays.fill(others, NONE);
        for (int i = from; i < to; i++) {
            long key = keys.applyAsLong(i);
            if (key != 0) {
                int slot = slot(key);
                if (places[slot] == NONE) {
                    places[slot] = i;
                } else {
                    others[slot] = MANY;
                }
            }
        }
        for (int j = otherFrom; j < otherTo; j++) {
            long key = otherKeys.applyAsLong(j);
            int slot = key == 0 ? 0 : slot(key);
            if (key != 0 && places[slot] != NONE) {
                others[slot] = others[slot] == NONE ? j : MANY;
            }
        }
        return collected();
    }

    /// The slot of a key: where it is, or the free one where it goes.
    private int slot(long key) {
        int slot = (int) (key ^ key >>> 32) & mask;
        while (places[slot] != NONE && keys.applyAsLong(places[slot]) != key) {
            slot = slot + 1 & mask;
        }
        return slot;
    }

    private int[] collected() {
        int[] pairs = new int[2 * (to - from)];
        int n = 0;
        for (int i = from; i < to; i++) {
            long key = keys.applyAsLong(i);
            int other = key == 0 ? NONE : others[slot(key)];
            if (other >= 0) {
                pairs[n++] = i;
                pairs[n++] = other;
            }
        }
        places = new int[0];
        others = new int[0];
        return Arrays.copyOf(pairs, n);
    }

    /// The longest series of pairs whose places rise on both sides.
    ///
    /// @param pairs as {@link #find} gives them
    /// @return for each pair, whether it belongs to the series
    static boolean[] rising(int[] pairs) {
        int n = pairs.length / 2;
        int[] tails = new int[n];
        int[] before = new int[n];
        int length = 0;
        for (int i = 0; i < n; i++) {
            int low = 0;
            int high = length;
            while (low < high) {
                int middle = (low + high) >>> 1;
                if (pairs[2 * tails[middle] + 1] < pairs[2 * i + 1]) {
                    low = middle + 1;
                } else {
                    high = middle;
                }
            }
            before[i] = low == 0 ? NONE : tails[low - 1];
            tails[low] = i;
            length = Math.max(length, low + 1);
        }
        boolean[] kept = new boolean[n];
        for (int i = length == 0 ? NONE : tails[length - 1]; i != NONE; i = before[i]) {
            kept[i] = true;
        }
        return kept;
    }
}
