// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.text;

import dev.countersign.core.chain.Note;
import dev.countersign.core.chain.NoteKind;

/// Observations that are not faults, in one sentence each.
public final class NoteText {
    private NoteText() {}

    /// The sentence, ending in a full stop, as far as other findings explain it.
    ///
    /// @param faults whether the log has faults
    public static String sentence(Note note, boolean faults) {
        if (note.kind() != NoteKind.CHECKPOINT_BYTES_DIFFER) {
            return sentence(note);
        }
        return "The head is the checkpoint's, but bytes before it differ: "
                + (faults ? "see the faults." : "respelled, or changed outside the hash.");
    }

    /// The sentence, ending in a full stop.
    public static String sentence(Note note) {
        String record = "Record " + note.record();
        String subject = note.subject().isEmpty() ? "" : " " + Quotes.quoted(note.subject());
        return switch (note.kind()) {
            case DUPLICATE_KEY ->
                    record
                            + (subject.isEmpty() ? " has a key" : " has the key" + subject)
                            + " twice; the last value counts.";
            case PRODUCER_SPLITS_HERE ->
                    record
                            + " holds a raw line separator"
                            + subject
                            + " at which its producer's reader would split it.";
            case PRODUCER_CANNOT_READ ->
                    record
                            + " is too deep or its numbers too long for its producer to read back;"
                            + " it was checked here.";
            case TIME_BACKWARDS -> record + " is dated earlier than the record before it.";
            case NOT_COVERED -> notCovered(record, subject);
            case RESPELLED ->
                    record
                            + " is written differently than its producer writes; content and hash"
                            + " agree.";
            case AFTER_COMPLETION -> record + " follows the one that says the run was completed.";
            case STARTS_MID_CHAIN ->
                    "The log starts in mid-chain; what comes before it was not checked.";
            case FORMAT_ASSUMED -> "No record tells the format; the run log's (A) was assumed.";
            case FORMAT_AMBIGUOUS ->
                    "Several formats fit the first records"
                            + subject
                            + "; choose one if this is wrong.";
            case CHECKPOINT_BYTES_DIFFER ->
                    "The head is the checkpoint's, but bytes before it differ.";
            case PREFIX_NOT_READ -> "Only the records after the checkpoint were read.";
            case FAULTS_NOT_LISTED -> "There are more faults than are listed.";
        };
    }

    /// What a kind is about, as the heading of a group.
    public static String title(NoteKind kind) {
        return switch (kind) {
            case DUPLICATE_KEY -> "Key twice in a record";
            case PRODUCER_SPLITS_HERE -> "Raw line separator in a record";
            case PRODUCER_CANNOT_READ -> "Beyond what the producer can read";
            case TIME_BACKWARDS -> "Time runs backwards";
            case NOT_COVERED -> "Not covered by the hash";
            case RESPELLED -> "Written differently";
            case AFTER_COMPLETION -> "After completion";
            case STARTS_MID_CHAIN -> "Starts in mid-chain";
            case FORMAT_ASSUMED -> "Format assumed";
            case FORMAT_AMBIGUOUS -> "Format ambiguous";
            case CHECKPOINT_BYTES_DIFFER -> "Bytes differ from the checkpoint";
            case PREFIX_NOT_READ -> "Earlier records not read";
            case FAULTS_NOT_LISTED -> "More faults than listed";
        };
    }

    private static String notCovered(String record, String subject) {
        return subject.isEmpty()
                ? record
                        + " has fields that the hash does not cover: they can change without a"
                        + " trace."
                : record
                        + " has the field"
                        + subject
                        + ", which the hash does not cover: it can change without a trace.";
    }
}
