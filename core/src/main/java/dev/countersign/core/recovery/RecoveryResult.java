// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.recovery;

import dev.countersign.core.json.JsonValue.JsonObject;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/// How a search ended.
public sealed interface RecoveryResult {
    /// The record that was searched for, 0-based.
    long record();

    /// The original, proven: the hash of its text is the one that was searched for.
    ///
    /// @param record 0-based
    /// @param original the record as it was, its hash included, fields that the hash leaves out as
    ///   they stand
    /// @param text the text that the hash was made from
    /// @param hash of that text, lower-case hex
    /// @param how what had been done to it
    /// @param changes every field that differs from what stands there; empty if the line that
    ///   stands there is no record
    /// @param standing the text under the hash as it stands there; null if the line is no record
    /// @param tried how many candidates
    /// @param taken how long it took
    record Recovered(
            long record,
            JsonObject original,
            String text,
            String hash,
            SearchKind how,
            List<FieldChange> changes,
            @Nullable String standing,
            long tried,
            Duration taken)
            implements RecoveryResult {
        public Recovered {
            changes = List.copyOf(changes);
        }
    }

    /// None of the candidates was the original; says nothing about others.
    ///
    /// @param record 0-based
    /// @param tried how many
    /// @param counts how many of each kind
    /// @param end why it ended
    /// @param taken how long it took
    record NotFound(long record, long tried, Map<SearchKind, Long> counts, End end, Duration taken)
            implements RecoveryResult {
        public NotFound {
            counts = Map.copyOf(counts);
        }
    }

    /// There is no hash to compare a candidate with, so nothing was tried.
    ///
    /// @param record 0-based
    /// @param reason why
    record NothingSpeaks(long record, Silence reason) implements RecoveryResult {}

    /// Why a search ended without a hit.
    enum End {
        /// Everything that it knows was tried.
        EXHAUSTED,
        /// The time was up.
        BUDGET,
        /// Somebody cancelled.
        CANCELLED
    }
}
