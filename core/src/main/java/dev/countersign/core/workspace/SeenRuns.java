// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.workspace;

import dev.countersign.core.clock.KeptDeadlines;
import dev.countersign.core.clock.OfficeHours;
import dev.countersign.core.clock.PeriodClock;
import dev.countersign.core.policy.Policy;
import dev.countersign.core.run.RunSummary;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/// Runs, seen once: an {@link Overview} without what was found in them, for those who ask for no
/// findings.
///
/// @param hours in which their clocks count; of the policy under which they were read
/// @param runs those that can be read, in the order of their places
/// @param lost those that were here and are nowhere any more, as they were when last seen; without
///   an index nobody knows of any
/// @param missing sources that are not there
/// @param unreadable what is there and cannot be read
/// @param populations which periods it answers for
public record SeenRuns(
        OfficeHours hours,
        List<RunSummary> runs,
        List<RunSummary> lost,
        List<Source> missing,
        List<ScanReport.Unreadable> unreadable,
        Populations populations) {
    public SeenRuns {
        runs = List.copyOf(runs);
        lost = List.copyOf(lost);
        missing = List.copyOf(missing);
        unreadable = List.copyOf(unreadable);
    }

    /// Under which they were read.
    public Policy policy() {
        return hours.today();
    }

    /// Whose deadlines somebody answers for: a run that is deleted takes no breach with it.
    public List<RunSummary> answered() {
        return Stream.concat(runs.stream(), lost.stream()).toList();
    }

    /// The deadlines of their clocks as they were fixed, for those who read the runs again.
    public KeptDeadlines kept() {
        return FirstDeadlines.of(runs);
    }

    /// The periods whose samples are waited for at an instant, the earliest first.
    public List<PeriodClock> periods(Instant at) {
        return populations.waiting(at, runs, policy());
    }
}
