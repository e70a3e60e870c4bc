// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.workspace;

import dev.countersign.core.clock.PeriodClock;
import dev.countersign.core.ledger.LedgerStore;
import dev.countersign.core.policy.Policy;
import dev.countersign.core.run.RunSummary;
import dev.countersign.core.source.SourceException;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/// Which periods a workspace answers for, and their deadlines as first fixed.
///
/// @param store of the workspace
/// @param ledger of the workspace: who signed off a period's sample, and when
record PeriodWatch(Store store, LedgerStore ledger) {
    private static final String SINCE = "population_since";

    /// Fixes the deadlines of periods that ended; the first look says since when this desk answers
    /// for them.
    void fix(Collection<RunSummary> runs, Policy policy, Instant now) throws SourceException {
        if (store.state(SINCE) == null) {
            store.write(c -> {
                SourceTable state = new SourceTable(c);
                if (state.state(SINCE) == null) {
                    state.state(SINCE, now.toString());
                }
            });
        }
        Populations populations = populations();
        List<PeriodClock> _ = populations.at(now, runs, policy);
        Map<FirstDeadlines.Which, FirstDeadlines.Fixed> fresh = populations.fixed().takeFresh();
        if (!fresh.isEmpty()) {
            store.write(c -> new DeadlineTable(c).add(fresh, now));
        }
    }

    Populations populations() throws SourceException {
        String since = store.state(SINCE);
        return new Populations(
                since == null ? Instant.MAX : Instant.parse(since),
                store.read(c -> new DeadlineTable(c).ofPeriods()),
                SampleEntries.signedOff(ledger));
    }
}
