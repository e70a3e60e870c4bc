// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.window;

import dev.countersign.core.chain.FaultCategory;
import dev.countersign.core.chain.RecordState;
import dev.countersign.core.testkit.Expected;

import java.util.EnumSet;
import java.util.Set;

/// What the screen must say and draw of each category, written down a second time.
///
/// @param word its name
/// @param sentence what its sentence has in it
/// @param state how its record is drawn
/// @param colour of that, on light
record TamperWords(String word, String sentence, RecordState state, String colour) {
    private static final String BROKEN = "#d55e00";
    private static final String ORDER = "#0072b2";
    private static final String BRANCH = "#c36198";
    private static final String MALFORMED = "#e69f00";

    static TamperWords of(FaultCategory category) {
        return switch (category) {
            case CONTENT_MODIFIED -> modified("Edited", "was edited|does not match the hash");
            case HASH_FIELD_MODIFIED -> modified("Hash changed", "hash of .* was changed");
            case HASH_MISSING -> modified("Hash missing", "carries no hash");
            case PREV_FIELD_MODIFIED -> modified("Link changed", "link of .* was changed");
            case GENESIS_MODIFIED -> modified("Start changed", "is the first, but does not say so");
            case RECORD_MISSING ->
                    new TamperWords(
                            "Record missing", "are missing before", RecordState.MISSING, BROKEN);
            case RECORD_INSERTED ->
                    new TamperWords("Inserted", "was put in", RecordState.INSERTED, BROKEN);
            case RECORD_DUPLICATED ->
                    new TamperWords(
                            "Duplicate", "repeats|again|same", RecordState.DUPLICATED, ORDER);
            case RECORD_REORDERED ->
                    new TamperWords(
                            "Out of order",
                            "wrong place|elsewhere|stands",
                            RecordState.REORDERED,
                            ORDER);
            case RECORD_REWRITTEN ->
                    new TamperWords(
                            "Rewritten", "hashed anew|rewritten", RecordState.REWRITTEN, BROKEN);
            case CHAIN_RESTART ->
                    new TamperWords("Second start", "start", RecordState.RESTART, BRANCH);
            case FORK -> new TamperWords("Fork", "both|two|also", RecordState.FORK, BRANCH);
            case TORN_TAIL ->
                    new TamperWords("Torn end", "breaks off|ends", RecordState.TORN, MALFORMED);
            case MALFORMED_JSON -> malformed("Not JSON", "is not JSON");
            case MALFORMED_NOT_OBJECT -> malformed("Not a record", "not a record");
            case MALFORMED_ENCODING -> malformed("Not UTF-8", "is not UTF-8");
            case MALFORMED_BOM -> malformed("Byte-order mark", "byte-order mark");
            case MALFORMED_MISSING_FIELD -> malformed("Field missing", "no |lacks|missing");
            case MALFORMED_JCS -> malformed("No canonical form", "no canonical form");
            case LIMIT_EXCEEDED -> malformed("Too large", "larger|too large|limit");
        };
    }

    /// Those that the kit makes, and makes as the first fault of a log.
    static Set<FaultCategory> told() {
        return EnumSet.allOf(FaultCategory.class);
    }

    /// What is said of a log without a fault.
    static String clean(Expected expected) {
        return expected.checkpoint().negative()
                ? "(?s).*(missing|cut|rewritten|follow|other|not).*"
                : "(?s)(Intact|Nothing to verify|No record).*";
    }

    private static TamperWords modified(String word, String sentence) {
        return new TamperWords(word, sentence, RecordState.MODIFIED, BROKEN);
    }

    private static TamperWords malformed(String word, String sentence) {
        return new TamperWords(word, sentence, RecordState.MALFORMED, MALFORMED);
    }
}
