// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.recovery;

import dev.countersign.core.chain.ParallelSlices;
import dev.countersign.core.recovery.CanonicalText.Scalar;

import java.util.Arrays;
import java.util.List;

/// Every short text of lower-case letters, or of letters and digits, as a whole value.
///
/// @param open the strings
/// @param alphabet the characters
/// @param length how many
record ShortTexts(List<Scalar> open, String alphabet, int length) implements Generator {
    static final String LOWER = "abcdefghijklmnopqrstuvwxyz";
    static final String ALL = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_. ";

    ShortTexts {
        open = open.stream().filter(Scalar::isString).toList();
    }

    @Override
    public SearchKind kind() {
        return SearchKind.SHORT_TEXT;
    }

    @Override
    public long slices() {
        return (long) open.size() * alphabet.length();
    }

    @Override
    public ParallelSlices.Worker worker(Trial trial) {
        return slice -> {
            Scalar scalar = open.get((int) (slice / alphabet.length()));
            byte[] text = new byte[length];
            int[] digits = new int[length];
            Arrays.fill(text, (byte) alphabet.charAt(0));
            text[0] = (byte) alphabet.charAt((int) (slice % alphabet.length()));
            byte[] work = trial.compose(scalar.inside(), scalar.insideTo(), text, length);
            int p = length;
            while (p > 0 && !trial.over()) {
                trial.test(scalar.inside());
                for (p = length - 1; p > 0; p--) {
                    digits[p] = (digits[p] + 1) % alphabet.length();
                    work[scalar.inside() + p] = (byte) alphabet.charAt(digits[p]);
                    if (digits[p] != 0) {
                        break;
                    }
                }
            }
        };
    }
}
