// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.workspace;

import dev.countersign.core.clock.KeptDeadlines;
import dev.countersign.core.clock.RunClock;
import dev.countersign.core.policy.ClockKind;
import dev.countersign.core.policy.Tier;
import dev.countersign.core.run.RunSummary;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// Deadlines as they were when their clocks were first seen: a later policy does not move them
/// (CLOCKS). For use by many threads.
final class FirstDeadlines implements KeptDeadlines {
    /// Which clock of which run, or of which period; two copies of a run have the same clocks.
    record Which(String runId, String hash, ClockKind kind) {}

    /// What was fixed.
    record Fixed(
            Instant due, Tier tier, boolean tierAssumed, boolean pauses, String policyVersion) {
        static Fixed of(RunClock clock) {
            return new Fixed(
                    clock.due(),
                    clock.tier(),
                    clock.tierAssumed(),
                    clock.pauses(),
                    clock.policyVersion());
        }
    }

    private final Map<Which, Fixed> fixed = new ConcurrentHashMap<>();
    private final Map<Which, Fixed> fresh = new ConcurrentHashMap<>();

    /// Those of runs that were seen.
    static FirstDeadlines of(Collection<RunSummary> runs) {
        FirstDeadlines deadlines = new FirstDeadlines();
        for (RunSummary run : runs) {
            for (RunClock clock : run.clocks()) {
                deadlines.known(
                        new Which(run.runId(), clock.cycle().hash(), clock.kind()),
                        Fixed.of(clock));
            }
        }
        return deadlines;
    }

    /// A deadline that is stored already.
    void known(Which key, Fixed value) {
        fixed.put(key, value);
    }

    /// The run with its clocks as first fixed; what is new is fixed now.
    RunSummary fix(RunSummary run) {
        List<RunClock> clocks = new ArrayList<>(run.clocks().size());
        for (RunClock clock : run.clocks()) {
            clocks.add(fix(run.runId(), clock));
        }
        return run.withClocks(clocks);
    }

    /// Fixes nothing.
    @Override
    public @Nullable RunClock fixed(String runId, RunClock today) {
        Fixed first = fixed.get(new Which(runId, today.cycle().hash(), today.kind()));
        return first == null ? null : with(today, first);
    }

    /// The clock as first fixed; if it is new it is fixed now.
    RunClock fix(String runId, RunClock clock) {
        Which key = new Which(runId, clock.cycle().hash(), clock.kind());
        Fixed now = Fixed.of(clock);
        Fixed first = fixed.putIfAbsent(key, now);
        if (first == null) {
            fresh.put(key, now);
        }
        return first == null ? clock : with(clock, first);
    }

    /// What was fixed since this was last asked.
    Map<Which, Fixed> takeFresh() {
        Map<Which, Fixed> taken = Map.copyOf(fresh);
        taken.keySet().forEach(fresh::remove);
        return taken;
    }

    private static RunClock with(RunClock clock, Fixed first) {
        return new RunClock(
                clock.cycle(),
                first.tier(),
                first.tierAssumed(),
                first.pauses(),
                first.due(),
                clock.role(),
                clock.escalateTo(),
                clock.breachSeverity(),
                first.policyVersion());
    }
}
