// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.feature.queue;

import org.jspecify.annotations.Nullable;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Which rows are selected.
///
/// @param row the one that Enter opens; null if there is none
/// @param rows all, in the order of the queue; the one is among them
record QueueChoice(@Nullable QueueRow row, List<QueueRow> rows) {
    /// What stays selected where other rows are shown: those that are still there, else the first.
    QueueChoice in(List<QueueRow> shown) {
        QueueRow one = one(shown);
        List<QueueRow> several = several(shown);
        if (several.size() > 1) {
            return new QueueChoice(one, several);
        }
        return new QueueChoice(one, one == null ? List.of() : List.of(one));
    }

    private List<QueueRow> several(List<QueueRow> shown) {
        if (rows.size() < 2) {
            return List.of();
        }
        Set<QueueRow.Key> keys = new HashSet<>();
        rows.forEach(before -> keys.add(before.key()));
        return shown.stream().filter(found -> keys.contains(found.key())).toList();
    }

    private @Nullable QueueRow one(List<QueueRow> shown) {
        if (row != null) {
            for (QueueRow found : shown) {
                if (found.sameAs(row)) {
                    return found;
                }
            }
        }
        return shown.isEmpty() ? null : shown.getFirst();
    }
}
