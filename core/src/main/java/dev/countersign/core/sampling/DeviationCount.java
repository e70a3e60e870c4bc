// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.sampling;

import java.math.BigDecimal;
import java.math.MathContext;

/// How likely it is to see at most so many deviations in a sample; to forty digits, so that no
/// sample size hangs on rounding.
final class DeviationCount {
    static final MathContext DIGITS = new MathContext(40);

    private DeviationCount() {}

    /// Of a population so large that drawing does not change it.
    ///
    /// @param share of deviations in the population
    static BigDecimal binomial(int most, int sample, BigDecimal share) {
        if (most >= sample || share.signum() == 0) {
            return BigDecimal.ONE;
        }
        BigDecimal others = BigDecimal.ONE.subtract(share);
        if (others.signum() == 0) {
            return BigDecimal.ZERO;
        }
        BigDecimal odds = share.divide(others, DIGITS);
        BigDecimal term = others.pow(sample, DIGITS);
        BigDecimal sum = term;
        for (int i = 0; i < most; i++) {
            term =
                    term.multiply(BigDecimal.valueOf(sample - i), DIGITS)
                            .multiply(odds, DIGITS)
                            .divide(BigDecimal.valueOf(i + 1), DIGITS);
            sum = sum.add(term, DIGITS);
        }
        return sum.min(BigDecimal.ONE);
    }

    /// Of a population of a known size, without putting back.
    ///
    /// @param deviations in the population
    static BigDecimal hypergeometric(int most, int sample, int population, int deviations) {
        int fewest = Math.max(0, sample - (population - deviations));
        if (most >= Math.min(sample, deviations)) {
            return BigDecimal.ONE;
        }
        if (most < fewest) {
            return BigDecimal.ZERO;
        }
        BigDecimal term = fewest(sample, population, deviations);
        BigDecimal sum = term;
        for (int i = fewest; i < most; i++) {
            term =
                    term.multiply(product(deviations - i, sample - i), DIGITS)
                            .divide(
                                    product(i + 1, population - deviations - sample + i + 1),
                                    DIGITS);
            sum = sum.add(term, DIGITS);
        }
        return sum.min(BigDecimal.ONE);
    }

    /// The likelihood of the fewest deviations that there can be.
    private static BigDecimal fewest(int sample, int population, int deviations) {
        int sound = population - deviations;
        if (sample > sound) {
            // all sound ones are drawn: C(deviations, rest) of C(population, sample)
            return ratio(sound, sample, population);
        }
        int shorter = Math.min(sample, deviations);
        int longer = Math.max(sample, deviations);
        BigDecimal likelihood = BigDecimal.ONE;
        for (int j = 0; j < shorter; j++) {
            likelihood =
                    likelihood
                            .multiply(BigDecimal.valueOf(population - longer - j), DIGITS)
                            .divide(BigDecimal.valueOf(population - j), DIGITS);
        }
        return likelihood;
    }

    /// That a draw of `sample` takes all of `sound`.
    private static BigDecimal ratio(int sound, int sample, int population) {
        BigDecimal likelihood = BigDecimal.ONE;
        for (int j = 0; j < sound; j++) {
            likelihood =
                    likelihood
                            .multiply(BigDecimal.valueOf(sample - j), DIGITS)
                            .divide(BigDecimal.valueOf(population - j), DIGITS);
        }
        return likelihood;
    }

    private static BigDecimal product(int a, int b) {
        return BigDecimal.valueOf((long) a * b);
    }
}
