// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.journal;

/// Why nothing was appended to a log. The log is as it was, but for {@link #CHANGED_MEANWHILE}.
public enum Refusal {
    /// Another writer has the log.
    LOCKED,
    /// The last record is not the one that was expected: somebody wrote in between.
    HEAD_MOVED,
    /// The last line breaks off: a crash while writing.
    TORN_TAIL,
    /// The last line is complete, but not a record.
    NOT_A_RECORD,
    /// The last record's own hash is wrong.
    WRONG_HASH,
    /// What was written is not what is there now: somebody wrote without asking for the lock, or
    /// put another file in its place.
    CHANGED_MEANWHILE
}
