// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.sampling;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.math.RoundingMode;

/// What a sample by attributes showed.
///
/// @param confidence that the conclusion is right
/// @param sample how many were looked at
/// @param deviations how many deviated
/// @param population how many there are; null: unlimited
public record AttributeResult(
        Percent confidence, int sample, int deviations, @Nullable Integer population) {
    private static final int SCALE = 4;
    private static final int MOST = 20_000;
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /// Halving so often leaves less than any digit that is shown.
    private static final int HALVINGS = 60;

    /// Why it is no result; null if it is one.
    public @Nullable String objection() {
        if (confidence.value().compareTo(BigDecimal.valueOf(50)) < 0
                || confidence.value().compareTo(HUNDRED) >= 0) {
            return "a confidence is 50 to less than 100 percent";
        }
        if (sample < 1 || sample > MOST) {
            return "a sample has 1 to " + MOST + " items";
        }
        if (deviations < 0 || deviations > sample) {
            return "deviations are 0 to the size of the sample";
        }
        return population != null && population < sample
                ? "a population is at least as large as the sample"
                : null;
    }

    /// The share that deviated, in percent.
    public BigDecimal rate() {
        return BigDecimal.valueOf(deviations)
                .multiply(HUNDRED)
                .divide(BigDecimal.valueOf(sample), SCALE, RoundingMode.HALF_EVEN);
    }

    /// The share of deviations in the population, in percent and rounded up, that is not exceeded
    /// at this confidence: Clopper and Pearson's, one-sided; of a known population the exact one.
    public BigDecimal upperBound() {
        Integer known = population;
        return known == null
                ? unlimited()
                : BigDecimal.valueOf(limited(known))
                        .multiply(HUNDRED)
                        .divide(BigDecimal.valueOf(known), SCALE, RoundingMode.CEILING);
    }

    /// Whether the bound, before it is rounded, is not above what is tolerable.
    public boolean supports(Percent tolerable) {
        Integer known = population;
        return known == null
                ? !likely(tolerable.share())
                : tolerable
                                .share()
                                .multiply(BigDecimal.valueOf(known))
                                .compareTo(BigDecimal.valueOf(limited(known)))
                        >= 0;
    }

    /// Whether so few deviations are no surprise where this share deviates.
    private boolean likely(BigDecimal share) {
        return DeviationCount.binomial(deviations, sample, share).compareTo(risk()) > 0;
    }

    private BigDecimal risk() {
        return BigDecimal.ONE.subtract(confidence.share());
    }

    private BigDecimal unlimited() {
        if (deviations == sample) {
            return HUNDRED.setScale(SCALE);
        }
        BigDecimal low = BigDecimal.ZERO;
        BigDecimal high = BigDecimal.ONE;
        for (int i = 0; i < HALVINGS; i++) {
            BigDecimal middle = low.add(high).divide(BigDecimal.TWO, DeviationCount.DIGITS);
            boolean likely = likely(middle);
            low = likely ? middle : low;
            high = likely ? high : middle;
        }
        // the bound lies between them, and may be one of the numbers that can be shown
        BigDecimal shown = shown(low);
        return likely(shown.movePointLeft(2)) ? shown(high) : shown;
    }

    private static BigDecimal shown(BigDecimal share) {
        return share.multiply(HUNDRED).setScale(SCALE, RoundingMode.CEILING);
    }

    /// The most deviations in the population that this sample does not speak against.
    private int limited(int known) {
        int low = deviations;
        int high = known - (sample - deviations);
        while (low < high) {
            int middle = low + (high - low + 1) / 2;
            BigDecimal likelihood =
                    DeviationCount.hypergeometric(deviations, sample, known, middle);
            if (likelihood.compareTo(risk()) > 0) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low;
    }
}
