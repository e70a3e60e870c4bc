// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.feature.integrity;

import dev.countersign.app.background.JobProgress;
import dev.countersign.app.text.CompareText;
import dev.countersign.app.text.CopyText;
import dev.countersign.core.compare.Comparison;
import dev.countersign.core.compare.PairDiff;
import dev.countersign.core.compare.Run;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// How the comparison with another copy stands.
public sealed interface CompareState {
    /// Nobody has asked.
    record Idle() implements CompareState {}

    /// It is under way.
    ///
    /// @param there the other copy
    /// @param progress how far it is
    record Comparing(Path there, JobProgress progress) implements CompareState {}

    /// Both were read and aligned.
    ///
    /// @param there the other copy
    /// @param comparison what came of it
    /// @param run the difference that is looked at; null if none is
    /// @param pair its first record in both copies; null while it is read
    record Compared(Path there, Comparison comparison, @Nullable Run run, @Nullable PairDiff pair)
            implements CompareState {
        /// Whether the two tell the same story, as far as both go, and nothing speaks against it.
        boolean agrees() {
            return comparison.relation().agrees() && comparison.doubt() == Comparison.Doubt.NEITHER;
        }

        /// Where they do not say the same, in the order of the log.
        ///
        /// @param most so many at most
        List<Run> differences(int most) {
            return comparison.runs().stream()
                    .filter(one -> !one.kind().same())
                    .limit(most)
                    .toList();
        }

        /// What came of it.
        String sentence() {
            return CompareText.sentence(comparison);
        }

        /// What else is to be said: what speaks against which, and what is proven.
        List<String> more() {
            List<String> more = new ArrayList<>();
            String doubt = CompareText.doubt(comparison);
            if (!doubt.isEmpty()) {
                more.add(doubt);
            }
            more.addAll(CopyText.stands(comparison.stands()));
            comparison.proofs().forEach(proof -> more.add(CompareText.proof(proof)));
            return more;
        }
    }

    /// There is no comparison.
    ///
    /// @param there the other copy
    /// @param sentence why
    record None(Path there, String sentence) implements CompareState {}
}
