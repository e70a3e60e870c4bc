// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.text;

import dev.countersign.core.chain.CheckpointResult;
import dev.countersign.core.chain.FaultCategory;
import dev.countersign.core.chain.Verdict;
import dev.countersign.core.json.JsonValue;
import dev.countersign.core.json.JsonValue.JsonArray;
import dev.countersign.core.json.JsonValue.JsonNumber;
import dev.countersign.core.json.JsonValue.JsonObject;
import dev.countersign.core.policy.ClockKind;
import dev.countersign.core.policy.Tier;
import dev.countersign.core.review.GateVerdict;
import dev.countersign.core.run.Check;
import dev.countersign.core.run.Outcome;
import dev.countersign.core.run.RunStatus;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/// What the names that the evidence of a finding uses mean.
public final class EvidenceWords {
    private EvidenceWords() {}

    /// @param around the object whose member it is
    /// @param key of the member
    /// @param says its value, as it is written
    /// @return null where it is no name that is known
    public static @Nullable String of(JsonObject around, String key, String says) {
        return switch (key) {
            case "check" -> word(Check.Kind.values(), says, CheckText::name);
            case "why" -> why(around, says);
            case "checkpoint" ->
                    word(
                            CheckpointResult.values(),
                            says,
                            result -> Quotes.capital(VerdictText.completeness(result)));
            case "verdict" -> word(Verdict.values(), says, VerdictText::word);
            case "category" -> word(FaultCategory.values(), says, EvidenceWords::fault);
            case "status" -> word(RunStatus.values(), says, StatusText::word);
            case "recorded" -> word(GateVerdict.values(), says, GateText::word);
            case "clock" -> word(ClockKind.values(), says, ClockText::name);
            case "tier" -> word(Tier.values(), says, tier -> Quotes.capital(ClockText.tier(tier)));
            default -> null;
        };
    }

    /// Without what else it could mean nobody knows that a text was edited.
    private static String fault(FaultCategory category) {
        return Quotes.capital(
                category == FaultCategory.CONTENT_MODIFIED
                        ? "the record and its hash disagree"
                        : CategoryText.phrase(category));
    }

    /// The log is what is missing where no check is named.
    private static @Nullable String why(JsonObject around, String says) {
        String check = around.string("check");
        Check.Kind kind = check == null ? Check.Kind.CHAIN : known(Check.Kind.values(), check);
        return kind == null
                ? null
                : word(
                        Check.Why.values(),
                        says,
                        why ->
                                CheckText.sentence(
                                        new Check(kind, Outcome.FAILED, why, items(around))));
    }

    private static List<Check.Evidence> items(JsonObject check) {
        List<Check.Evidence> items = new ArrayList<>();
        if (check.get("evidence") instanceof JsonArray(List<JsonValue> values)) {
            for (JsonValue value : values) {
                if (value instanceof JsonObject item) {
                    Long record =
                            item.get("record") instanceof JsonNumber number
                                    ? number.toLong()
                                    : null;
                    items.add(
                            new Check.Evidence(
                                    String.valueOf(item.string("subject")),
                                    record == null ? -1 : record,
                                    item.string("expected"),
                                    item.string("found")));
                }
            }
        }
        return items;
    }

    private static <E extends Enum<E>> @Nullable String word(
            E[] all, String says, Function<E, String> words) {
        E one = known(all, says);
        return one == null ? null : words.apply(one);
    }

    private static <E extends Enum<E>> @Nullable E known(E[] all, String says) {
        for (E one : all) {
            if (one.name().toLowerCase(Locale.ROOT).equals(says)) {
                return one;
            }
        }
        return null;
    }
}
