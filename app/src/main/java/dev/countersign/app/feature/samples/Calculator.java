// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.feature.samples;

import dev.countersign.app.text.CalculatorText;
import dev.countersign.app.text.SamplesText;
import dev.countersign.core.sampling.AttributePlan;
import dev.countersign.core.sampling.AttributeResult;
import dev.countersign.core.sampling.Percent;

import org.jspecify.annotations.Nullable;

/// What is typed into the calculator of samples by attributes; empty texts say nothing.
///
/// @param confidence in percent
/// @param tolerable in percent
/// @param expected in percent
/// @param population how many there are
/// @param sample how many were looked at
/// @param deviations how many deviated
public record Calculator(
        String confidence,
        String tolerable,
        String expected,
        String population,
        String sample,
        String deviations) {
    /// What most start with.
    public static final Calculator USUAL = new Calculator("95", "5", "0", "", "", "");

    private static final int DIGITS = 9;

    /// Something typed that is not what it should be.
    private static final class Mistyped extends Exception {
        private static final long serialVersionUID = 1;

        private Mistyped(String sentence) {
            super(sentence);
        }
    }

    /// How large the sample must be. May take a moment.
    public Calculation size() {
        try {
            var plan =
                    new AttributePlan(
                            percent("Confidence", confidence),
                            percent("Tolerable rate", tolerable),
                            percent("Expected rate", expected.isBlank() ? "0" : expected),
                            known());
            String objection = plan.objection();
            return objection != null
                    ? new Calculation.Refused(SamplesText.sentence(objection))
                    : plan.size()
                            .<Calculation>map(size ->
                                    new Calculation.Result(true, CalculatorText.size(plan, size)))
                            .orElseGet(() -> new Calculation.Refused(CalculatorText.noSize()));
        } catch (Mistyped e) {
            return new Calculation.Refused(String.valueOf(e.getMessage()));
        }
    }

    /// What a sample showed. May take a moment.
    public Calculation evaluation() {
        try {
            var result =
                    new AttributeResult(
                            percent("Confidence", confidence),
                            number("Sample", sample),
                            number("Deviations", deviations),
                            known());
            String objection = result.objection();
            if (objection != null) {
                return new Calculation.Refused(SamplesText.sentence(objection));
            }
            Percent limit = tolerable.isBlank() ? null : percent("Tolerable rate", tolerable);
            return new Calculation.Result(
                    limit == null || result.supports(limit), CalculatorText.shown(result, limit));
        } catch (Mistyped e) {
            return new Calculation.Refused(String.valueOf(e.getMessage()));
        }
    }

    private @Nullable Integer known() throws Mistyped {
        return population.isBlank() ? null : number("Population", population);
    }

    private static Percent percent(String name, String text) throws Mistyped {
        Percent percent = Percent.of(text.strip());
        if (percent == null) {
            throw new Mistyped(CalculatorText.noPercent(name));
        }
        return percent;
    }

    private static int number(String name, String text) throws Mistyped {
        String digits = text.strip();
        if (digits.isEmpty()
                || digits.length() > DIGITS
                || !digits.chars().allMatch(c -> c >= '0' && c <= '9')) {
            throw new Mistyped(CalculatorText.noNumber(name));
        }
        return Integer.parseInt(digits);
    }
}
