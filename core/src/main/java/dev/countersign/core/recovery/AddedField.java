// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.recovery;

import dev.countersign.core.chain.ParallelSlices;

import java.util.List;

/// A key put back with each of some values.
///
/// @param frame the key and its place
/// @param values canonical; not to be written to
record AddedField(Frame frame, List<byte[]> values) implements Generator {
    private static final int SLICE = 512;

    AddedField {
        values = List.copyOf(values);
    }

    @Override
    public SearchKind kind() {
        return SearchKind.FIELD_REMOVED;
    }

    @Override
    public long slices() {
        return Math.ceilDiv(values.size(), SLICE);
    }

    @Override
    public ParallelSlices.Worker worker(Trial trial) {
        return slice -> {
            int from = (int) slice * SLICE;
            for (int i = from; i < Math.min(from + SLICE, values.size()) && !trial.over(); i++) {
                trial.edit(frame.at(), frame.at(), frame.around(values.get(i)));
            }
        };
    }
}
