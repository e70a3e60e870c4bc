// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.queue;

import dev.countersign.core.clock.RunClock;
import dev.countersign.core.run.Outcome;
import dev.countersign.core.run.RunSummary;

import org.jspecify.annotations.Nullable;

/// One waiting decision: a run, and one clock that it waits on. Immutable; what is left of the time
/// is derived where it is shown.
///
/// @param run what waits
/// @param clock what it waits on; null where it waits without one (rejected, unknown)
/// @param waitingFor the role that has to act; empty if nobody has
/// @param integrity of the chain
/// @param repeated whether it is one of so many blocks of its author that policy sees a pattern
public record QueueItem(
        RunSummary run,
        @Nullable RunClock clock,
        String waitingFor,
        Outcome integrity,
        boolean repeated) {}
