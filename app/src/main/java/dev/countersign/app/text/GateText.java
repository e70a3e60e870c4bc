// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.text;

import dev.countersign.core.review.GateVerdict;
import dev.countersign.core.review.Grounding;

/// The gate and what it found of each claim, in words.
public final class GateText {
    private GateText() {}

    /// A verdict in a word.
    public static String word(GateVerdict verdict) {
        return switch (verdict) {
            case APPROVE -> "Approve";
            case REVIEW -> "Review";
            case BLOCK -> "Block";
        };
    }

    /// What was found of a citation, in a word or three.
    public static String word(Grounding grounding) {
        return switch (grounding) {
            case Grounding.Found found ->
                    found.straddles() ? "Grounded, across two values" : "Grounded";
            case Grounding.TooShort(int length) -> length == 0 ? "No citation" : "Too short";
            case Grounding.NotFound _ -> "Not found";
        };
    }

    /// What that means, one sentence.
    public static String sentence(Grounding grounding) {
        return switch (grounding) {
            case Grounding.Found found ->
                    found.straddles()
                            ? "The citation is there only because "
                                    + names(found)
                                    + " were joined. The gate lets it pass; read both."
                            : found.parts().isEmpty()
                                    ? "The citation is in the text that says nothing is on file."
                                    : "The citation is in " + names(found) + ".";
            case Grounding.TooShort(int length) ->
                    length == 0
                            ? "The claim cites nothing, so nothing supports it."
                            : "The citation has "
                                    + Numbers.count(length, "character")
                                    + ". Under 12, it proves nothing.";
            case Grounding.NotFound(Grounding.NearMiss nearest) ->
                    nearest == null
                            ? "The citation is nowhere in the evidence, and nothing is similar to"
                                    + " it."
                            : "The citation is not in the evidence. The closest passage is "
                                    + nearest.likeness()
                                    + " % alike.";
        };
    }

    private static String names(Grounding.Found found) {
        return String.join(
                " and ",
                found.parts().stream()
                        .limit(4)
                        .map(name -> "“" + Quotes.line(name) + "”")
                        .toList());
    }

    /// What an approval would be where nothing was claimed.
    public static final String CONFIRMS_NOTHING =
            "Nothing was asserted: an approval would confirm nothing.";

    /// What it means that nothing was claimed.
    ///
    /// @param gate whether a gate's result was recorded
    public static String nothingAsserted(boolean gate) {
        return "Nothing was asserted: no claim, and no control left open. "
                + (gate
                        ? "The gate approves that, and it proves nothing."
                        : "No result of a gate was recorded either.");
    }
}
