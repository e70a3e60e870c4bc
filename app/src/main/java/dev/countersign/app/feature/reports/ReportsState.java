// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.feature.reports;

import dev.countersign.app.background.JobProgress;

import java.nio.file.Path;

/// What the screen shows: one of these at any time.
public sealed interface ReportsState {
    /// It is being looked what there is.
    record Loading() implements ReportsState {}

    /// No folder is open.
    record NothingOpen() implements ReportsState {}

    /// Something can be ordered.
    ///
    /// @param offer what there is
    /// @param order what is asked for
    /// @param work how far it is
    /// @param saving what became of the last file
    record Open(ReportOffer offer, ReportOrder order, Work work, Saving saving)
            implements ReportsState {}

    /// It could not be looked.
    ///
    /// @param sentence what happened and what to do
    record Failed(String sentence) implements ReportsState {}

    /// How far a report is.
    sealed interface Work {
        /// Nobody asked for one.
        record None() implements Work {}

        /// It is being made.
        ///
        /// @param kind what is being made
        /// @param progress how far
        /// @param stopping whether it was asked to stop
        record Making(ReportKind kind, JobProgress progress, boolean stopping) implements Work {}

        /// It was stopped before it was made.
        record Stopped() implements Work {}

        /// It is there.
        record Made(MadeReport report) implements Work {}

        /// It could not be made.
        ///
        /// @param sentence what happened and what to do
        record Failed(String sentence) implements Work {}
    }

    /// What became of a file.
    sealed interface Saving {
        /// Nothing was saved.
        record None() implements Saving {}

        /// It is being written.
        record Writing(Path file) implements Saving {}

        /// It was written.
        record Saved(SavedReport saved) implements Saving {}

        /// It was not written.
        ///
        /// @param sentence what happened and what to do
        record Failed(String sentence) implements Saving {}
    }
}
