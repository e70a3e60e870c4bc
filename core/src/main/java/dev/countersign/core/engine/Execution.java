// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.engine;

import java.nio.file.Path;
import java.util.Locale;

/// How an execution ended.
public sealed interface Execution {
    /// As far as it can go now.
    ///
    /// @param runId name of the run
    /// @param directory where it is
    /// @param end where it stands
    /// @param step the step it stopped at; empty when completed
    /// @param reason that step's
    /// @param head hash of the log's last record
    record Ended(String runId, Path directory, End end, String step, String reason, String head)
            implements Execution {}

    /// What is there forbids to go on. What was written before that was noticed stays, and counts.
    ///
    /// @param runId name of the run
    /// @param directory where it is
    /// @param obstacle what forbids it
    record Refused(String runId, Path directory, Obstacle obstacle) implements Execution {}

    /// Where a run can stand after an execution.
    enum End {
        /// All steps are done.
        COMPLETED,
        /// Something forbids to go on.
        BLOCKED,
        /// A human must decide.
        AWAITING_APPROVAL,
        /// A step failed.
        FAILED;

        /// As it is written in files.
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
