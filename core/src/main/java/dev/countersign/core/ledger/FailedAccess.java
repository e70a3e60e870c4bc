// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.ledger;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// How often an actor failed or was denied.
///
/// @param actorId who
/// @param count how often
/// @param first time of the first one, as it stands in the ledger
/// @param last time of the last one
public record FailedAccess(String actorId, long count, String first, String last) {
    /// The outcomes that count.
    public static final Set<String> OUTCOMES =
            Set.of(EventOutcome.FAILURE.word(), EventOutcome.DENIED.word());

    /// Counts by actor, most first; equal counts by actor.
    ///
    /// @param events failures only, earliest first
    /// @param least actors with fewer are left out
    public static List<FailedAccess> of(List<LedgerEvent> events, long least) {
        Map<String, FailedAccess> byActor = new LinkedHashMap<>();
        for (LedgerEvent event : events) {
            String time = event.timestamp();
            byActor.merge(
                    event.actorId(),
                    new FailedAccess(event.actorId(), 1, time, time),
                    (old, one) ->
                            new FailedAccess(old.actorId, old.count + 1, old.first, one.last));
        }
        List<FailedAccess> enough =
                new ArrayList<>(byActor.values().stream().filter(a -> a.count >= least).toList());
        enough.sort(
                Comparator.comparingLong(FailedAccess::count)
                        .reversed()
                        .thenComparing(FailedAccess::actorId));
        return enough;
    }
}
