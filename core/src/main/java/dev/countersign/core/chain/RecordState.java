// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.chain;

/// The state of a record, or of a run of records, as a picture of the chain shows it; later
/// constants are worse.
public enum RecordState {
    /// Verified: own hash and link right, reached from the anchor without a gap.
    INTACT,
    /// Nothing was computed for it: not reached, or known from a checkpoint only.
    UNREAD,
    /// Itself right, but it hangs below a fault: nothing ties it to the start of the chain.
    UNANCHORED,
    /// Not right; what is wrong with it is said when everything was read.
    SUSPECT,
    /// A second right record on the same predecessor.
    FORK,
    /// A genesis record in the middle.
    RESTART,
    /// The same record again.
    DUPLICATED,
    /// Stands in another place than its links say.
    REORDERED,
    /// A stranger between two that know each other.
    INSERTED,
    /// One or more records are missing immediately before it.
    MISSING,
    /// Edited and re-hashed.
    REWRITTEN,
    /// Text, hash or link edited.
    MODIFIED,
    /// Breaks off.
    TORN,
    /// Not a record.
    MALFORMED
}
