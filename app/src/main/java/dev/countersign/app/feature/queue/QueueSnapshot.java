// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.feature.queue;

import dev.countersign.core.policy.Policy;
import dev.countersign.core.queue.QueueItem;
import dev.countersign.core.run.RunSummary;

import java.util.List;

/// What waited when it was read.
///
/// @param items in the order of the queue; the screen keeps it
/// @param runs all runs, finished ones included
/// @param policy under which clocks run
public record QueueSnapshot(List<QueueItem> items, List<RunSummary> runs, Policy policy) {
    public QueueSnapshot {
        items = List.copyOf(items);
        runs = List.copyOf(runs);
    }
}
