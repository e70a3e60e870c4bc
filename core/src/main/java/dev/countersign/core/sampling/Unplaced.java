// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.sampling;

import dev.countersign.core.chain.Verdict;
import dev.countersign.core.run.RunSummary;

import java.util.Locale;

/// A run of which nobody can say that it belongs to a period, or that it does not: while there is
/// one, no population is proven complete.
///
/// @param runId its id
/// @param why what is missing
public record Unplaced(String runId, Why why) {
    /// What is missing.
    public enum Why {
        /// It has no log.
        NO_LOG,
        /// Its log has no record.
        EMPTY_LOG,
        /// Its log has no `run_started` with a time that can be placed: ISO 8601 with an offset.
        NO_START,
        /// The record of its log that names another period, or one before it, does not hold.
        START_DOUBTFUL;

        /// As it is written in files.
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /// @param run whose start is missing or doubtful
    static Unplaced of(RunSummary run) {
        return new Unplaced(run.runId(), why(run));
    }

    private static Why why(RunSummary run) {
        if (run.started() != null) {
            return Why.START_DOUBTFUL;
        }
        if (run.verdict() == null) {
            return Why.NO_LOG;
        }
        return run.verdict() == Verdict.EMPTY ? Why.EMPTY_LOG : Why.NO_START;
    }
}
