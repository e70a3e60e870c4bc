// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.chain;

import dev.countersign.core.json.JsonProblem;

import java.util.Locale;

/// The one vocabulary of diagnosis, in the order in which rows win (FORMATS 6).
public enum FaultCategory {
    /// Own hash wrong, links around it hold: the covered text was edited.
    CONTENT_MODIFIED,
    /// Own hash wrong, but the successor names the computed one, or the stored value is no hash at
    /// all.
    HASH_FIELD_MODIFIED,
    /// No hash, or not a string.
    HASH_MISSING,
    /// Hash fails, and holds once the predecessor's hash is put back as link.
    PREV_FIELD_MODIFIED,
    /// First record: right once the genesis value is put back as link.
    GENESIS_MODIFIED,
    /// Hash right, link names a record that is not here.
    RECORD_MISSING,
    /// A stranger between two records that know each other.
    RECORD_INSERTED,
    /// The same record again.
    RECORD_DUPLICATED,
    /// Link names a record that stands elsewhere in the log.
    RECORD_REORDERED,
    /// Edited and re-hashed: itself right, its successor links to another hash (only with outside
    /// proof).
    RECORD_REWRITTEN,
    /// A genesis record in the middle: two logs in one.
    CHAIN_RESTART,
    /// Two right records link to the same predecessor: two writers, not an edit.
    FORK,
    /// The last line breaks off: a crash while writing.
    TORN_TAIL,
    /// The line is not JSON.
    MALFORMED_JSON,
    /// The line is JSON, but not an object.
    MALFORMED_NOT_OBJECT,
    /// The line is not UTF-8.
    MALFORMED_ENCODING,
    /// The line starts with a byte-order mark.
    MALFORMED_BOM,
    /// A field that the format needs is absent.
    MALFORMED_MISSING_FIELD,
    /// Legal JSON that RFC 8785 has no canonical form for.
    MALFORMED_JCS,
    /// The line is larger than policy allows to read.
    LIMIT_EXCEEDED;

    /// What a line is charged with that is no JSON, or none that can be hashed.
    static FaultCategory of(JsonProblem.Kind problem) {
        return switch (problem) {
            case NOT_UTF8 -> MALFORMED_ENCODING;
            case BYTE_ORDER_MARK -> MALFORMED_BOM;
            case TOO_LONG, TOO_MANY_VALUES -> LIMIT_EXCEEDED;
            case LONE_SURROGATE, NOT_FINITE, NUMBER_RANGE -> MALFORMED_JCS;
            case ENDS_EARLY, UNEXPECTED, TRAILING, CONTROL_CHARACTER, BAD_ESCAPE, BAD_NUMBER ->
                    MALFORMED_JSON;
        };
    }

    /// The word of the command line contract, lower case with underscores.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// The verdict that a chain gets whose first fault is of this category.
    public Verdict verdict() {
        return compareTo(TORN_TAIL) >= 0 ? Verdict.MALFORMED : Verdict.BROKEN;
    }

    /// How a picture of the chain shows the charged record.
    public RecordState state() {
        return switch (this) {
            case CONTENT_MODIFIED,
                    HASH_FIELD_MODIFIED,
                    HASH_MISSING,
                    PREV_FIELD_MODIFIED,
                    GENESIS_MODIFIED ->
                    RecordState.MODIFIED;
            case RECORD_MISSING -> RecordState.MISSING;
            case RECORD_INSERTED -> RecordState.INSERTED;
            case RECORD_DUPLICATED -> RecordState.DUPLICATED;
            case RECORD_REORDERED -> RecordState.REORDERED;
            case RECORD_REWRITTEN -> RecordState.REWRITTEN;
            case CHAIN_RESTART -> RecordState.RESTART;
            case FORK -> RecordState.FORK;
            case TORN_TAIL -> RecordState.TORN;
            case MALFORMED_JSON,
                    MALFORMED_NOT_OBJECT,
                    MALFORMED_ENCODING,
                    MALFORMED_BOM,
                    MALFORMED_MISSING_FIELD,
                    MALFORMED_JCS,
                    LIMIT_EXCEEDED ->
                    RecordState.MALFORMED;
        };
    }
}
