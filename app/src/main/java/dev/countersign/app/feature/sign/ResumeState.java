// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.feature.sign;

import dev.countersign.core.resume.ResumeCommand;

import java.time.Instant;

/// How far letting a run go on is: one of these at any time.
public sealed interface ResumeState {
    /// It is not asked for.
    record Hidden() implements ResumeState {}

    /// The run is being read again.
    record Looking() implements ResumeState {}

    /// Nothing is run here.
    ///
    /// @param sentence what to do, or what went wrong
    record Told(String sentence) implements ResumeState {}

    /// It could be run.
    ///
    /// @param command exactly what
    /// @param sure whether somebody has said so once
    record Offered(ResumeCommand command, boolean sure) implements ResumeState {}

    /// It runs.
    ///
    /// @param command what
    /// @param since when it was started
    /// @param stopping whether somebody has asked it to stop
    record Running(ResumeCommand command, Instant since, boolean stopping) implements ResumeState {}

    /// It has ended.
    record Ended(ResumeResult result) implements ResumeState {}
}
