// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.chain;

import org.jspecify.annotations.Nullable;

/// What a checkpoint proves about a gap: when it has seen as many records as stand here, nothing is
/// missing, and the record before the gap was rewritten instead.
///
/// @param checkpoint what was seen earlier, if anything
/// @param headStandsAt whether the checkpoint's head still stands at the place where it saw it
record RewriteProof(@Nullable Checkpoint checkpoint, boolean headStandsAt) {
    /// @param record number of the record that names an absent predecessor
    /// @param absent the hash it names
    boolean nothingIsMissingBefore(long record, String absent) {
        if (checkpoint == null) {
            return false;
        }
        boolean wasHead = checkpoint.records() == record && checkpoint.head().equals(absent);
        return wasHead || headStandsAt && checkpoint.records() > record;
    }
}
