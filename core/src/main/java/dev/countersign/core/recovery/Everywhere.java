// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.recovery;

import dev.countersign.core.chain.ParallelSlices;

import java.util.List;

/// Each of some texts in each of some places.
///
/// @param spans the places
/// @param texts canonical; not to be written to
record Everywhere(SearchKind kind, List<Span> spans, List<byte[]> texts) implements Generator {
    private static final int SLICE = 64;

    Everywhere {
        spans = List.copyOf(spans);
        texts = List.copyOf(texts);
    }

    @Override
    public long slices() {
        return Math.ceilDiv(texts.size(), SLICE);
    }

    @Override
    public ParallelSlices.Worker worker(Trial trial) {
        return slice -> {
            int from = (int) slice * SLICE;
            int to = Math.min(from + SLICE, texts.size());
            for (int i = from; i < to; i++) {
                for (int s = 0; s < spans.size() && !trial.over(); s++) {
                    trial.edit(spans.get(s).from(), spans.get(s).to(), texts.get(i));
                }
            }
        };
    }
}
