// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.feature.integrity;

import dev.countersign.core.recovery.RecoveryResult;
import dev.countersign.core.recovery.SearchKind;

/// How the search for the original of a record stands.
public sealed interface RecoveryState {
    /// Nobody has asked.
    record Idle() implements RecoveryState {}

    /// It is under way.
    ///
    /// @param record whose original is searched for
    /// @param kind what is being tried
    /// @param tried how many candidates so far
    /// @param rate how many a second, of late
    /// @param stopping whether it was asked to stop
    record Searching(long record, SearchKind kind, long tried, double rate, boolean stopping)
            implements RecoveryState {}

    /// It has ended.
    ///
    /// @param result how
    /// @param exported where what was found was written to; empty if nowhere
    record Ended(RecoveryResult result, String exported) implements RecoveryState {}

    /// It could not be done.
    ///
    /// @param record whose original was searched for
    /// @param sentence why
    record Failed(long record, String sentence) implements RecoveryState {}
}
