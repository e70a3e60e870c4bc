// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.ledger;

import dev.countersign.core.chain.ChainFormat;
import dev.countersign.core.chain.Checkpoint;
import dev.countersign.core.chain.CheckpointResult;
import dev.countersign.core.chain.Verdict;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;

/// What a verification found. The verdict speaks of the chain; a cut tail or a rebuilt chain shows
/// only against the checkpoint; without one, {@link CheckpointResult#NONE}, neither was checked.
///
/// @param verdict of the chain
/// @param readFrom position of the first event that was read; above 0 if the checkpoint was enough
/// @param events how many there are
/// @param head hash of the last right event before any fault, or null
/// @param first the first fault, or null
/// @param checkpoint how the ledger stands to the checkpoint
/// @param guardsMissing what should keep the store append-only and is not there any more
public record LedgerReport(
        Verdict verdict,
        long readFrom,
        long events,
        @Nullable String head,
        @Nullable LedgerFault first,
        CheckpointResult checkpoint,
        List<String> guardsMissing) {
    public LedgerReport {
        guardsMissing = List.copyOf(guardsMissing);
    }

    /// Whether anything speaks against the ledger. An empty one verifies nothing and is negative
    /// for the command line, but nothing speaks against it.
    public boolean negative() {
        return first != null || checkpoint.negative() || !guardsMissing.isEmpty();
    }

    /// What to remember of a ledger that nothing speaks against; null if something does, or if it
    /// is empty.
    public @Nullable Checkpoint toRemember(Instant now) {
        return negative() || head == null
                ? null
                : new Checkpoint(ChainFormat.B.name(), events, head, null, now.toString());
    }
}
