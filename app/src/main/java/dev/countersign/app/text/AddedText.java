// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.text;

import dev.countersign.core.review.RuleBook;

import java.util.List;

/// What a firm's own rules gave, in words.
public final class AddedText {
    /// What they are called.
    public static final String TITLE = "Added rules";

    /// What their results are worth.
    public static final String MEANING =
            "Rules that were added to this desk. What they find is worth a look, and no"
                    + " disagreement.";

    private AddedText() {}

    /// What they gave, short.
    public static String word(RuleBook.Additional added) {
        return added.failure() != null
                ? "Not checked"
                : added.results().isEmpty()
                        ? "Nothing found"
                        : Numbers.grouped(added.results().size()) + " found";
    }

    /// What all of them gave, as short as a cell is narrow.
    public static String word(List<RuleBook.Additional> all) {
        if (all.isEmpty()) {
            return "No rules";
        }
        int found = found(all);
        if (failed(all) > 0) {
            return found == 0 ? "Unchecked" : "Partly, " + Numbers.grouped(found);
        }
        return Numbers.grouped(found) + " found";
    }

    /// The same in a sentence.
    public static String sentence(List<RuleBook.Additional> all) {
        if (all.isEmpty()) {
            return "No added rules are for this run.";
        }
        String found = Numbers.count(found(all), "result") + ".";
        return failed(all) == 0
                ? found
                : found + " Not checked: rules that could not be loaded, or failed.";
    }

    private static int found(List<RuleBook.Additional> all) {
        return all.stream().mapToInt(rules -> rules.results().size()).sum();
    }

    private static long failed(List<RuleBook.Additional> all) {
        return all.stream().filter(rules -> rules.failure() != null).count();
    }

    /// `Not checked: the rules of firm.Rules failed: …`
    public static String sentence(RuleBook.Additional added) {
        String rules = "the rules of " + Foreign.visible(added.rules());
        String failure = added.failure();
        return failure != null
                ? "Not checked: " + rules + " " + Foreign.visible(failure)
                : word(added) + " by " + rules + ".";
    }
}
