// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.sampling;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// CPython's `random.Random` (MT19937), as far as `sample` needs it. Not for secrets.
final class PythonRandom {
    private static final int N = 624;
    private static final int M = 397;
    private static final int WORD = 32;
    private static final int SEED_OF_ARRAY = 19_650_218;

    /// `sample` keeps a set of places where that is smaller than a list of so many.
    private static final int SET_SIZE = 21;

    private final int[] state = new int[N];
    private int index = N;

    /// `random.Random(seed)` of an integer of any size: its sign does not count.
    PythonRandom(BigInteger seed) {
        BigInteger magnitude = seed.abs();
        int[] key = new int[Math.max(1, Math.ceilDiv(magnitude.bitLength(), WORD))];
        for (int i = 0; i < key.length; i++) {
            key[i] = magnitude.shiftRight(i * WORD).intValue();
        }
        byArray(key);
    }

    private void byNumber(int seed) {
        state[0] = seed;
        for (int i = 1; i < N; i++) {
            state[i] = 1_812_433_253 * (state[i - 1] ^ state[i - 1] >>> 30) + i;
        }
    }

    private void byArray(int[] key) {
        byNumber(SEED_OF_ARRAY);
        int i = 1;
        int j = 0;
        for (int k = Math.max(N, key.length); k > 0; k--) {
            state[i] = (state[i] ^ mixed(i) * 1_664_525) + key[j] + j;
            i = next(i);
            j = j + 1 == key.length ? 0 : j + 1;
        }
        for (int k = N - 1; k > 0; k--) {
            state[i] = (state[i] ^ mixed(i) * 1_566_083_941) - i;
            i = next(i);
        }
        state[0] = 0x80000000;
    }

    private int mixed(int i) {
        return state[i - 1] ^ state[i - 1] >>> 30;
    }

    private int next(int i) {
        if (i + 1 < N) {
            return i + 1;
        }
        state[0] = state[N - 1];
        return 1;
    }

    private int word() {
        if (index == N) {
            twist();
            index = 0;
        }
        int y = state[index++];
        y ^= y >>> 11;
        y ^= y << 7 & 0x9d2c5680;
        y ^= y << 15 & 0xefc60000;
        return y ^ y >>> 18;
    }

    private void twist() {
        for (int k = 0; k < N; k++) {
            int y = state[k] & 0x80000000 | state[(k + 1) % N] & 0x7fffffff;
            state[k] = state[(k + M) % N] ^ y >>> 1 ^ ((y & 1) == 0 ? 0 : 0x9908b0df);
        }
    }

    /// A number from 0 to below `n`, as `_randbelow_with_getrandbits`.
    private int below(int n) {
        int bits = WORD - Integer.numberOfLeadingZeros(n);
        int drawn = word() >>> WORD - bits;
        while (drawn >= n) {
            drawn = word() >>> WORD - bits;
        }
        return drawn;
    }

    /// `sample(range(n), k)`: places in the order in which they are drawn.
    List<Integer> sample(int n, int k) {
        return n <= setSize(k) ? fromPool(n, k) : fromSet(n, k);
    }

    /// `21 + 4 ** ceil(log(3k, 4))` for more than five.
    private static long setSize(int k) {
        long size = 1;
        while (size < 3L * k) {
            size *= 4;
        }
        return k > 5 ? SET_SIZE + size : SET_SIZE;
    }

    private List<Integer> fromPool(int n, int k) {
        int[] pool = new int[n];
        for (int i = 0; i < n; i++) {
            pool[i] = i;
        }
        List<Integer> drawn = new ArrayList<>(k);
        for (int i = 0; i < k; i++) {
            int j = below(n - i);
            drawn.add(pool[j]);
            pool[j] = pool[n - i - 1];
        }
        return drawn;
    }

    private List<Integer> fromSet(int n, int k) {
        Set<Integer> taken = new HashSet<>();
        List<Integer> drawn = new ArrayList<>(k);
        while (drawn.size() < k) {
            int j = below(n);
            if (taken.add(j)) {
                drawn.add(j);
            }
        }
        return drawn;
    }
}
