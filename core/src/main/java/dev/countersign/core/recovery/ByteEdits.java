// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.recovery;

import dev.countersign.core.chain.ParallelSlices;
import dev.countersign.core.json.CanonicalProfile;

import java.util.List;

/// Every text that is one byte away: changed, lost, added, or exchanged with its neighbour.
final class ByteEdits implements Generator {
    private static final int SLICE = 8;
    private static final byte[] NONE = {};

    private final byte[] base;
    private final List<Span> open;
    private final byte[] alphabet;
    private final int[] first;

    /// @param open where an edit may be
    ByteEdits(CanonicalText text, List<Span> open) {
        this.base = text.bytes();
        this.open = List.copyOf(open);
        this.alphabet = alphabet(text.profile());
        this.first = new int[open.size() + 1];
        for (int i = 0; i < open.size(); i++) {
            first[i + 1] = first[i] + open.get(i).to() - open.get(i).from();
        }
    }

    /// Bytes that a canonical text can have: printable ASCII, and in profile J those of UTF-8.
    static byte[] alphabet(CanonicalProfile profile) {
        StringBuilder all = new StringBuilder("etaoinsrhldcumfpgwybvkxjqz0123456789");
        for (char c = ' '; c <= '~'; c++) {
            if (all.indexOf(String.valueOf(c)) < 0) {
                all.append(c);
            }
        }
        for (char c = 0x80; profile == CanonicalProfile.J && c < 0xf5; c++) {
            all.append(c);
        }
        byte[] bytes = new byte[all.length()];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) all.charAt(i);
        }
        return bytes;
    }

    @Override
    public SearchKind kind() {
        return SearchKind.ONE_BYTE;
    }

    @Override
    public long slices() {
        return Math.ceilDiv(first[open.size()], SLICE);
    }

    @Override
    public ParallelSlices.Worker worker(Trial trial) {
        return slice -> {
            int from = (int) slice * SLICE;
            int to = Math.min(from + SLICE, first[open.size()]);
            for (int i = from; i < to && !trial.over(); i++) {
                at(place(i), trial);
            }
        };
    }

    private int place(int i) {
        int span = 0;
        while (i >= first[span + 1]) {
            span++;
        }
        return open.get(span).from() + i - first[span];
    }

    private void at(int p, Trial trial) {
        byte[] gap = {0};
        vary(trial, p, trial.compose(p, p + 1, gap, 1));
        vary(trial, p, trial.compose(p, p, gap, 1));
        trial.edit(p, p + 1, NONE);
        if (p + 1 < base.length) {
            trial.edit(p, p + 2, new byte[] {base[p + 1], base[p]});
        }
    }

    private void vary(Trial trial, int p, byte[] work) {
        for (int i = 0; i < alphabet.length && !trial.over(); i++) {
            work[p] = alphabet[i];
            trial.test(p);
        }
    }
}
