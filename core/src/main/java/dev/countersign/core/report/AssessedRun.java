// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.report;

import dev.countersign.core.approval.ActVerdict;
import dev.countersign.core.chain.Verdict;
import dev.countersign.core.clock.RunClock;
import dev.countersign.core.review.RuleBook;
import dev.countersign.core.review.RuleResult;
import dev.countersign.core.run.Artifact;
import dev.countersign.core.run.ChannelVerdicts;
import dev.countersign.core.run.RunStatus;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;

/// What a report says of one run.
///
/// @param runId its id
/// @param workflow empty if nothing says
/// @param status derived from its log
/// @param started when; null if nothing says
/// @param author who made what is decided; empty if nothing says
/// @param subject what it is about in one line
/// @param verdict of the chain; null without a log
/// @param records of the log
/// @param head of the chain; empty if there is none
/// @param logSha256 of the whole log; empty without one
/// @param gate the recorded verdict of the gate; empty if there is none
/// @param reperformedGate the verdict performed here; empty if it was not performed
/// @param channels every check
/// @param exceptions findings or violations, as recorded
/// @param added what a firm's own rules gave: no exceptions of the run
/// @param artifacts files against records
/// @param acts what humans did, as the log has it
/// @param clocks every clock that was ever started
public record AssessedRun(
        String runId,
        String workflow,
        RunStatus status,
        @Nullable Instant started,
        String author,
        String subject,
        @Nullable Verdict verdict,
        long records,
        String head,
        String logSha256,
        String gate,
        String reperformedGate,
        ChannelVerdicts channels,
        List<RuleResult> exceptions,
        List<RuleBook.Additional> added,
        List<Artifact> artifacts,
        List<Act> acts,
        List<RunClock> clocks) {
    public AssessedRun {
        exceptions = List.copyOf(exceptions);
        added = List.copyOf(added);
        artifacts = List.copyOf(artifacts);
        acts = List.copyOf(acts);
        clocks = List.copyOf(clocks);
    }

    /// What a human did.
    ///
    /// @param event the record's event
    /// @param hash the record's stored hash
    /// @param at its own time; null if it has none
    /// @param decision as written; empty if there is none
    /// @param verdict what is to be said of it
    public record Act(
            String event, String hash, @Nullable Instant at, String decision, ActVerdict verdict) {}

    /// Whether nothing speaks against it: no check failed, no exception is recorded, nothing
    /// stopped it. It does not say that everything was checked, and knows nothing of findings
    /// ({@link Assessment#clean(AssessedRun)}).
    public boolean clean() {
        boolean stopped =
                switch (status) {
                    case BLOCKED, FAILED, REJECTED, UNKNOWN -> true;
                    case RUNNING, AWAITING_APPROVAL, APPROVED_PENDING_RESUME, COMPLETED -> false;
                };
        return !stopped
                && verdict == Verdict.INTACT
                && exceptions.isEmpty()
                && !channels.negative();
    }
}
