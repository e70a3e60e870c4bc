// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.compare;

/// What the other copy proves about a gap that the log alone cannot explain: a record that names a
/// predecessor which is not there (FORMATS 6).
///
/// @param here whether the gap is in this log; if not, it is in the other one
/// @param gap the record that names the absent hash
/// @param kind what happened
/// @param record the record that was rewritten, or the first one that is missing, by its number in
///   the log that has it: the log of the gap if rewritten, the other copy if missing
/// @param original the record of the other copy that carries the absent hash
public record Proof(boolean here, int gap, Kind kind, int record, int original) {
    /// What was proven.
    public enum Kind {
        /// The record before the gap was edited and hashed anew.
        REWRITTEN,
        /// One or more records were taken out.
        MISSING
    }
}
