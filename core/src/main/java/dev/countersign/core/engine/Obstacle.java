// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.engine;

import dev.countersign.core.chain.ChainReport;
import dev.countersign.core.journal.Refusal;

import java.time.Instant;

/// Why a run cannot go on.
public sealed interface Obstacle {
    /// The journal refused a record.
    ///
    /// @param reason why
    record Journal(Refusal reason) implements Obstacle {}

    /// The chain does not verify: it is not made longer before somebody has looked.
    ///
    /// @param report what is wrong with it
    record Chain(ChainReport report) implements Obstacle {}

    /// Its records would be older than those that are there.
    ///
    /// @param now the time of the next record
    /// @param last the time of the last one
    record ClockBehind(Instant now, Instant last) implements Obstacle {}

    /// The log is missing or has no record, but the checkpoint says that there was one.
    ///
    /// @param missing whether the file is; else it has no record
    /// @param steps how many the checkpoint calls finished
    record LogLost(boolean missing, int steps) implements Obstacle {}

    /// The log is that of another run.
    ///
    /// @param runId the one that it names
    record OtherRun(String runId) implements Obstacle {}

    /// The payload is so large, or so deep, that its checkpoint could not be read again.
    record PayloadTooLarge() implements Obstacle {}

    /// The checkpoint is not a JSON object.
    record CheckpointUnreadable() implements Obstacle {}

    /// The checkpoint's payload is not the one that the run's name binds: it was edited.
    record CheckpointOfOtherPayload() implements Obstacle {}
}
