// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.recovery;

import dev.countersign.core.chain.ParallelSlices;

import java.util.ArrayList;
import java.util.List;

/// Two neighbouring characters: changed, lost or added together, or one in place of two.
final class Neighbours implements Generator {
    private static final String ALPHABET =
            "etaoinsrhldcumfpgwybvkxjqz0123456789 ._-,:/@EAISTNRODCLMPUBGFHVKWYXJQZ";

    private final List<Integer> places = new ArrayList<>();
    private final List<Integer> ends = new ArrayList<>();

    /// @param values the insides of strings and numbers
    Neighbours(List<Span> values) {
        for (Span value : values) {
            for (int p = value.from(); p <= value.to(); p++) {
                places.add(p);
                ends.add(value.to());
            }
        }
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
        byte[] two = {0, 0};
        return slice -> {
            int p = places.get((int) slice);
            for (int gone = 0; gone <= 2 && p + gone <= ends.get((int) slice); gone++) {
                byte[] work = trial.compose(p, p + gone, two, 2);
                for (int i = 0; i < ALPHABET.length() && !trial.over(); i++) {
                    work[p] = (byte) ALPHABET.charAt(i);
                    for (int j = 0; j < ALPHABET.length(); j++) {
                        work[p + 1] = (byte) ALPHABET.charAt(j);
                        trial.test(p);
                    }
                }
            }
            if (p + 2 <= ends.get((int) slice)) {
                byte[] work = trial.compose(p, p + 2, two, 1);
                for (int i = 0; i < ALPHABET.length(); i++) {
                    work[p] = (byte) ALPHABET.charAt(i);
                    trial.test(p);
                }
            }
        };
    }
}
