// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.chain;

import java.util.Locale;

/// How a log stands to a checkpoint taken earlier (FORMATS 6).
public enum CheckpointResult {
    /// There was no checkpoint to compare with.
    NONE,
    /// Same records, same head.
    MATCH,
    /// The checkpoint's records are all here, and valid ones follow.
    GROWN,
    /// Records that the checkpoint has seen are no longer at the end.
    TAIL_MISSING,
    /// Records follow although the checkpoint claims to be final.
    TAIL_APPENDED,
    /// Another record stands where the checkpoint saw its head: history was rewritten.
    HEAD_MISMATCH;

    /// The word of the command line contract, lower case with underscores.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// Whether this speaks against the log.
    public boolean negative() {
        return this == TAIL_MISSING || this == TAIL_APPENDED || this == HEAD_MISMATCH;
    }
}
