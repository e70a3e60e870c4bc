// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.run;

import dev.countersign.core.approval.ActVerdict;
import dev.countersign.core.chain.ChainReport;
import dev.countersign.core.clock.RunClock;
import dev.countersign.core.json.JsonValue.JsonObject;
import dev.countersign.core.policy.ClockKind;
import dev.countersign.core.review.Abstention;
import dev.countersign.core.review.Control;
import dev.countersign.core.review.GatePerformance;
import dev.countersign.core.review.GateResult;
import dev.countersign.core.review.RuleResult;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.util.List;

/// Everything a run directory says, read once. Immutable.
///
/// Whatever is absent is absent here too: a log without `state.json`, an empty folder or a
/// half-written run are snapshots like any other.
///
/// @param directory where it is
/// @param runId what `run_started` says, else the folder's name
/// @param workflow what `run_started` says; null if nothing does
/// @param status derived from the log
/// @param step the step it stands at; null if none was started
/// @param reason what the last result of that step says; null if it says nothing
/// @param author who made what is decided: the payload's `author` or `employee`
/// @param system the payload's `system`, if any
/// @param subject what it is about in one line: the payload's `id` and `summary` or the like
/// @param payload the input; null without a checkpoint
/// @param state all of `state.json`; null if there is none that can be read
/// @param chain what the verifier says of the log; null without a log
/// @param events the log's records, in file order
/// @param gate the gate performed here; null without a payload or for an unknown workflow
/// @param recordedGate the gate as recorded; null if it was not reached
/// @param abstentions as recorded
/// @param findings findings or violations, as recorded
/// @param reperformedFindings by the deterministic rules, here; null if the workflow has none here
/// @param model the model's part; null if there is none
/// @param artifacts files against records
/// @param approvals decisions in the log, in file order
/// @param acts every act of a human in the log, verified at its place, in file order
/// @param review the independent review; null if there is none
/// @param clocks every clock that was ever started, in record order
/// @param channels the cross-checks
public record RunSnapshot(
        Path directory,
        String runId,
        @Nullable String workflow,
        RunStatus status,
        @Nullable String step,
        @Nullable String reason,
        @Nullable String author,
        @Nullable String system,
        String subject,
        @Nullable JsonObject payload,
        @Nullable JsonObject state,
        @Nullable ChainReport chain,
        List<RunEvent> events,
        @Nullable GatePerformance gate,
        @Nullable GateResult recordedGate,
        List<Abstention> abstentions,
        List<RuleResult> findings,
        @Nullable List<RuleResult> reperformedFindings,
        @Nullable ModelExchange model,
        ArtifactCheck artifacts,
        List<Approval> approvals,
        List<ActVerdict> acts,
        @Nullable RecordedReview review,
        List<RunClock> clocks,
        ChannelVerdicts channels) {
    /// The same without the records of its log, which are most of what it holds: for where the
    /// snapshots of many runs are kept, and only what was concluded from them is asked for.
    public RunSnapshot withoutRecords() {
        return new RunSnapshot(
                directory,
                runId,
                workflow,
                status,
                step,
                reason,
                author,
                system,
                subject,
                payload,
                state,
                chain,
                List.of(),
                gate,
                recordedGate,
                abstentions,
                findings,
                reperformedFindings,
                model,
                artifacts,
                approvals,
                acts,
                review,
                clocks,
                channels);
    }

    /// A record of the log; null if there is none that was read.
    ///
    /// @param record 0-based
    public @Nullable RunEvent event(long record) {
        int low = 0;
        int high = events.size() - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            long there = events.get(middle).record();
            if (there == record) {
                return events.get(middle);
            }
            if (there < record) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return null;
    }

    /// The controls that it names and a register does not have.
    public List<String> controlsBeyond(List<Control> register) {
        return NamedControls.beyond(register, this);
    }

    /// What is to be said of an act.
    ///
    /// @param record 0-based; of an approval, or another act
    public ActVerdict act(long record) {
        for (ActVerdict act : acts) {
            if (act.record() == record) {
                return act;
            }
        }
        throw new IllegalArgumentException("record " + record + " is no act that was verified");
    }

    /// Whether a decision counts as recorded: one by nobody or by the author, one that says neither
    /// yes nor no, and one under a signature that is not right do not.
    public boolean counts(Approval decision) {
        return decision.decides() && Counting.recorded(act(decision.record()), author);
    }

    /// Whether an approval was given in an emergency, and its second one is still waited for.
    public boolean provisional(Approval approval) {
        for (RunClock clock : clocks) {
            if (clock.kind() == ClockKind.RETROACTIVE_APPROVAL
                    && clock.open()
                    && clock.cycle().record() == approval.record()) {
                return true;
            }
        }
        return false;
    }

    public RunSnapshot {
        events = List.copyOf(events);
        abstentions = List.copyOf(abstentions);
        findings = List.copyOf(findings);
        reperformedFindings = reperformedFindings == null ? null : List.copyOf(reperformedFindings);
        approvals = List.copyOf(approvals);
        acts = List.copyOf(acts);
        clocks = List.copyOf(clocks);
    }
}
