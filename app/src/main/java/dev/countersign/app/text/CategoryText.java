// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.text;

import dev.countersign.core.chain.Fault;
import dev.countersign.core.chain.FaultCategory;

/// The diagnoses by name: a word for a table cell, a phrase for a headline.
public final class CategoryText {
    private CategoryText() {}

    /// One to three words for a fault, which claim no more than the evidence gives.
    public static String word(Fault fault) {
        return undecided(fault) ? "Hash disagrees" : word(fault.category());
    }

    /// What happened, after a colon, claiming no more than the evidence gives: "Broken at record 7
    /// (line 8): the record was edited".
    public static String phrase(Fault fault) {
        return undecided(fault) ? "the record and its hash disagree" : phrase(fault.category());
    }

    /// Whether it is open what was changed: the text, or the hash or link that it carries.
    static boolean undecided(Fault fault) {
        return fault.category() == FaultCategory.CONTENT_MODIFIED
                && (fault.alternatives().contains(FaultCategory.HASH_FIELD_MODIFIED)
                        || fault.alternatives().contains(FaultCategory.PREV_FIELD_MODIFIED));
    }

    /// One to three words, for a table cell.
    public static String word(FaultCategory category) {
        return switch (category) {
            case CONTENT_MODIFIED -> "Edited";
            case HASH_FIELD_MODIFIED -> "Hash changed";
            case HASH_MISSING -> "Hash missing";
            case PREV_FIELD_MODIFIED -> "Link changed";
            case GENESIS_MODIFIED -> "Start changed";
            case RECORD_MISSING -> "Record missing";
            case RECORD_INSERTED -> "Inserted";
            case RECORD_DUPLICATED -> "Duplicate";
            case RECORD_REORDERED -> "Out of order";
            case RECORD_REWRITTEN -> "Rewritten";
            case CHAIN_RESTART -> "Second start";
            case FORK -> "Fork";
            case TORN_TAIL -> "Torn end";
            case MALFORMED_JSON -> "Not JSON";
            case MALFORMED_NOT_OBJECT -> "Not a record";
            case MALFORMED_ENCODING -> "Not UTF-8";
            case MALFORMED_BOM -> "Byte-order mark";
            case MALFORMED_MISSING_FIELD -> "Field missing";
            case MALFORMED_JCS -> "No canonical form";
            case LIMIT_EXCEEDED -> "Too large";
        };
    }

    /// What happened at the record, after a colon: "Broken at record 7 (line 8): the record was
    /// edited".
    public static String phrase(FaultCategory category) {
        return switch (category) {
            case CONTENT_MODIFIED -> "the record was edited";
            case HASH_FIELD_MODIFIED -> "its hash was changed";
            case HASH_MISSING -> "it carries no hash";
            case PREV_FIELD_MODIFIED -> "its link was changed";
            case GENESIS_MODIFIED -> "the start of the chain was changed";
            case RECORD_MISSING -> "one or more records are missing before it";
            case RECORD_INSERTED -> "the record was put in later";
            case RECORD_DUPLICATED -> "the record repeats an earlier one";
            case RECORD_REORDERED -> "the record is in the wrong place";
            case RECORD_REWRITTEN -> "the record was edited and hashed anew";
            case CHAIN_RESTART -> "a second chain starts here";
            case FORK -> "two records follow the same one";
            case TORN_TAIL -> "the file ends in mid-line";
            case MALFORMED_JSON -> "the line is not JSON";
            case MALFORMED_NOT_OBJECT -> "the line is not a record";
            case MALFORMED_ENCODING -> "the line is not UTF-8";
            case MALFORMED_BOM -> "the line starts with a byte-order mark";
            case MALFORMED_MISSING_FIELD -> "a field is missing";
            case MALFORMED_JCS -> "it has no canonical form";
            case LIMIT_EXCEEDED -> "the line is too large to read";
        };
    }

    /// What else the same evidence could mean, after "or": the log alone cannot decide.
    ///
    /// @param neighbour the record before or after that it would concern, as in "record 6"
    public static String alternative(FaultCategory category, String neighbour) {
        return switch (category) {
            case CONTENT_MODIFIED -> "the text of the record was edited";
            case HASH_FIELD_MODIFIED -> "only its hash was changed";
            case HASH_MISSING -> "its hash was removed";
            case PREV_FIELD_MODIFIED -> "only its link was changed";
            case GENESIS_MODIFIED -> "the start of the chain was changed";
            case RECORD_MISSING -> "records were taken out before it";
            case RECORD_INSERTED -> "the record was put in later";
            case RECORD_DUPLICATED -> "the record was written twice";
            case RECORD_REORDERED -> "records changed places";
            case RECORD_REWRITTEN -> neighbour + " was edited and hashed anew";
            case CHAIN_RESTART -> "a second chain starts here";
            case FORK -> "two writers were at work";
            case TORN_TAIL -> "a crash cut the line off";
            case MALFORMED_JSON,
                    MALFORMED_NOT_OBJECT,
                    MALFORMED_ENCODING,
                    MALFORMED_BOM,
                    MALFORMED_MISSING_FIELD,
                    MALFORMED_JCS,
                    LIMIT_EXCEEDED ->
                    phrase(category);
        };
    }

    /// What a category is seen by, a clause: the rule that was applied.
    public static String seenAs(FaultCategory category) {
        return switch (category) {
            case CONTENT_MODIFIED ->
                    "its own hash is wrong and the links around it are right, so its text was"
                            + " edited";
            case HASH_FIELD_MODIFIED ->
                    "its own hash is wrong and the next record still names the right one, or what"
                            + " it carries is no hash";
            case HASH_MISSING -> "there is no hash to compare with";
            case PREV_FIELD_MODIFIED ->
                    "its hash is right once the hash of the record before is put back as its link";
            case GENESIS_MODIFIED ->
                    "it is the first record and its link does not say that a chain starts";
            case RECORD_MISSING -> "its own hash is right and its link names a record not here";
            case RECORD_INSERTED ->
                    "it lies between two records that link to each other and not to it";
            case RECORD_DUPLICATED -> "the very same record is here twice";
            case RECORD_REORDERED -> "its link names a record that is elsewhere in this log";
            case RECORD_REWRITTEN ->
                    "it is right in itself, and what was known of it before says another hash";
            case CHAIN_RESTART -> "it says that a chain starts, in the middle of one";
            case FORK -> "two right records follow the same one: two writers, which is not an edit";
            case TORN_TAIL -> "the last line breaks off, as after a crash while writing";
            case MALFORMED_JSON -> "the line cannot be read as JSON";
            case MALFORMED_NOT_OBJECT -> "the line is JSON but not an object";
            case MALFORMED_ENCODING -> "a byte of the line is not UTF-8";
            case MALFORMED_BOM -> "the line starts with a byte-order mark";
            case MALFORMED_MISSING_FIELD -> "a field that the format needs is not there";
            case MALFORMED_JCS -> "RFC 8785 has no form for what it says";
            case LIMIT_EXCEEDED -> "it is larger than policy allows to read";
        };
    }
}
