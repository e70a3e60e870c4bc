// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.feature.samples;

import dev.countersign.app.background.JobProgress;

import org.jspecify.annotations.Nullable;

import java.time.YearMonth;

/// What the screen shows: one of these at any time.
public sealed interface SamplesState {
    /// A month is being read.
    ///
    /// @param month null for the one that matters most
    record Loading(@Nullable YearMonth month, JobProgress progress) implements SamplesState {}

    /// No folder is open.
    record NoFolder() implements SamplesState {}

    /// No run has started.
    record NoRuns() implements SamplesState {}

    /// Reading was stopped.
    record Stopped() implements SamplesState {}

    /// It could not be read.
    ///
    /// @param sentence what happened and what to do
    record Failed(String sentence) implements SamplesState {}

    /// A month.
    ///
    /// @param reading what was read
    /// @param comparison whether its population is all there was
    /// @param acting what became of the last act
    record Shown(SamplesReading.Read reading, Comparison comparison, Acting acting)
            implements SamplesState {}
}
