// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.feature.samples;

import dev.countersign.app.control.Mark;
import dev.countersign.app.control.VerdictMark;
import dev.countersign.app.text.SamplesText;
import dev.countersign.core.sampling.Completeness;

import org.jspecify.annotations.Nullable;

/// Whether a population is proven to be all there was, beside its count: nobody should have to look
/// for it.
final class CompletenessMark {
    private CompletenessMark() {}

    static VerdictMark of(Comparison comparison) {
        Boolean proven = proven(comparison);
        Mark mark = proven == null ? Mark.OPEN : proven ? Mark.VERIFIED : Mark.FAILED;
        VerdictMark shape = VerdictMark.inline(mark, SamplesText.completeness(proven));
        shape.setId("sample-completeness");
        return shape;
    }

    /// Null if nothing proves it either way.
    private static @Nullable Boolean proven(Comparison comparison) {
        if (!(comparison instanceof Comparison.Done(Compared(_, _, Completeness found)))) {
            return null;
        }
        return found.negative() ? Boolean.FALSE : found.proven() ? Boolean.TRUE : null;
    }
}
