// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.feature.samples;

import dev.countersign.core.sampling.Percent;
import dev.countersign.core.workspace.RecordedDraw.Superseding;

import org.jspecify.annotations.Nullable;

import java.math.BigInteger;

/// How a sample is to be drawn.
///
/// @param rate of the approvals
/// @param seed null: chance gives it, after the population was fixed in the ledger
/// @param over the draw that it takes the place of, and why; null where nothing was drawn
public record DrawOrder(Percent rate, @Nullable BigInteger seed, @Nullable Superseding over) {
    /// The first of a month.
    public DrawOrder(Percent rate, @Nullable BigInteger seed) {
        this(rate, seed, null);
    }

    /// As the draw takes it, 0 to 1.
    public double share() {
        return rate.share().doubleValue();
    }
}
