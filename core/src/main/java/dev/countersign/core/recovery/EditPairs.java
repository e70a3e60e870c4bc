// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.recovery;

import dev.countersign.core.chain.ParallelSlices;

import org.jspecify.annotations.Nullable;

import java.util.List;

/// Two plausible changes at a time.
///
/// @param edits the plausible first, for what is tried is the triangle from there
record EditPairs(List<Edit> edits) implements Generator {
    EditPairs {
        edits = List.copyOf(edits);
    }

    @Override
    public SearchKind kind() {
        return SearchKind.TWO_EDITS;
    }

    @Override
    public long slices() {
        return edits.size();
    }

    @Override
    public ParallelSlices.Worker worker(Trial trial) {
        return slice -> {
            Edit one = edits.get((int) slice);
            for (int i = 0; i < slice && !trial.over(); i++) {
                Edit other = edits.get(i);
                @Nullable Edit both =
                        one.from() <= other.from() ? Edit.both(one, other) : Edit.both(other, one);
                if (both != null) {
                    trial.edit(both);
                }
            }
        };
    }
}
