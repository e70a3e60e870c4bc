// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.text;

import dev.countersign.core.chain.RecordState;

/// The states of records by name, as a legend shows them.
public final class StateText {
    private StateText() {}

    /// A record and its state, in a sentence or two.
    public static String record(long record, RecordState state) {
        return "Record " + Numbers.grouped(record) + ": " + word(state) + ". " + meaning(state);
    }

    /// The word as long as not all of the log was read: then nothing is called intact.
    public static String soFar(RecordState state) {
        return state == RecordState.INTACT ? "Right so far" : word(state);
    }

    /// One or two words.
    public static String word(RecordState state) {
        return switch (state) {
            case INTACT -> "Intact";
            case UNREAD -> "Not read";
            case UNANCHORED -> "After a break";
            case SUSPECT -> "Not right";
            case FORK -> "Fork";
            case RESTART -> "Second start";
            case DUPLICATED -> "Duplicate";
            case REORDERED -> "Out of order";
            case INSERTED -> "Inserted";
            case MISSING -> "Missing before";
            case REWRITTEN -> "Rewritten";
            case MODIFIED -> "Edited or hash changed";
            case TORN -> "Torn end";
            case MALFORMED -> "Malformed";
        };
    }

    /// What the word means, one sentence.
    public static String meaning(RecordState state) {
        return switch (state) {
            case INTACT -> "Hash and link are right, back to the start of the chain.";
            case UNREAD -> "Nothing was computed here.";
            case UNANCHORED -> "Right in itself, but nothing ties it to the start of the chain.";
            case SUSPECT -> "What is wrong with it is said when everything was read.";
            case FORK -> "A second record follows the same one.";
            case RESTART -> "A first record in the middle.";
            case DUPLICATED -> "The same record again.";
            case REORDERED -> "It is in a different place than its links say.";
            case INSERTED -> "A record between two that link to each other.";
            case MISSING -> "One or more records are missing before it.";
            case REWRITTEN -> "Edited and hashed anew.";
            case MODIFIED -> "Its text, hash or link was changed, or its hash is missing.";
            case TORN -> "The file ends in mid-line.";
            case MALFORMED ->
                    "The line is not a record of this format, or not one that can be read.";
        };
    }
}
