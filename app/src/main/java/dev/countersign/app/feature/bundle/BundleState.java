// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.feature.bundle;

import dev.countersign.app.background.JobProgress;
import dev.countersign.core.bundle.BundleReport;

import java.nio.file.Path;

/// What the screen shows: one of these at any time.
public sealed interface BundleState {
    /// Nothing was opened yet.
    record Closed() implements BundleState {}

    /// It is being looked into.
    record Opening(Path bundle) implements BundleState {}

    /// It is not read.
    ///
    /// @param sentence why
    record Refused(Path bundle, String sentence) implements BundleState {}

    /// It is being verified.
    ///
    /// @param stopping whether it was asked to stop
    record Verifying(Path bundle, BundleListing listing, JobProgress progress, boolean stopping)
            implements BundleState {}

    /// Verifying was stopped.
    record Stopped(Path bundle, BundleListing listing) implements BundleState {}

    /// It was verified.
    ///
    /// @param extraction what became of extracting it
    record Verified(Path bundle, BundleListing listing, BundleReport report, Extracting extraction)
            implements BundleState {}

    /// How far extracting is.
    sealed interface Extracting {
        /// Nobody asked.
        record None() implements Extracting {}

        /// It is under way.
        ///
        /// @param stopping whether it was asked to stop
        record Running(Path target, JobProgress progress, boolean stopping) implements Extracting {}

        /// It was cancelled, and nothing is left of it.
        record Stopped(Path target) implements Extracting {}

        /// It was done.
        record Done(Path target) implements Extracting {}

        /// It was not done, or not to its end.
        ///
        /// @param sentence why
        record Failed(String sentence) implements Extracting {}
    }
}
