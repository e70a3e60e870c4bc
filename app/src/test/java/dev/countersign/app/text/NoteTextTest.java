// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.core.chain.Note;
import dev.countersign.core.chain.NoteKind;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class NoteTextTest {
    @ParameterizedTest
    @EnumSource(NoteKind.class)
    void isOneSentence(NoteKind kind) {
        String sentence = NoteText.sentence(new Note(7, kind, "thing"));
        assertThat(sentence).endsWith(".").isEqualTo(expected(kind));
        assertThat(NoteText.sentence(new Note(7, kind, "")))
                .endsWith(".")
                .doesNotContain("\"\"", "  ");
        assertThat(NoteText.title(kind)).hasSizeBetween(5, 36);
    }

    @Test
    void differingBytesAreExplainedByTheFaultsIfThereAreAny() {
        var note = new Note(7, NoteKind.CHECKPOINT_BYTES_DIFFER, "");
        assertThat(NoteText.sentence(note, true))
                .isEqualTo(
                        "The head is the checkpoint's, but bytes before it differ: see the"
                                + " faults.");
        assertThat(NoteText.sentence(note, false))
                .isEqualTo(
                        "The head is the checkpoint's, but bytes before it differ: respelled, or"
                                + " changed outside the hash.");
        var other = new Note(7, NoteKind.TIME_BACKWARDS, "");
        assertThat(NoteText.sentence(other, true)).isEqualTo(NoteText.sentence(other));
    }

    private static String expected(NoteKind kind) {
        return switch (kind) {
            case DUPLICATE_KEY -> "Record 7 has the key \"thing\" twice; the last value counts.";
            case PRODUCER_SPLITS_HERE ->
                    "Record 7 holds a raw line separator \"thing\" at which its producer's reader"
                            + " would split it.";
            case PRODUCER_CANNOT_READ ->
                    "Record 7 is too deep or its numbers too long for its producer to read back; it"
                            + " was checked here.";
            case TIME_BACKWARDS -> "Record 7 is dated earlier than the record before it.";
            case NOT_COVERED ->
                    "Record 7 has the field \"thing\", which the hash does not cover: it can change"
                            + " without a trace.";
            case RESPELLED ->
                    "Record 7 is written differently than its producer writes; content and hash"
                            + " agree.";
            case AFTER_COMPLETION -> "Record 7 follows the one that says the run was completed.";
            case STARTS_MID_CHAIN ->
                    "The log starts in mid-chain; what comes before it was not checked.";
            case FORMAT_ASSUMED -> "No record tells the format; the run log's (A) was assumed.";
            case FORMAT_AMBIGUOUS ->
                    "Several formats fit the first records \"thing\"; choose one if this is wrong.";
            case CHECKPOINT_BYTES_DIFFER ->
                    "The head is the checkpoint's, but bytes before it differ.";
            case PREFIX_NOT_READ -> "Only the records after the checkpoint were read.";
            case FAULTS_NOT_LISTED -> "There are more faults than are listed.";
        };
    }
}
