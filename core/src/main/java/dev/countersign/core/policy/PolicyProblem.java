// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.policy;

/// One thing that is wrong with a policy file, and where.
///
/// @param path JSON pointer (RFC 6901) to the value; empty for the whole file
/// @param line 1-based line at which the value starts
/// @param kind what is wrong
/// @param found what stands there, shortened; empty if nothing does
/// @param expected what should stand there, as a phrase; empty where the kind says it all
public record PolicyProblem(String path, int line, Kind kind, String found, String expected) {
    /// What is wrong with a value.
    public enum Kind {
        /// The file is not JSON in UTF-8; `found` is the {@code JsonProblem.Kind}.
        NOT_JSON,
        /// The file, a list or a text is longer than allowed.
        TOO_LARGE,
        /// A key that must be there is not; the path names it.
        MISSING,
        /// A key that means nothing here: most likely a typing error. `expected` lists those left.
        UNKNOWN_KEY,
        /// The same key twice in one object.
        REPEATED_KEY,
        /// Another type of value.
        WRONG_TYPE,
        /// The right type, but not a value that means something here.
        BAD_VALUE,
        /// A number outside its bounds.
        OUT_OF_RANGE,
        /// The same date, identity or step twice.
        DUPLICATE,
        /// Open intervals that overlap, are out of order, or end before they begin.
        BAD_INTERVALS,
        /// The week has no open hour: no business time would ever pass.
        NEVER_OPEN,
        /// Closed for more than a year on end.
        CLOSED_TOO_LONG
    }
}
