// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.feature.queue;

import dev.countersign.core.clock.RunClock;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// What is looked for.
///
/// @param words all of them must be in a row; lower case
/// @param filters see {@link Pick}
record QueueQuery(List<String> words, Set<Pick> filters) {
    QueueQuery {
        words = List.copyOf(words);
        filters = Set.copyOf(filters);
    }

    static QueueQuery of(String text, Set<Pick> filters) {
        String typed = text.strip().toLowerCase(Locale.ROOT);
        List<String> words = typed.isEmpty() ? List.of() : List.of(typed.split("\\s+"));
        return new QueueQuery(words, filters);
    }

    /// Whether it looks for anything at all.
    boolean open() {
        return words.isEmpty() && filters.isEmpty();
    }

    /// The rows found, in their order.
    List<QueueRow> in(List<QueueRow> rows, Instant now) {
        if (open()) {
            return rows;
        }
        List<QueueRow> found = new ArrayList<>();
        for (QueueRow row : rows) {
            if (matches(row, now)) {
                found.add(row);
            }
        }
        return found;
    }

    private boolean matches(QueueRow row, Instant now) {
        for (String word : words) {
            if (!row.search().contains(word)) {
                return false;
            }
        }
        boolean stateAsked = false;
        boolean stateHolds = false;
        for (Pick filter : filters) {
            boolean holds = filter.holds(row, now);
            if (filter.isState()) {
                stateAsked = true;
                stateHolds |= holds;
            } else if (!holds) {
                return false;
            }
        }
        return !stateAsked || stateHolds;
    }

    /// How many rows each filter would pick by itself.
    static Map<Pick, Integer> counts(List<QueueRow> rows, Instant now) {
        int[] counts = new int[Pick.values().length];
        for (QueueRow row : rows) {
            for (Pick filter : Pick.values()) {
                if (filter.holds(row, now)) {
                    counts[filter.ordinal()]++;
                }
            }
        }
        Map<Pick, Integer> named = new EnumMap<>(Pick.class);
        for (Pick filter : Pick.values()) {
            named.put(filter, counts[filter.ordinal()]);
        }
        return named;
    }

    /// When the next deadline passes, which changes the counts; {@link Instant#MAX} if none is
    /// left.
    static Instant nextBreach(List<QueueRow> rows, Instant now) {
        Instant next = Instant.MAX;
        for (QueueRow row : rows) {
            RunClock clock = row.clock();
            if (clock != null && clock.due().isBefore(next) && !row.breached(now)) {
                next = clock.due();
            }
        }
        return next;
    }
}
