// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.sampling;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/// A test of a control by attributes: how sure one wants to be that deviations are fewer than what
/// can be tolerated. Sizes are those of the published tables for an unlimited population (binomial)
/// and exact for a known one (hypergeometric).
///
/// @param confidence that the conclusion is right
/// @param tolerable share of deviations
/// @param expected share of deviations; less than the tolerable one
/// @param population how many there are; null: unlimited
public record AttributePlan(
        Percent confidence, Percent tolerable, Percent expected, @Nullable Integer population) {
    /// Nobody looks at more by hand.
    private static final int MOST = 3_000;

    /// A size and what it rests on.
    ///
    /// @param sample how many are drawn
    /// @param deviations how many may deviate
    /// @param risk that this many deviations are seen where the tolerable share deviates
    public record Size(int sample, int deviations, BigDecimal risk) {}

    /// Why it is no plan; null if it is one.
    public @Nullable String objection() {
        if (confidence.value().compareTo(BigDecimal.valueOf(50)) < 0
                || confidence.value().compareTo(BigDecimal.valueOf(100)) >= 0) {
            return "a confidence is 50 to less than 100 percent";
        }
        if (tolerable.value().signum() == 0
                || tolerable.value().compareTo(BigDecimal.valueOf(100)) >= 0) {
            return "a tolerable share is more than 0 and less than 100 percent";
        }
        if (expected.value().compareTo(tolerable.value()) >= 0) {
            return "what is expected must be less than what is tolerable";
        }
        return population != null && population < 1 ? "a population has at least one" : null;
    }

    /// The smallest sample that will do if as many deviate as expected; the expected number is
    /// rounded up. Empty if no sample that anybody looks at does.
    public Optional<Size> size() {
        Integer known = population;
        int most = known == null ? MOST : Math.min(known, MOST);
        BigDecimal risk = BigDecimal.ONE.subtract(confidence.share());
        for (int sample = 1; sample <= most; sample++) {
            int deviations = expectedIn(sample);
            BigDecimal found = risk(sample, deviations);
            if (found.compareTo(risk) <= 0) {
                return Optional.of(new Size(sample, deviations, found));
            }
        }
        if (known == null || known > MOST) {
            return Optional.empty();
        }
        // all of it: as many as would be intolerable may not deviate, whatever is expected
        int allowed = Math.min(expectedIn(known), intolerable(known) - 1);
        return Optional.of(new Size(known, allowed, BigDecimal.ZERO));
    }

    private int expectedIn(int sample) {
        return expected.share()
                .multiply(BigDecimal.valueOf(sample))
                .setScale(0, RoundingMode.CEILING)
                .intValueExact();
    }

    /// The fewest deviations of a population that are no longer less than tolerable.
    private int intolerable(int known) {
        return tolerable
                .share()
                .multiply(BigDecimal.valueOf(known))
                .setScale(0, RoundingMode.CEILING)
                .intValueExact();
    }

    private BigDecimal risk(int sample, int deviations) {
        Integer known = population;
        if (known == null) {
            return DeviationCount.binomial(deviations, sample, tolerable.share());
        }
        return DeviationCount.hypergeometric(deviations, sample, known, intolerable(known));
    }
}
