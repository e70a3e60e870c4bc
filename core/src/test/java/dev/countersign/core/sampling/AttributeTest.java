// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.sampling;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;

class AttributeTest {
    private static Percent percent(String text) {
        return Objects.requireNonNull(Percent.of(text), text);
    }

    private static AttributePlan plan(
            String confidence, String tolerable, String expected, @Nullable Integer population) {
        return new AttributePlan(
                percent(confidence), percent(tolerable), percent(expected), population);
    }

    /// The tables of the AICPA's guide, at 5 % and at 10 % risk of overreliance.
    @ParameterizedTest
    @CsvSource({
        "95, 5, 0, 59, 0",
        "95, 10, 0, 29, 0",
        "90, 10, 0, 22, 0",
        "95, 5, 1, 93, 1",
        "95, 2, 0, 149, 0",
        "95, 3, 0, 99, 0",
        "95, 4, 0, 74, 0",
        "95, 6, 0, 49, 0",
        "95, 7, 0, 42, 0",
        "95, 8, 0, 36, 0",
        "95, 9, 0, 32, 0",
        "95, 15, 0, 19, 0",
        "95, 20, 0, 14, 0",
        "95, 5, 0.25, 93, 1",
        "95, 5, 1.25, 124, 2",
        "95, 5, 1.5, 124, 2",
        "95, 5, 2, 181, 4",
        "95, 10, 1, 46, 1",
        "90, 5, 0, 45, 0",
        "90, 5, 1, 77, 1",
        "90, 10, 1, 38, 1",
        "90, 2, 0, 114, 0",
        "90, 20, 0, 11, 0"
    })
    void sizesAreThoseOfTheTables(
            String confidence, String tolerable, String expected, int sample, int deviations) {
        AttributePlan.Size size = plan(confidence, tolerable, expected, null).size().orElseThrow();
        assertThat(size.sample()).isEqualTo(sample);
        assertThat(size.deviations()).isEqualTo(deviations);
    }

    /// Found with Python's `fractions`: the first n with C(N - K, n) / C(N, n) <= 1/20.
    @ParameterizedTest
    @CsvSource({"50, 31", "100, 45", "200, 51", "500, 56", "1000, 57", "5000, 59"})
    void aKnownPopulationNeedsFewer(int population, int sample) {
        assertThat(plan("95", "5", "0", population).size().orElseThrow().sample())
                .isEqualTo(sample);
    }

    @Test
    void aSmallPopulationIsLookedAtAsAWhole() {
        AttributePlan.Size size = plan("95", "5", "1", 3).size().orElseThrow();
        assertThat(size).isEqualTo(new AttributePlan.Size(3, 0, BigDecimal.ZERO));
        assertThat(plan("99", "5", "4.9", null).size()).isEmpty();
    }

    /// A plan and what is made of its result never contradict each other.
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 7, 10, 20, 50, 53, 137, 1_000})
    void whatAPlanAllowsItsResultSupports(int population) {
        Integer known = population == 0 ? null : population;
        for (String confidence : List.of("90", "95", "97.5", "99")) {
            for (String tolerable : List.of("0.5", "2", "5", "7.5", "10", "33.333333333")) {
                for (String expected : List.of("0", "0.25", "1", "1.5", "4")) {
                    AttributePlan plan = plan(confidence, tolerable, expected, known);
                    if (plan.objection() == null) {
                        plan.size().ifPresent(size -> assertThat(supports(plan, size)).isTrue());
                    }
                }
            }
        }
    }

    private static boolean supports(AttributePlan plan, AttributePlan.Size size) {
        return new AttributeResult(
                        plan.confidence(), size.sample(), size.deviations(), plan.population())
                .supports(plan.tolerable());
    }

    /// Bounds that have no more digits than are shown: 1 - 0.01, 1 - 0.1, and 1 - p^2 = 0.19.
    @ParameterizedTest
    @CsvSource({"99, 1, 0, 99.0000", "99, 2, 0, 90.0000", "81, 2, 1, 90.0000", "50, 1, 0, 50.0000"})
    void anExactBoundIsNotRoundedUp(
            String confidence, int sample, int deviations, BigDecimal bound) {
        AttributeResult result = new AttributeResult(percent(confidence), sample, deviations, null);
        assertThat(result.upperBound()).isEqualTo(bound);
        assertThat(result.supports(new Percent(bound))).isTrue();
        assertThat(result.supports(new Percent(bound.subtract(new BigDecimal("0.0001")))))
                .isFalse();
    }

    /// Clopper and Pearson's upper bounds, found with Python's `decimal`, rounded up.
    @ParameterizedTest
    @CsvSource({
        "95, 59, 0, 4.9508",
        "95, 60, 0, 4.8703",
        "95, 60, 1, 7.6640",
        "95, 25, 0, 11.2929",
        "90, 25, 0, 8.7990",
        "95, 100, 2, 6.1620",
        "90, 100, 5, 9.0772",
        "95, 30, 30, 100.0000"
    })
    void theUpperBoundIsAchieved(String confidence, int sample, int deviations, BigDecimal bound) {
        AttributeResult result = new AttributeResult(percent(confidence), sample, deviations, null);
        assertThat(result.upperBound()).isEqualByComparingTo(bound);
    }

    /// By enumeration with Python's `fractions`: the most deviations of 200 under which so few
    /// would be seen more often than once in twenty.
    @Test
    void theBoundOfAKnownPopulationIsExact() {
        AttributeResult none = new AttributeResult(percent("95"), 51, 0, 200);
        assertThat(none.upperBound()).isEqualByComparingTo("4.5");
        assertThat(none.supports(percent("5"))).isTrue();
        AttributeResult all = new AttributeResult(percent("95"), 200, 3, 200);
        assertThat(all.upperBound()).isEqualByComparingTo("1.5");
        AttributeResult one = new AttributeResult(percent("95"), 51, 1, 200);
        assertThat(one.supports(percent("5"))).isFalse();
    }

    @Test
    void whatIsNoPlanSaysWhy() {
        assertThat(plan("95", "5", "1", null).objection()).isNull();
        assertThat(plan("0.95", "5", "1", null).objection())
                .isEqualTo("a confidence is 50 to less than 100 percent");
        assertThat(plan("100", "5", "1", null).objection())
                .isEqualTo("a confidence is 50 to less than 100 percent");
        assertThat(plan("95", "0", "0", null).objection())
                .isEqualTo("a tolerable share is more than 0 and less than 100 percent");
        assertThat(plan("95", "5", "5", null).objection())
                .isEqualTo("what is expected must be less than what is tolerable");
        assertThat(plan("95", "5", "0", 0).objection()).isEqualTo("a population has at least one");
        assertThat(new AttributeResult(percent("95"), 10, 11, null).objection())
                .isEqualTo("deviations are 0 to the size of the sample");
        assertThat(new AttributeResult(percent("95"), 10, 1, 9).objection())
                .isEqualTo("a population is at least as large as the sample");
        assertThat(new AttributeResult(percent("95"), 0, 0, null).objection())
                .isEqualTo("a sample has 1 to 20000 items");
        assertThat(percent(".5").share()).isEqualByComparingTo("0.005");
        assertThat(Percent.of(".")).isNull();
        assertThat(Percent.of("101")).isNull();
        assertThat(Percent.of("-1")).isNull();
        assertThat(Percent.of("1e1")).isNull();
        assertThat(percent("0.50%")).hasToString("0.5");
    }
}
