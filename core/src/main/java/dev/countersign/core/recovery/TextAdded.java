// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.recovery;

import dev.countersign.core.chain.ParallelSlices;

import java.util.List;

/// Somebody put text in: every stretch of a value is taken out.
final class TextAdded implements Generator {
    private static final int LONGEST = 2_000;

    private final List<Span> values;
    private final int[] first;

    /// @param values the insides of strings and numbers
    TextAdded(List<Span> values) {
        this.values = List.copyOf(values);
        this.first = new int[values.size() + 1];
        for (int i = 0; i < values.size(); i++) {
            first[i + 1] = first[i] + values.get(i).to() - values.get(i).from();
        }
    }

    @Override
    public SearchKind kind() {
        return SearchKind.TEXT_ADDED;
    }

    @Override
    public long slices() {
        return first[values.size()];
    }

    @Override
    public ParallelSlices.Worker worker(Trial trial) {
        byte[] none = {};
        return slice -> {
            int span = 0;
            while (slice >= first[span + 1]) {
                span++;
            }
            int from = values.get(span).from() + (int) slice - first[span];
            int last = Math.min(values.get(span).to(), from + LONGEST);
            for (int to = from + 1; to <= last && !trial.over(); to++) {
                trial.edit(from, to, none);
            }
        };
    }
}
