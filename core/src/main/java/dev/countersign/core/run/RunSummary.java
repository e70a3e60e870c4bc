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
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

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
/// @param blocked when it was blocked first; null if it never was, or nothing of its log is sure
/// @param gate the recorded verdict of the gate
/// @param bypassed whether it went on without a control of its workflow
/// @param standing the ids of the findings of SEV-1 against it that nobody disposed of under a
///   signature that holds; none until findings were made
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
        @Nullable Instant blocked,
        @Nullable GateVerdict gate,
        boolean bypassed,
        List<String> standing,
        boolean unfollowed,
        @Nullable Verdict verdict,
        long records,
        @Nullable String head,
        List<Channel> failed,
        int exceptions,
        List<RunClock> clocks,
        List<Disposition> dispositions) {
    public RunSummary {
        standing = List.copyOf(standing);
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
                blocked(run),
                gate == null ? null : gate.verdict(),
                run.channels().failed(Check.Kind.CONTROL_STEPS),
                List.of(),
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
        return with(others, standing);
    }

    /// The same run, and which findings of SEV-1 stand against it.
    public RunSummary withStanding(List<String> ids) {
        return with(clocks, ids);
    }

    /// The same run without the findings of SEV-1 that are disposed of by what counts.
    public RunSummary without(Collection<Disposition> decided) {
        Set<String> ids = new LinkedHashSet<>(standing);
        for (Disposition disposition : decided) {
            if (disposition.counts()) {
                ids.remove(disposition.finding());
            }
        }
        return withStanding(List.copyOf(ids));
    }

    /// Whether nothing says where it stands although something of it is here: its log is not, or is
    /// empty although there is a payload, or is larger than is looked at.
    public boolean adrift() {
        return verdict == null
                || (verdict == Verdict.EMPTY
                        ? author != null
                        : status == RunStatus.UNKNOWN && records > 0);
    }

    /// The same run; with the clocks that it had when it was seen before, if nothing says any more
    /// where it stands: whoever takes a log away, or pads it, stops no clock.
    public RunSummary remembering(@Nullable RunSummary before) {
        return before != null && adrift() && clocks.isEmpty() ? withClocks(before.clocks) : this;
    }

    /// Whether a finding of SEV-1 stands against it.
    public boolean conflict() {
        return !standing.isEmpty();
    }

    private RunSummary with(List<RunClock> others, List<String> ids) {
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
                blocked,
                gate,
                bypassed,
                ids,
                unfollowed,
                verdict,
                records,
                head,
                failed,
                exceptions,
                others,
                dispositions);
    }

    /// Each block opens an observation at its first record. Of a chain that does not hold nothing
    /// is said: its records prove nothing.
    private static @Nullable Instant blocked(RunSnapshot run) {
        ChainReport chain = run.chain();
        if (chain == null || chain.verdict() != Verdict.INTACT) {
            return null;
        }
        for (RunClock clock : run.clocks()) {
            RunEvent event = run.event(clock.cycle().record());
            if (clock.kind() == ClockKind.OBSERVATION
                    && event != null
                    && "blocked".equals(event.text("status"))) {
                return clock.cycle().started();
            }
        }
        return null;
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
