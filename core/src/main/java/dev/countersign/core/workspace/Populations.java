// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.workspace;

import dev.countersign.core.clock.Cycle;
import dev.countersign.core.clock.PeriodClock;
import dev.countersign.core.clock.Periods;
import dev.countersign.core.clock.RunClock;
import dev.countersign.core.policy.Policy;
import dev.countersign.core.run.RunSummary;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/// Which periods a workspace answers for: those whose deadline was not over when it first looked.
/// What was, or was not, observed before there was this desk is for others to say; without that
/// bound an archive of seven years would open with 84 breaches. Asked about an earlier instant, it
/// answers for those that were not over then. A period stays open until its sample is signed off.
/// Runs without a workspace are answered for since the first of them: there nobody remembers what
/// was observed, and what is asked tomorrow must not know less than what was asked today.
public final class Populations {
    private final Instant since;
    private final FirstDeadlines fixed;
    private final Map<YearMonth, Instant> signedOff;

    /// @param since when the workspace first looked; {@link Instant#MAX} if it has not yet
    /// @param fixed deadlines as first fixed
    /// @param signedOff when the samples of periods were signed off
    Populations(Instant since, FirstDeadlines fixed, Map<YearMonth, Instant> signedOff) {
        this.since = since;
        this.fixed = fixed;
        this.signedOff = Map.copyOf(signedOff);
    }

    /// Of runs without a workspace.
    static Populations unwatched() {
        return new Populations(Instant.MIN, new FirstDeadlines(), Map.of());
    }

    FirstDeadlines fixed() {
        return fixed;
    }

    /// The periods that are waited for at an instant, the earliest first.
    List<PeriodClock> waiting(Instant at, Collection<RunSummary> runs, Policy policy) {
        return at(at, runs, policy).stream().filter(period -> period.clock().open()).toList();
    }

    /// The periods whose clocks run at an instant or ended before, the earliest first; their
    /// deadlines are fixed by this if they were not.
    List<PeriodClock> at(Instant at, Collection<RunSummary> runs, Policy policy) {
        Instant from = since.isAfter(at) ? at : since;
        List<Instant> starts = new ArrayList<>();
        for (RunSummary run : runs) {
            Instant started = run.started();
            if (started != null && !started.isAfter(at)) {
                starts.add(started);
            }
        }
        List<PeriodClock> open = new ArrayList<>();
        for (PeriodClock period : Periods.over(starts, policy, at)) {
            if (!fixed.of(period.id(), period.clock()).due().isBefore(from)) {
                open.add(
                        new PeriodClock(
                                period.period(),
                                period.runs(),
                                ended(
                                        fixed.fix(period.id(), period.clock()),
                                        signedOff.get(period.period()),
                                        at)));
            }
        }
        return open;
    }

    private static RunClock ended(RunClock clock, @Nullable Instant end, Instant at) {
        if (end == null || end.isAfter(at)) {
            return clock;
        }
        Cycle cycle = clock.cycle();
        return new RunClock(
                new Cycle(
                        cycle.kind(),
                        cycle.step(),
                        cycle.key(),
                        cycle.record(),
                        cycle.hash(),
                        cycle.started(),
                        cycle.assumed(),
                        new Cycle.Ending(-1, end, Cycle.How.OBSERVED, true)),
                clock.tier(),
                clock.tierAssumed(),
                clock.pauses(),
                clock.due(),
                clock.role(),
                clock.escalateTo(),
                clock.breachSeverity(),
                clock.policyVersion());
    }
}
