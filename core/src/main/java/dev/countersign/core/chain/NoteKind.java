// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.chain;

import java.util.Locale;

/// Observations that are not faults (FORMATS 6): worth a reader's eye, never a negative verdict.
public enum NoteKind {
    /// A key occurs twice in one object; the last value counts.
    DUPLICATE_KEY,
    /// The line holds a raw character at which the producer's own reader would split it.
    PRODUCER_SPLITS_HERE,
    /// A number of more than 4,300 digits or a nesting of more than about 1,000 levels: CPython
    /// gives up, we do not.
    PRODUCER_CANNOT_READ,
    /// The time is earlier than the record's before.
    TIME_BACKWARDS,
    /// The record carries fields that the hash does not cover: they can be changed without breaking
    /// the chain.
    NOT_COVERED,
    /// The hash holds, but the line is spelled otherwise than the producer would: key order,
    /// spacing or escapes.
    RESPELLED,
    /// A record follows the one that says the run was completed.
    AFTER_COMPLETION,
    /// The log starts in mid-chain and was asked to be read as a segment.
    STARTS_MID_CHAIN,
    /// No record told which format this is; the run log's was assumed.
    FORMAT_ASSUMED,
    /// Several formats fit the first records equally.
    FORMAT_AMBIGUOUS,
    /// The head is the checkpoint's, but the bytes before it are not: respelled, or a field outside
    /// the hash changed.
    CHECKPOINT_BYTES_DIFFER,
    /// Only what follows the checkpoint was read.
    PREFIX_NOT_READ,
    /// There are more faults than the report lists.
    FAULTS_NOT_LISTED;

    /// The word of the command line contract, lower case with underscores.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
