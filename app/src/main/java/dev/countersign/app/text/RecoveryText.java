// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.text;

import dev.countersign.core.chain.Fault;
import dev.countersign.core.chain.FaultCategory;
import dev.countersign.core.json.JsonValue;
import dev.countersign.core.recovery.FieldChange;
import dev.countersign.core.recovery.Recovery;
import dev.countersign.core.recovery.RecoveryResult;
import dev.countersign.core.recovery.RecoveryResult.NotFound;
import dev.countersign.core.recovery.RecoveryResult.NothingSpeaks;
import dev.countersign.core.recovery.RecoveryResult.Recovered;
import dev.countersign.core.recovery.SearchKind;
import dev.countersign.core.recovery.Silence;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/// The words of a search for the original of an edited record.
public final class RecoveryText {
    /// What a hit means.
    public static final String PROOF = "This is the text the hash was made from";

    private static final int LONGEST = 120;

    private RecoveryText() {}

    /// What a search is, before there was one.
    public static final String OFFER =
            "A hash of the original is left. Edits are undone one by one until a text gives that"
                    + " hash; a hit is proof. Nothing is written into the log.";

    /// What offers a search. Where the record before may be another than the one that was there,
    /// what is sought is that one: the record that stands there is not in question.
    public static String offer(Fault fault) {
        return fault.category() == FaultCategory.RECORD_MISSING
                ? "Recover what stood before record " + Numbers.grouped(fault.record())
                : "Recover record " + Numbers.grouped(Recovery.edited(fault));
    }

    /// Said instead of an offer.
    public static String unavailable(Silence silence) {
        return "Nothing to recover: " + reason(silence) + ".";
    }

    /// While it is under way: `Trying fixed words: 12,345 tried, 5,200,000 a second`.
    public static String searching(SearchKind kind, long tried, double rate) {
        String speed = rate > 0 ? ", " + Numbers.grouped(Math.round(rate)) + " a second" : "";
        return "Trying " + trying(kind) + ": " + Numbers.grouped(tried) + " tried" + speed;
    }

    /// How many of each kind were tried without a hit, the most first.
    public static List<String> counts(NotFound miss) {
        return miss.counts().entrySet().stream()
                .filter(e -> e.getValue() > 0)
                .sorted(Map.Entry.<SearchKind, Long>comparingByValue().reversed())
                .map(e -> Quotes.capital(trying(e.getKey())) + ": " + Numbers.grouped(e.getValue()))
                .toList();
    }

    /// What a field was, as JSON.
    public static String original(FieldChange change) {
        JsonValue was = change.original();
        return was == null ? "(no such field)" : Foreign.visible(shown(was.text()));
    }

    /// What stands there now, as JSON.
    public static String standing(FieldChange change) {
        JsonValue is = change.standing();
        return is == null ? "(field is gone)" : Foreign.visible(shown(is.text()));
    }

    /// What had been done to the record, in a few words.
    public static String how(SearchKind kind) {
        return switch (kind) {
            case LINK -> "the link to the record before was changed";
            case HASH_FIELD -> "only the hash field was changed; the text is the original";
            case FIXED_WORD -> "one fixed word was exchanged for another";
            case SAME_FIELD ->
                    "a value was exchanged; other records have the original in this field";
            case LETTER_CASE -> "upper and lower case were changed";
            case UNICODE_FORM -> "characters were exchanged for look-alikes or other forms";
            case WHITE_SPACE -> "white space was put in or taken out";
            case VALUE_SPELLING -> "a value was spelled otherwise or made another kind of value";
            case FIELD_REMOVED -> "a field was taken out";
            case FIELD_ADDED -> "a field was put in";
            case SWAPPED -> "two values changed places";
            case KEY_RENAMED -> "a field was renamed";
            case ONE_BYTE -> "one byte was changed, lost or added";
            case ONE_CHARACTER -> "one character was changed, lost or added";
            case LINE_BYTE -> "one byte of the line was changed, lost or added";
            case TEXT_ADDED -> "text was put in";
            case SEEN_VALUE ->
                    "a value was exchanged; the original occurs elsewhere in this log or beside it";
            case TIME -> "a date or time was changed";
            case NUMBER, AMOUNT -> "a number was changed";
            case WORD -> "words of a text were exchanged, lost or added";
            case TWO_CHARACTERS -> "two characters were changed";
            case TWO_EDITS -> "two things were changed";
            case SHORT_TEXT -> "a short value was exchanged";
            case MOMENT -> "the time was changed; the original lies between the records around it";
            case EDIT_AND_BYTE -> "a value and one byte elsewhere were changed";
        };
    }

    /// What is being tried, while it is.
    public static String trying(SearchKind kind) {
        return switch (kind) {
            case LINK, HASH_FIELD -> "link and hash";
            case FIXED_WORD -> "fixed words";
            case SAME_FIELD -> "values of the same field";
            case LETTER_CASE -> "upper and lower case";
            case UNICODE_FORM -> "look-alike characters";
            case WHITE_SPACE -> "white space";
            case VALUE_SPELLING -> "spellings of values";
            case FIELD_REMOVED -> "lost fields";
            case FIELD_ADDED -> "added fields";
            case SWAPPED -> "exchanged values";
            case KEY_RENAMED -> "renamed fields";
            case ONE_BYTE, ONE_CHARACTER -> "single characters";
            case LINE_BYTE -> "single bytes of the line";
            case TEXT_ADDED -> "added text";
            case SEEN_VALUE -> "values from elsewhere";
            case TIME -> "dates and times";
            case NUMBER -> "numbers";
            case WORD -> "words and phrases";
            case TWO_CHARACTERS -> "two characters";
            case TWO_EDITS -> "two changes at a time";
            case SHORT_TEXT -> "short texts";
            case MOMENT -> "moments between the records around";
            case AMOUNT -> "larger numbers";
            case EDIT_AND_BYTE -> "a change and a character";
        };
    }

    /// Why there is nothing to search for.
    public static String reason(Silence silence) {
        return switch (silence) {
            case CHAIN_INTACT ->
                    "every record has the hash that the next one names. If the chain was rebuilt,"
                        + " no hash of the original is left; only an earlier checkpoint or a second"
                        + " copy can show that";
            case HASHES_AGREE ->
                    "the record has the hash that it carries, and no later record names another"
                            + " one. If it was edited, the hashes were made anew and none of the"
                            + " original is left";
            case NO_HASH_LEFT -> "neither the record nor the next one names a hash to compare with";
            case NOT_AN_EDIT ->
                    "what is wrong here is not the text of a record: a record is missing, was put"
                            + " in, repeated or moved, and a hash alone gives no text back";
            case NO_SUCH_RECORD -> "there is no such record in this log";
            case TOO_LARGE -> "the record is larger than is searched";
        };
    }

    /// The answer in one sentence.
    public static String sentence(RecoveryResult result) {
        return switch (result) {
            case Recovered hit ->
                    "Record "
                            + hit.record()
                            + ": "
                            + how(hit.how())
                            + ". "
                            + PROOF
                            + ": SHA-256 "
                            + Quotes.hash(hit.hash());
            case NotFound miss ->
                    "Record "
                            + miss.record()
                            + ": the original was not found. "
                            + Numbers.count(miss.tried(), "candidate")
                            + " tried in "
                            + Numbers.duration(miss.taken())
                            + "; "
                            + end(miss.end())
                            + ".";
            case NothingSpeaks nothing ->
                    (nothing.record() < 0 ? "" : "Record " + nothing.record() + ": ")
                            + "nothing to search for: "
                            + reason(nothing.reason())
                            + ".";
        };
    }

    private static String end(RecoveryResult.End end) {
        return switch (end) {
            case EXHAUSTED ->
                    "that is all that this search knows, and says nothing about other edits";
            case BUDGET -> "the time was up, and more could be tried";
            case CANCELLED -> "it was cancelled";
        };
    }

    /// One field before and after.
    public static String change(FieldChange change) {
        String was =
                change.original() == null ? "(no such field)" : shown(change.original().text());
        String is = change.standing() == null ? "(field is gone)" : shown(change.standing().text());
        return change.path() + ": was " + was + ", is now " + is;
    }

    private static String shown(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
    }

    /// `5.2 million a second`.
    public static long perSecond(long tried, Duration taken) {
        return taken.isZero() ? 0 : Math.round(tried * 1e9 / taken.toNanos());
    }
}
