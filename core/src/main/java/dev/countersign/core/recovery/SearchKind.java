// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.recovery;

/// Ways in which the original may have been turned into what stands there, in the order in which
/// they are tried: the plausible and the quick first. The words for people are made elsewhere.
public enum SearchKind {
    /// The link to the record before was changed, and nothing else.
    LINK,
    /// The hash field was changed or lost, and nothing else.
    HASH_FIELD,
    /// One of a few fixed words was exchanged for another.
    FIXED_WORD,
    /// A value that other records have in the same field.
    SAME_FIELD,
    /// Upper and lower case.
    LETTER_CASE,
    /// Another form of the same characters: composed, decomposed, typographic.
    UNICODE_FORM,
    /// White space put in or taken out.
    WHITE_SPACE,
    /// Another spelling or kind of the same number or value.
    VALUE_SPELLING,
    /// A field was taken out.
    FIELD_REMOVED,
    /// A field was put in.
    FIELD_ADDED,
    /// Two fields changed places.
    SWAPPED,
    /// A key was renamed.
    KEY_RENAMED,
    /// One byte was changed, lost or added, or two neighbours changed places.
    ONE_BYTE,
    /// One character of any script was changed, lost or added.
    ONE_CHARACTER,
    /// One byte of the line was changed, lost or added, in a place where its spelling matters.
    LINE_BYTE,
    /// Text was put in.
    TEXT_ADDED,
    /// A value that occurs anywhere in this log, its state or its artifacts.
    SEEN_VALUE,
    /// Another date or time.
    TIME,
    /// Another number.
    NUMBER,
    /// A word or phrase of a longer text was exchanged, lost or added.
    WORD,
    /// Two characters of one value were changed.
    TWO_CHARACTERS,
    /// Two plausible changes at a time.
    TWO_EDITS,
    /// Every short text.
    SHORT_TEXT,
    /// Every moment between the records around it.
    MOMENT,
    /// Every amount within reach.
    AMOUNT,
    /// A plausible change and one byte elsewhere.
    EDIT_AND_BYTE
}
