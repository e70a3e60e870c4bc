// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.cli;

import dev.countersign.core.json.JsonValue;
import dev.countersign.core.json.JsonValue.JsonNumber;
import dev.countersign.core.json.JsonValue.JsonObject;
import dev.countersign.core.json.JsonValue.JsonWord;
import dev.countersign.core.sampling.AttributePlan;
import dev.countersign.core.sampling.AttributeResult;
import dev.countersign.core.sampling.Percent;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Set;

/// `sample size` and `sample evaluate`: how large a sample by attributes must be, and what one
/// showed.
final class AttributeCommand {
    private static final int SHOWN = 6;

    private final Arguments arguments;
    private final Console console;

    private AttributeCommand(Arguments arguments, Console console) {
        this.arguments = arguments;
        this.console = console;
    }

    static boolean knows(String word) {
        return word.equals("size") || word.equals("evaluate");
    }

    static Exit run(List<String> words, Console console) throws UsageException {
        Arguments arguments =
                Arguments.parse(
                        words.subList(1, words.size()),
                        Set.of("--json"),
                        Set.of(
                                "--confidence",
                                "--tolerable",
                                "--expected",
                                "--population",
                                "--sample",
                                "--deviations"));
        if (!arguments.rest().isEmpty()) {
            throw new UsageException("sample " + words.getFirst() + " takes options only");
        }
        AttributeCommand command = new AttributeCommand(arguments, console);
        return words.getFirst().equals("size") ? command.size() : command.evaluate();
    }

    private Percent percent(String option, @Nullable String text) throws UsageException {
        Percent percent = text == null ? null : Percent.of(text);
        if (percent == null) {
            throw new UsageException(option + " takes a percentage, such as 95 or 0.5");
        }
        return percent;
    }

    private int number(String option, @Nullable String text) throws UsageException {
        try {
            if (text != null) {
                return Integer.parseInt(text);
            }
        } catch (NumberFormatException e) {
            // said below
        }
        throw new UsageException(option + " takes a whole number");
    }

    private @Nullable Integer population() throws UsageException {
        String text = arguments.value("--population");
        return text == null ? null : number("--population", text);
    }

    private Exit size() throws UsageException {
        String expected = arguments.value("--expected");
        AttributePlan plan =
                new AttributePlan(
                        percent("--confidence", arguments.value("--confidence")),
                        percent("--tolerable", arguments.value("--tolerable")),
                        percent("--expected", expected == null ? "0" : expected),
                        population());
        refuse(plan.objection());
        AttributePlan.Size size = plan.size().orElse(null);
        if (size == null) {
            throw new UsageException(
                    "no practical sample is large enough: the expected rate is too close to the"
                            + " tolerable rate");
        }
        print(
                about(plan.confidence(), plan.population())
                        .with("tolerable", number(plan.tolerable().value()))
                        .with("expected", number(plan.expected().value()))
                        .with("sample_size", size.sample())
                        .with("deviations_allowed", size.deviations())
                        .with("risk_percent", number(shown(size.risk())))
                        .build(),
                "sample "
                        + size.sample()
                        + ", of which "
                        + size.deviations()
                        + " may deviate; risk "
                        + shown(size.risk()).toPlainString()
                        + " %");
        return Exit.DONE;
    }

    private Exit evaluate() throws UsageException {
        AttributeResult result =
                new AttributeResult(
                        percent("--confidence", arguments.value("--confidence")),
                        number("--sample", arguments.value("--sample")),
                        number("--deviations", arguments.value("--deviations")),
                        population());
        refuse(result.objection());
        String limit = arguments.value("--tolerable");
        Percent tolerable = limit == null ? null : percent("--tolerable", limit);
        BigDecimal bound = result.upperBound();
        boolean supports = tolerable == null || result.supports(tolerable);
        print(
                about(result.confidence(), result.population())
                        .with("sample_size", result.sample())
                        .with("deviations", result.deviations())
                        .with("rate_percent", number(result.rate()))
                        .with("upper_bound_percent", number(bound))
                        .with(
                                "tolerable",
                                tolerable == null ? JsonWord.NULL : number(tolerable.value()))
                        .with(
                                "supports",
                                tolerable == null ? JsonWord.NULL : JsonValue.of(supports))
                        .build(),
                result.deviations()
                        + " of "
                        + result.sample()
                        + " deviate; at "
                        + result.confidence()
                        + " % confidence at most "
                        + bound.toPlainString()
                        + " % do"
                        + (supports ? "" : ": more than is tolerable"));
        return supports ? Exit.DONE : Exit.NEGATIVE;
    }

    private static void refuse(@Nullable String objection) throws UsageException {
        if (objection != null) {
            throw new UsageException(objection);
        }
    }

    private static JsonValue.ObjectBuilder about(Percent confidence, @Nullable Integer population) {
        return JsonValue.object()
                .with("confidence", number(confidence.value()))
                .with("population", population == null ? JsonWord.NULL : JsonValue.of(population))
                .with("method", population == null ? "binomial" : "hypergeometric");
    }

    private void print(JsonObject document, String text) {
        console.out().println(arguments.has("--json") ? document.text() : text);
    }

    /// A share as percent.
    private static BigDecimal shown(BigDecimal share) {
        return share.movePointRight(2).setScale(SHOWN, RoundingMode.HALF_EVEN);
    }

    private static JsonValue number(BigDecimal value) {
        BigDecimal plain = value.signum() == 0 ? BigDecimal.ZERO : value.stripTrailingZeros();
        return new JsonNumber(plain.toPlainString());
    }
}
