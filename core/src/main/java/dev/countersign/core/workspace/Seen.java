// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.workspace;

import dev.countersign.core.chain.Checkpoint;
import dev.countersign.core.run.RunSummary;

import org.jspecify.annotations.Nullable;

import java.util.List;

/// What came of looking at one place.
sealed interface Seen {
    /// Which place.
    RunPlace place();

    /// There is no run.
    record Nothing(RunPlace place) implements Seen {}

    /// There is no run but a bag of runs.
    record Bag(RunPlace place) implements Seen {}

    /// There is something, and it cannot be read.
    ///
    /// @param why one sentence
    record Unreadable(RunPlace place, String why) implements Seen {}

    /// It was read. Many of these wait to be written: the summary is packed where it was made.
    ///
    /// @param marks from before it was read, so that a change meanwhile is seen next time
    /// @param settled whether nothing changed while it was read
    /// @param runId records and head as the summary has them
    /// @param summary with the deadlines as first fixed
    /// @param findings what it gives reason to raise
    /// @param checkpoint of the log, if it is intact and agrees with what was seen before
    record Read(
            RunPlace place,
            Marks marks,
            boolean settled,
            String runId,
            long records,
            @Nullable String head,
            PackedSummary summary,
            List<Finding> findings,
            @Nullable Checkpoint checkpoint)
            implements Seen {
        Read(
                RunPlace place,
                Marks marks,
                boolean settled,
                RunSummary summary,
                List<Finding> findings,
                @Nullable Checkpoint checkpoint) {
            this(
                    place,
                    marks,
                    settled,
                    summary.runId(),
                    summary.records(),
                    summary.head(),
                    PackedSummary.of(summary),
                    findings,
                    checkpoint);
        }
    }
}
