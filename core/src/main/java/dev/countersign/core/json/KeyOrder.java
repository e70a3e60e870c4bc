// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.json;

import java.util.Arrays;

/// The keys of the objects being written, in the order in which they are written: a stack of
/// ranges, one an open object.
final class KeyOrder {
    private static final int INSERTION_SORT = 24;

    private JsonTape tape = new JsonTape();
    private boolean utf16;
    private int[] keys = new int[64];
    private int[] values = new int[64];

    /// The first eight bytes of each key, so that most comparisons touch no text.
    private long[] prefixes = new long[64];

    private int[] scratch = {};
    private long[] scratchPrefixes = {};
    private boolean prefixed;
    private int size;
    private int repeated;

    void begin(JsonTape tape, boolean utf16) {
        this.tape = tape;
        this.utf16 = utf16;
        size = 0;
    }

    int size() {
        return size;
    }

    int key(int place) {
        return keys[place];
    }

    int value(int place) {
        return values[place];
    }

    /// The node of a key that the object collected last had twice, or -1.
    int repeated() {
        return repeated;
    }

    void drop(int from) {
        size = from;
    }

    /// Appends the keys of an object and returns the place of the first one.
    int collect(int object, FieldFilter keep, boolean sort) {
        int from = size;
        repeated = -1;
        prefixed = true;
        boolean ascending = true;
        for (int k = object + 1; k < tape.end[object]; k = tape.after(k + 1)) {
            if (!keep.keeps(tape, k)) {
                continue;
            }
            if (size == keys.length) {
                keys = Arrays.copyOf(keys, size * 2);
                values = Arrays.copyOf(values, size * 2);
                prefixes = Arrays.copyOf(prefixes, size * 2);
            }
            long prefix = prefix(k);
            ascending &= size == from || compare(keys[size - 1], prefixes[size - 1], k, prefix) < 0;
            prefixes[size] = prefix;
            keys[size++] = k;
        }
        if (!ascending) {
            int documentOrder = size - from;
            int[] before = sort ? new int[0] : Arrays.copyOfRange(keys, from, size);
            sort(from, size);
            uniteRepeated(from);
            if (!sort) {
                restore(before, documentOrder, from);
                return from;
            }
        }
        for (int i = from; i < size; i++) {
            values[i] = keys[i] + 1;
        }
        return from;
    }

    /// Of equal neighbours keeps the last, whose value counts.
    private void uniteRepeated(int from) {
        int kept = from;
        for (int i = from; i < size; i++) {
            if (i + 1 < size && compare(keys[i], keys[i + 1]) == 0) {
                repeated = keys[i];
            } else {
                keys[kept++] = keys[i];
            }
        }
        size = kept;
    }

    /// Puts the keys back in document order: each at its first place, with its last value.
    private void restore(int[] before, int count, int from) {
        int[] last = Arrays.copyOfRange(keys, from, size);
        boolean[] written = new boolean[last.length];
        int place = from;
        for (int i = 0; i < count; i++) {
            int found = search(last, before[i]);
            if (!written[found]) {
                written[found] = true;
                keys[place] = before[i];
                values[place++] = last[found] + 1;
            }
        }
    }

    private int search(int[] sortedKeys, int key) {
        int low = 0;
        int high = sortedKeys.length - 1;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (compare(sortedKeys[middle], key) < 0) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private void sort(int from, int to) {
        if (to - from <= INSERTION_SORT) {
            insertionSort(from, to);
            return;
        }
        if (scratch.length < to - from) {
            scratch = new int[to - from];
            scratchPrefixes = new long[to - from];
        }
        mergeSort(from, to);
    }

    private void insertionSort(int from, int to) {
        for (int i = from + 1; i < to; i++) {
            int key = keys[i];
            long prefix = prefixes[i];
            int j = i;
            while (j > from && compare(keys[j - 1], prefixes[j - 1], key, prefix) > 0) {
                keys[j] = keys[j - 1];
                prefixes[j] = prefixes[j - 1];
                j--;
            }
            keys[j] = key;
            prefixes[j] = prefix;
        }
    }

    /// Stable; depth is the logarithm of the number of keys.
    private void mergeSort(int from, int to) {
        if (to - from <= INSERTION_SORT) {
            insertionSort(from, to);
            return;
        }
        int middle = (from + to) >>> 1;
        mergeSort(from, middle);
        mergeSort(middle, to);
        if (compare(keys[middle - 1], prefixes[middle - 1], keys[middle], prefixes[middle]) <= 0) {
            return;
        }
        int n = middle - from;
        System.arraycopy(keys, from, scratch, 0, n);
        System.arraycopy(prefixes, from, scratchPrefixes, 0, n);
        int left = 0;
        int right = middle;
        for (int place = from; left < n; place++) {
            boolean takeRight =
                    right < to
                            && compare(
                                            scratch[left],
                                            scratchPrefixes[left],
                                            keys[right],
                                            prefixes[right])
                                    > 0;
            keys[place] = takeRight ? keys[right] : scratch[left];
            prefixes[place] = takeRight ? prefixes[right++] : scratchPrefixes[left++];
        }
    }

    /// Eight bytes of a key, the first one highest, zeros after its end: a zero byte cannot stand
    /// in a key as such. A key for which that is no measure switches the measure off for its
    /// object.
    private long prefix(int key) {
        int from = tape.start[key] + 1;
        int length = tape.end[key] - 1 - from;
        boolean plain = tape.tag[key] == JsonTape.STRING || !utf16 && tape.isUnescaped(key);
        if (!plain || from + Long.BYTES > tape.bytes.length) {
            prefixed = false;
            return 0;
        }
        long first = Long.reverseBytes(Swar.load(tape.bytes, from));
        return length >= Long.BYTES
                ? first
                : length == 0 ? 0 : first & -1L << 8 * (Long.BYTES - length);
    }

    private int compare(int x, long prefixX, int y, long prefixY) {
        return prefixed && prefixX != prefixY
                ? Long.compareUnsigned(prefixX, prefixY)
                : compare(x, y);
    }

    /// Compares two keys by code point, or by UTF-16 unit, of what they say.
    private int compare(int x, int y) {
        JsonTape t = tape;
        if (((t.tag[x] | t.tag[y]) & JsonTape.ESCAPED) != 0) {
            return compareDecoded(x, y);
        }
        byte[] b = t.bytes;
        int p = t.start[x] + 1;
        int q = t.start[y] + 1;
        int n = Math.min(t.end[x] - p, t.end[y] - q) - 1;
        int i = 0;
        while (i < n && b[p + i] == b[q + i]) {
            i++;
        }
        if (i == n) {
            return Integer.compare(t.end[x] - t.start[x], t.end[y] - t.start[y]);
        }
        int c = b[p + i] & 0xff;
        int d = b[q + i] & 0xff;
        if (utf16 && c >= 0xee && d >= 0xee) {
            // lead bytes: above the BMP (f0..f4) come surrogates, which sort below U+E000 (ee, ef)
            c += c < 0xf0 ? 0x10 : 0;
            d += d < 0xf0 ? 0x10 : 0;
        }
        return Integer.compare(c, d);
    }

    private int compareDecoded(int x, int y) {
        byte[] b = tape.bytes;
        int p = tape.start[x] + 1;
        int q = tape.start[y] + 1;
        int pEnd = tape.end[x] - 1;
        int qEnd = tape.end[y] - 1;
        while (p < pEnd && q < qEnd) {
            int c = Utf8.codePoint(b, p);
            int d = Utf8.codePoint(b, q);
            if (c != d) {
                int byUnit = utf16 ? Integer.compare(unitRank(c), unitRank(d)) : 0;
                return byUnit != 0 ? byUnit : Integer.compare(c, d);
            }
            p = Utf8.next(b, p);
            q = Utf8.next(b, q);
        }
        return Boolean.compare(p < pEnd, q < qEnd);
    }

    /// Orders code points as their first UTF-16 units do.
    private static int unitRank(int codePoint) {
        return codePoint > 0xffff
                ? codePoint - 0x10000 + 0xd800
                : codePoint >= 0xe000 ? codePoint + 0x110000 : codePoint;
    }
}
