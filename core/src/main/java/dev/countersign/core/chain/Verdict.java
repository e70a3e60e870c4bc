// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.chain;

/// What is to be said of a chain as a whole. When faults of several kinds occur, the first one
/// decides.
///
/// There is no "valid": {@link #INTACT} means "consistent as far as it goes"; whether a tail is
/// missing or the whole was rebuilt is known only against an outside checkpoint.
public enum Verdict {
    /// Every record's own hash and link were computed and agree.
    INTACT,
    /// At least one record's hash or link is wrong.
    BROKEN,
    /// At least one line is not a record.
    MALFORMED,
    /// There is no record: nothing was verified.
    EMPTY;

    /// The word of the command line contract, lower case.
    public String word() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
