// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.feature.samples;

import dev.countersign.app.control.Mark;
import dev.countersign.core.approval.ActVerdict;
import dev.countersign.core.approval.Judgement;
import dev.countersign.core.workspace.SampleSignedOff;

import java.util.Comparator;
import java.util.List;

/// How much a sign-off proves, as shape and colour: green is only what a signature holds for.
final class SignOffMark {
    private SignOffMark() {}

    static Mark of(SampleSignedOff one) {
        ActVerdict verdict = one.verdict();
        if (verdict == null || verdict.signed() instanceof Judgement.Unchecked) {
            return Mark.NOTE;
        }
        if (verdict.holds()) {
            return Mark.VERIFIED;
        }
        return verdict.signed() instanceof Judgement.Failed ? Mark.FAILED : Mark.MALFORMED;
    }

    /// The first that proves most.
    ///
    /// @param all at least one
    static SampleSignedOff best(List<SampleSignedOff> all) {
        return all.stream()
                .min(
                        Comparator.comparingInt(one ->
                                List.of(Mark.VERIFIED, Mark.MALFORMED, Mark.FAILED, Mark.NOTE)
                                        .indexOf(of(one))))
                .orElseThrow();
    }
}
