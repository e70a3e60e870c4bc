// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.recovery;

import dev.countersign.core.chain.ParallelSlices;

import java.util.List;

/// Candidates of one kind, in slices that several threads take in turn.
interface Generator {
    /// What they have in common.
    SearchKind kind();

    /// How many slices there are.
    long slices();

    /// One thread's way through slices.
    ParallelSlices.Worker worker(Trial trial);

    /// A list of edits.
    static Generator of(SearchKind kind, List<Edit> edits) {
        return new EditList(kind, List.copyOf(edits));
    }

    /// Edits that were put together beforehand.
    record EditList(SearchKind kind, List<Edit> edits) implements Generator {
        private static final int SLICE = 256;

        @Override
        public long slices() {
            return Math.ceilDiv(edits.size(), SLICE);
        }

        @Override
        public ParallelSlices.Worker worker(Trial trial) {
            return slice -> {
                int from = (int) slice * SLICE;
                int to = Math.min(from + SLICE, edits.size());
                for (int i = from; i < to && !trial.over(); i++) {
                    trial.edit(edits.get(i));
                }
            };
        }
    }
}
