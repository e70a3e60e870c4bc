// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.workspace;

import dev.countersign.core.clock.Cycle;
import dev.countersign.core.clock.PeriodClock;
import dev.countersign.core.clock.RunClock;
import dev.countersign.core.json.JsonValue;
import dev.countersign.core.run.RunSummary;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/// Deadlines that are over. A breach exists from the due instant on, whether or not anybody was at
/// the desk, and a late approval does not clear it (CLOCKS).
final class Breaches {
    private Breaches() {}

    /// Those of many runs, and of periods, at an instant.
    static List<Finding> of(Collection<RunSummary> runs, List<PeriodClock> periods, Instant now) {
        List<Finding> breaches = new ArrayList<>();
        for (RunSummary run : runs) {
            for (RunClock clock : run.clocks()) {
                if (clock.breached(now)) {
                    breaches.add(breach(run, clock));
                }
            }
        }
        for (PeriodClock period : periods) {
            if (period.clock().breached(now)) {
                breaches.add(breach(period));
            }
        }
        return breaches;
    }

    private static Finding breach(PeriodClock period) {
        RunClock clock = period.clock();
        var evidence =
                JsonValue.object()
                        .with("clock", clock.kind().word())
                        .with("period", period.period().toString())
                        .with("runs", period.runs())
                        .with("started", clock.cycle().started().toString())
                        .with("due", clock.due().toString())
                        .with("policy_version", clock.policyVersion())
                        .with("escalate_to", clock.escalateTo());
        return new Finding(
                FindingKind.breachOf(clock.kind()),
                clock.breachSeverity(),
                period.id(),
                period.period().toString(),
                clock.due(),
                clock.due(),
                null,
                null,
                evidence.build());
    }

    private static Finding breach(RunSummary run, RunClock clock) {
        Cycle cycle = clock.cycle();
        var evidence =
                JsonValue.object()
                        .with("clock", clock.kind().word())
                        .with("tier", clock.tier().word())
                        .with("step", cycle.step())
                        .with("record", cycle.record())
                        .with("hash", cycle.hash())
                        .with("started", cycle.started().toString())
                        .with("due", clock.due().toString())
                        .with("policy_version", clock.policyVersion())
                        .with("escalate_to", clock.escalateTo());
        return new Finding(
                FindingKind.breachOf(clock.kind()),
                clock.breachSeverity(),
                run.runId(),
                cycle.hash(),
                clock.due(),
                clock.due(),
                run.author(),
                run.head(),
                evidence.build());
    }
}
