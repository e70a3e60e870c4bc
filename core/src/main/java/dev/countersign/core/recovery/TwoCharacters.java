// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.recovery;

import dev.countersign.core.chain.ParallelSlices;

import java.util.ArrayList;
import java.util.List;

/// Two characters of one value, each exchanged for another of its class, or for one another.
final class TwoCharacters implements Generator {
    private static final String DIGITS = "0123456789";
    private static final String HEX = "0123456789abcdef";
    private static final String LOWER = "abcdefghijklmnopqrstuvwxyz";
    private static final String UPPER = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";

    private final byte[] base;
    private final List<Pair> places = new ArrayList<>();

    /// @param p the first character
    /// @param to after the value's last byte
    private record Pair(int p, int to, boolean hex) {}

    /// @param longest values that are longer are passed over
    TwoCharacters(CanonicalText text, List<Span> values, int shortest, int longest) {
        base = text.bytes();
        for (Span value : values) {
            int length = value.to() - value.from();
            boolean hex = length >= 8 && hex(value);
            for (int p = value.from();
                    length > shortest && length <= longest && p + 1 < value.to();
                    p++) {
                places.add(new Pair(p, value.to(), hex));
            }
        }
    }

    private boolean hex(Span value) {
        for (int p = value.from(); p < value.to(); p++) {
            if (HEX.indexOf(base[p]) < 0 && base[p] != '-') {
                return false;
            }
        }
        return true;
    }

    private static String others(byte b, boolean hex) {
        if (hex && HEX.indexOf(b) >= 0) {
            return HEX;
        }
        return DIGITS.indexOf(b) >= 0
                ? DIGITS
                : LOWER.indexOf(b) >= 0 ? LOWER : UPPER.indexOf(b) >= 0 ? UPPER : "";
    }

    @Override
    public SearchKind kind() {
        return SearchKind.TWO_CHARACTERS;
    }

    @Override
    public long slices() {
        return places.size();
    }

    @Override
    public ParallelSlices.Worker worker(Trial trial) {
        return slice -> {
            Pair pair = places.get((int) slice);
            byte[] one = {base[pair.p()]};
            byte[] work = trial.compose(pair.p(), pair.p() + 1, one, 1);
            for (int q = pair.p() + 1; q < pair.to() && !trial.over(); q++) {
                work[pair.p()] = base[q];
                work[q] = base[pair.p()];
                trial.test(pair.p());
                vary(trial, work, pair, q);
                work[pair.p()] = base[pair.p()];
                work[q] = base[q];
            }
        };
    }

    private void vary(Trial trial, byte[] work, Pair pair, int q) {
        int p = pair.p();
        String first = others(base[p], pair.hex());
        String second = others(base[q], pair.hex());
        for (int i = 0; i < first.length() && !trial.over(); i++) {
            if (first.charAt(i) == base[p]) {
                continue;
            }
            work[p] = (byte) first.charAt(i);
            for (int j = 0; j < second.length(); j++) {
                work[q] = (byte) second.charAt(j);
                trial.test(p);
            }
        }
    }
}
