// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.workspace;

import dev.countersign.core.clock.PeriodClock;
import dev.countersign.core.clock.Periods;
import dev.countersign.core.policy.Policy;
import dev.countersign.core.run.RunSummary;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/// Which periods a workspace answers for: those whose deadline was not over when it first looked.
/// What was, or was not, observed before there was this desk is for others to say; without that
/// bound an archive of seven years would open with 84 breaches. Asked about an earlier instant, it
/// answers for those that were not over then. A period stays open until its sample is observed.
public final class Populations {
    private final @Nullable Instant since;
    private final FirstDeadlines fixed;

    /// @param since when the workspace first looked; null where there is none: then only periods
    ///   that are not over at the instant that is asked about
    /// @param fixed deadlines as first fixed
    Populations(@Nullable Instant since, FirstDeadlines fixed) {
        this.since = since;
        this.fixed = fixed;
    }

    /// Of runs without a workspace.
    static Populations unwatched() {
        return new Populations(null, new FirstDeadlines());
    }

    FirstDeadlines fixed() {
        return fixed;
    }

    /// The periods whose clocks run at an instant, the earliest first; their deadlines are fixed by
    /// this if they were not.
    List<PeriodClock> at(Instant at, Collection<RunSummary> runs, Policy policy) {
        Instant from = since == null || since.isAfter(at) ? at : since;
        List<Instant> starts = new ArrayList<>();
        for (RunSummary run : runs) {
            Instant started = run.started();
            if (started != null && !started.isAfter(at)) {
                starts.add(started);
            }
        }
        List<PeriodClock> open = new ArrayList<>();
        for (PeriodClock period : Periods.over(starts, policy, at)) {
            if (!fixed.due(period.id(), period.clock()).isBefore(from)) {
                open.add(
                        new PeriodClock(
                                period.period(),
                                period.runs(),
                                fixed.fix(period.id(), period.clock())));
            }
        }
        return open;
    }
}
