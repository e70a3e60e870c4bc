// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.json;

/// Why a text is not JSON, and where.
///
/// @param kind what is wrong
/// @param at 0-based byte in the text at which it shows
public record JsonProblem(Kind kind, int at) {
    /// The ways in which a text fails to be JSON in strict UTF-8 (RFC 8259 and 3629, with Python's
    /// three bare words).
    public enum Kind {
        /// The text ends in the middle of a value.
        ENDS_EARLY,
        /// Another character than a value, comma, colon or bracket that could stand here.
        UNEXPECTED,
        /// Something follows the value.
        TRAILING,
        /// A control character inside a string.
        CONTROL_CHARACTER,
        /// A backslash that starts no escape.
        BAD_ESCAPE,
        /// A number spelled as JSON does not allow.
        BAD_NUMBER,
        /// A byte sequence that is not UTF-8.
        NOT_UTF8,
        /// A byte-order mark.
        BYTE_ORDER_MARK,
        /// A lone surrogate, which RFC 8785 does not allow.
        LONE_SURROGATE,
        /// NaN or an infinity, which RFC 8785 does not allow.
        NOT_FINITE,
        /// A number beyond what RFC 8785 can represent without loss.
        NUMBER_RANGE,
        /// More values than the limit.
        TOO_MANY_VALUES,
        /// More bytes than the limit.
        TOO_LONG
    }
}
