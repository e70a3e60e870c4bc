// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.text;

import dev.countersign.core.sampling.AttributePlan;
import dev.countersign.core.sampling.AttributeResult;
import dev.countersign.core.sampling.Percent;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.math.RoundingMode;

/// What the calculator of attribute samples says.
public final class CalculatorText {
    private static final int SHOWN = 2;

    /// Stays on the line of its number.
    private static final String PERCENT = "\u00a0%";

    private CalculatorText() {}

    /// What stands in the way of a number.
    public static String noPercent(String name) {
        return name + " takes a percentage, such as 95 or 0.5.";
    }

    /// What stands in the way of a number.
    public static String noNumber(String name) {
        return name + " takes a whole number.";
    }

    /// No sample would do.
    public static String noSize() {
        return "No practical sample is large enough: the expected rate is too close to the"
                + " tolerable rate.";
    }

    /// How large a sample must be.
    public static String size(AttributePlan plan, AttributePlan.Size size) {
        return "Look at "
                + Numbers.grouped(size.sample())
                + (size.deviations() == 0
                        ? "; none may deviate"
                        : "; " + size.deviations() + " may deviate")
                + ". Then at "
                + plan.confidence()
                + PERCENT
                + " confidence fewer than "
                + plan.tolerable()
                + PERCENT
                + " deviate (risk "
                + percent(size.risk().movePointRight(2), RoundingMode.HALF_EVEN)
                + PERCENT
                + "). "
                + method(plan.population());
    }

    /// What a sample showed.
    public static String shown(AttributeResult result, @Nullable Percent tolerable) {
        BigDecimal bound = result.upperBound();
        String limit =
                tolerable == null
                        ? ""
                        : result.supports(tolerable)
                                ? ", which is tolerable (" + tolerable + PERCENT + ")"
                                : ", more than is tolerable (" + tolerable + PERCENT + ")";
        return result.deviations()
                + " of "
                + result.sample()
                + " deviate, "
                + percent(result.rate(), RoundingMode.HALF_EVEN)
                + PERCENT
                + ". At "
                + result.confidence()
                + PERCENT
                + " confidence at most "
                + percent(bound, RoundingMode.CEILING)
                + PERCENT
                + " of all do"
                + limit
                + ". "
                + method(result.population());
    }

    private static String percent(BigDecimal value, RoundingMode rounding) {
        return value.setScale(SHOWN, rounding).toPlainString();
    }

    private static String method(@Nullable Integer population) {
        return population == null
                ? "Binomial, for a large population."
                : "Hypergeometric, for a population of " + Numbers.grouped(population) + ".";
    }
}
