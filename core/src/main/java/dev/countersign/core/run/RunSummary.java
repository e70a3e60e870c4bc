// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.run;

import dev.countersign.core.chain.Verdict;
import dev.countersign.core.clock.RunClock;
import dev.countersign.core.review.GateVerdict;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/// What the queue and the palette have to know of a run, small enough to keep for many.
///
/// @param directory where it is
/// @param runId its id
/// @param workflow null if nothing says
/// @param status derived from the log
/// @param step the step it stands at
/// @param author who made what is decided
/// @param system the system it is about
/// @param subject what it is about in one line
/// @param started time of the first `run_started`
/// @param gate the recorded verdict of the gate
/// @param verdict of the chain; null without a log
/// @param records parsed records
/// @param head of the chain
/// @param failed channels that failed
/// @param exceptions how many findings or violations are recorded
/// @param clocks every clock that was ever started
public record RunSummary(
        Path directory,
        String runId,
        @Nullable String workflow,
        RunStatus status,
        @Nullable String step,
        @Nullable String author,
        @Nullable String system,
        String subject,
        @Nullable Instant started,
        @Nullable GateVerdict gate,
        @Nullable Verdict verdict,
        long records,
        @Nullable String head,
        List<Channel> failed,
        int exceptions,
        List<RunClock> clocks) {
    public RunSummary {
        failed = List.copyOf(failed);
        clocks = List.copyOf(clocks);
    }
}
