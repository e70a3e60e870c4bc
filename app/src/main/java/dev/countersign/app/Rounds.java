// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app;

import java.time.Duration;

/// When runs are looked at again without anything having been told: a log that was half written is
/// looked at soon, for the seconds that it takes to settle; everything now and then, because there
/// are changes that nobody tells of, which takes at most one part in a hundred of the time. For one
/// thread; times are those of a clock that only goes forward.
final class Rounds {
    private static final long UNSETTLED = Duration.ofSeconds(2).toNanos();
    private static final long EVERYTHING = Duration.ofSeconds(30).toNanos();
    private static final long PATIENCE = 100;
    private static final long HASTE = 4;

    private long unsettledAt;
    private long everythingAt;

    /// @param nanos now
    Rounds(long nanos) {
        unsettledAt = nanos + UNSETTLED;
        everythingAt = nanos + EVERYTHING;
    }

    /// What is to be looked at.
    enum Round {
        /// Nothing yet.
        NONE,
        /// What was half written.
        UNSETTLED,
        /// Everything.
        EVERYTHING
    }

    /// @param unsettled whether something was half written
    Round due(long nanos, boolean unsettled) {
        if (nanos >= everythingAt) {
            return Round.EVERYTHING;
        }
        return unsettled && nanos >= unsettledAt ? Round.UNSETTLED : Round.NONE;
    }

    /// It was looked at.
    void done(Round round, long began, long ended) {
        long taken = ended - began;
        unsettledAt = ended + Math.max(UNSETTLED, taken * HASTE);
        if (round == Round.EVERYTHING) {
            everythingAt = ended + Math.max(EVERYTHING, taken * PATIENCE);
        }
    }
}
