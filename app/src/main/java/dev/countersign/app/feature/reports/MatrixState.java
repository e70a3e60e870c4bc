// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.feature.reports;

import dev.countersign.app.background.JobProgress;

/// What the matrix shows: one of these at any time.
public sealed interface MatrixState {
    /// Nobody asked yet.
    record NotPerformed() implements MatrixState {}

    /// No folder is open.
    record NothingOpen() implements MatrixState {}

    /// There is no run.
    record Empty() implements MatrixState {}

    /// Runs are being performed again.
    ///
    /// @param progress how far
    /// @param stopping whether it was asked to stop
    record Working(JobProgress progress, boolean stopping) implements MatrixState {}

    /// They were.
    ///
    /// @param reading what came of it
    /// @param onlyDifferences whether only those that differ are listed
    record Listed(MatrixReading reading, boolean onlyDifferences) implements MatrixState {}

    /// It could not be done.
    ///
    /// @param sentence what happened and what to do
    record Failed(String sentence) implements MatrixState {}
}
