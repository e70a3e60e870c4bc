// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.feature.integrity;

import dev.countersign.app.background.JobProgress;
import dev.countersign.core.compare.Comparison;
import dev.countersign.core.compare.PairDiff;
import dev.countersign.core.compare.Run;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;

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
            implements CompareState {}

    /// There is no comparison.
    ///
    /// @param there the other copy
    /// @param sentence why
    record None(Path there, String sentence) implements CompareState {}
}
