// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.feature.integrity;

import dev.countersign.app.background.JobProgress;
import dev.countersign.core.chain.ChainReport;
import dev.countersign.core.chain.Verification;

import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;

/// What the screen shows: one of these at any time.
public sealed interface IntegrityState {
    /// The time zone of whoever looks at it.
    default ZoneId viewer() {
        return this instanceof Finished f ? f.at().getZone() : ZoneOffset.UTC;
    }

    /// Nothing was opened yet.
    record Empty() implements IntegrityState {}

    /// A log is being verified.
    ///
    /// @param path what was opened
    /// @param progress how far it is
    /// @param stopping whether it was asked to stop
    record Running(Path path, JobProgress progress, boolean stopping) implements IntegrityState {}

    /// All of it was read.
    ///
    /// @param path what was opened
    /// @param report what was found
    /// @param taken how long it took
    /// @param at when it was done
    record Finished(Path path, ChainReport report, Duration taken, ZonedDateTime at)
            implements IntegrityState {}

    /// It was cancelled, so there is no verdict.
    ///
    /// @param path what was opened
    /// @param how how far it got
    record Stopped(Path path, Verification.Stopped how) implements IntegrityState {}

    /// It could not be read.
    ///
    /// @param path what was opened
    /// @param sentence what happened and what to do
    record Failed(Path path, String sentence) implements IntegrityState {}
}
