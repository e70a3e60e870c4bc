// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.report;

import dev.countersign.core.clock.RunClock;
import dev.countersign.core.policy.ClockKind;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// How one kind of clock was kept.
///
/// @param kind which
/// @param met ended in time
/// @param late ended late, or still runs and its deadline is over
/// @param open still runs, in time
public record Attainment(ClockKind kind, long met, long late, long open) {
    /// Of those that were decided one way or the other, how many in a hundred were met, cut to a
    /// whole number so that 100 means all of them; -1 if none was decided.
    public int percent() {
        return met + late == 0 ? -1 : (int) (100 * met / (met + late));
    }

    /// Of every kind that was ever started, as of an instant.
    static List<Attainment> of(List<RunClock> clocks, Instant at) {
        List<Attainment> all = new ArrayList<>();
        for (ClockKind kind : ClockKind.values()) {
            long met = 0;
            long late = 0;
            long open = 0;
            for (RunClock clock : clocks) {
                if (clock.kind() == kind) {
                    if (clock.breached(at)) {
                        late++;
                    } else if (clock.openAt(at)) {
                        open++;
                    } else {
                        met++;
                    }
                }
            }
            if (met + late + open > 0) {
                all.add(new Attainment(kind, met, late, open));
            }
        }
        return all;
    }
}
