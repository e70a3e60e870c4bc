// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.text;

import dev.countersign.core.chain.RecordState;

/// The states of records by name, as a legend shows them.
public final class StateText {
    private StateText() {}

    /// One or two words.
    public static String word(RecordState state) {
        return switch (state) {
            case INTACT -> "Intact";
            case UNREAD -> "Not read";
            case UNANCHORED -> "Unanchored";
            case FORK -> "Fork";
            case RESTART -> "Second start";
            case DUPLICATED -> "Duplicate";
            case REORDERED -> "Out of order";
            case INSERTED -> "Inserted";
            case MISSING -> "Missing before";
            case REWRITTEN -> "Rewritten";
            case MODIFIED -> "Edited";
            case TORN -> "Torn end";
            case MALFORMED -> "Not a record";
        };
    }

    /// What the word means, one sentence.
    public static String meaning(RecordState state) {
        return switch (state) {
            case INTACT -> "Hash and link are right, back to the start of the chain.";
            case UNREAD -> "Nothing was computed here.";
            case UNANCHORED ->
                    "Right in itself, but a fault cuts it off from the start of the chain.";
            case FORK -> "A second record follows the same one.";
            case RESTART -> "A first record in the middle.";
            case DUPLICATED -> "The same record again.";
            case REORDERED -> "It stands in another place than its links say.";
            case INSERTED -> "A stranger between two records that know each other.";
            case MISSING -> "One or more records are missing before it.";
            case REWRITTEN -> "Edited and hashed anew.";
            case MODIFIED -> "Its text, hash or link was edited.";
            case TORN -> "The line breaks off.";
            case MALFORMED -> "The line is not a record.";
        };
    }
}
