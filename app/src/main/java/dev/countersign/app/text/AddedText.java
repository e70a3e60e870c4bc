// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.text;

import dev.countersign.core.review.RuleBook;

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

    /// `Not checked: the rules of firm.Rules failed: …`
    public static String sentence(RuleBook.Additional added) {
        String rules = "the rules of " + Foreign.visible(added.rules());
        String failure = added.failure();
        return failure != null
                ? "Not checked: " + rules + " " + Foreign.visible(failure)
                : word(added) + " by " + rules + ".";
    }
}
