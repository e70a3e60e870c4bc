// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.feature.queue;

import dev.countersign.core.clock.OfficeHours;
import dev.countersign.core.clock.PeriodClock;
import dev.countersign.core.policy.Policy;
import dev.countersign.core.queue.QueueItem;
import dev.countersign.core.run.RunSummary;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Set;

/// What waited when it was read.
///
/// @param items in the order of the queue; the screen keeps it
/// @param periods whose samples are waited for, the earliest first
/// @param runs all runs, finished ones included
/// @param sampled ids of runs that are drawn for a month whose sample is waited for; null while no
///   such sample is drawn
/// @param hours in which clocks count
public record QueueSnapshot(
        List<QueueItem> items,
        List<PeriodClock> periods,
        List<RunSummary> runs,
        @Nullable Set<String> sampled,
        OfficeHours hours) {
    /// Of runs only.
    public QueueSnapshot(List<QueueItem> items, List<RunSummary> runs, Policy policy) {
        this(items, List.of(), runs, null, OfficeHours.of(policy));
    }

    public QueueSnapshot {
        items = List.copyOf(items);
        periods = List.copyOf(periods);
        runs = List.copyOf(runs);
        sampled = sampled == null ? null : Set.copyOf(sampled);
    }

    /// Under which clocks run.
    public Policy policy() {
        return hours.today();
    }
}
