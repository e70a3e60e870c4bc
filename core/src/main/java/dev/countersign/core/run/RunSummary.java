// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.run;

import dev.countersign.core.chain.ChainReport;
import dev.countersign.core.chain.Fault;
import dev.countersign.core.chain.Verdict;
import dev.countersign.core.clock.Cycle;
import dev.countersign.core.clock.RunClock;
import dev.countersign.core.policy.ClockKind;
import dev.countersign.core.review.GateResult;
import dev.countersign.core.review.GateVerdict;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
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
/// @param started time of the first `run_started`; null if there is none with a time
/// @param startDoubtful whether that record, or one before it, does not hold
/// @param gate the recorded verdict of the gate
/// @param bypassed whether it went on without a control of its workflow
/// @param conflict whether a finding of SEV-1 stands against it that nobody disposed of under a
///   signature that holds; nothing says so until findings were made
/// @param unfollowed whether what is there as log is a folder, a device, or a link that leads out
/// @param verdict of the chain; null without a log that was read
/// @param records parsed records
/// @param head of the chain
/// @param failed channels that failed
/// @param exceptions how many findings or violations are recorded
/// @param clocks every clock that was ever started
/// @param dispositions what was decided about its findings, by records of its log
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
        boolean startDoubtful,
        @Nullable GateVerdict gate,
        boolean bypassed,
        boolean conflict,
        boolean unfollowed,
        @Nullable Verdict verdict,
        long records,
        @Nullable String head,
        List<Channel> failed,
        int exceptions,
        List<RunClock> clocks,
        List<Disposition> dispositions) {
    public RunSummary {
        failed = List.copyOf(failed);
        clocks = List.copyOf(clocks);
        dispositions = List.copyOf(dispositions);
    }

    /// The summary of a run that was read.
    public static RunSummary of(RunSnapshot run) {
        ChainReport chain = run.chain();
        GateResult gate = run.recordedGate();
        RunEvent started = started(run.events());
        List<Channel> failed = new ArrayList<>();
        run.channels()
                .all()
                .forEach((channel, outcome) -> {
                    if (outcome == Outcome.FAILED) {
                        failed.add(channel);
                    }
                });
        return new RunSummary(
                run.directory(),
                run.runId(),
                run.workflow(),
                run.status(),
                run.step(),
                run.author(),
                run.system(),
                run.subject(),
                started == null ? null : started.at(),
                started != null && doubtful(started, chain),
                gate == null ? null : gate.verdict(),
                run.channels().failed(Check.Kind.CONTROL_STEPS),
                false,
                run.channels().why(Check.Kind.CHAIN) == Check.Why.NOT_FOLLOWED,
                chain == null ? null : chain.verdict(),
                chain == null ? 0 : chain.records(),
                chain == null ? null : chain.head(),
                failed,
                run.findings().size(),
                run.clocks(),
                Disposition.in(run.events(), run.acts(), chain));
    }

    /// The same run with other clocks.
    public RunSummary withClocks(List<RunClock> others) {
        return with(others, conflict);
    }

    /// The same run, and whether a finding of SEV-1 stands against it.
    public RunSummary withConflict(boolean stands) {
        return with(clocks, stands);
    }

    private RunSummary with(List<RunClock> others, boolean stands) {
        return new RunSummary(
                directory,
                runId,
                workflow,
                status,
                step,
                author,
                system,
                subject,
                started,
                startDoubtful,
                gate,
                bypassed,
                stands,
                unfollowed,
                verdict,
                records,
                head,
                failed,
                exceptions,
                others,
                dispositions);
    }

    /// Whether somebody disposed of what stopped it last: nobody is waited for any more.
    public boolean disposed() {
        String stop = "";
        boolean ended = false;
        for (RunClock clock : clocks) {
            if (clock.kind() == ClockKind.OBSERVATION) {
                stop = clock.cycle().hash();
                Cycle.Ending ending = clock.cycle().ending();
                ended = ending != null && ending.how() == Cycle.How.DISPOSED;
            }
        }
        for (Disposition disposition : dispositions) {
            if (disposition.counts() && disposition.speaksOf(runId, stop)) {
                return true;
            }
        }
        return ended;
    }

    private static @Nullable RunEvent started(List<RunEvent> events) {
        for (RunEvent event : events) {
            if (event.event().equals("run_started")) {
                return event;
            }
        }
        return null;
    }

    private static boolean doubtful(RunEvent started, @Nullable ChainReport chain) {
        Fault fault = chain == null ? null : chain.first();
        return fault != null && fault.record() <= started.record();
    }
}
