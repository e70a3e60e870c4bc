// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.workspace;

import dev.countersign.core.chain.Checkpoint;

import org.jspecify.annotations.Nullable;

import java.util.Comparator;
import java.util.List;

/// Who has seen the log of one run.
///
/// @param own what this desk has seen, the shortest log first
/// @param others what other witnesses have seen
public record Sightings(List<Checkpoint> own, List<Witnessed> others) {
    /// Nobody has.
    public static final Sightings NONE = new Sightings(List.of(), List.of());

    public Sightings {
        own = List.copyOf(own);
        others = List.copyOf(others);
    }

    /// The longest log that somebody else has seen: what completeness is held against; null if
    /// nobody else has. What this desk has seen by itself proves no end of a log, as it may have
    /// looked a moment ago; where it disagrees, that is a finding.
    public @Nullable Witnessed furthest() {
        return others.stream()
                .max(Comparator.comparingLong(seen -> seen.checkpoint().records()))
                .orElse(null);
    }
}
