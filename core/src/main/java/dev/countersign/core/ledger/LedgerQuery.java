// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.ledger;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.Set;

/// Which events are wanted. Every condition narrows; none given means all.
///
/// @param from earliest instant, inclusive, or null
/// @param to latest instant, inclusive, or null
/// @param actorId who, or null
/// @param actorTypes words of {@link Actor.Type}; empty for any
/// @param action what, or null
/// @param resource to what, or null
/// @param outcomes words of {@link EventOutcome}; empty for any
/// @param newestFirst latest event first, else earliest first; equal times by place in the chain
/// @param limit most events to give
public record LedgerQuery(
        @Nullable Instant from,
        @Nullable Instant to,
        @Nullable String actorId,
        Set<String> actorTypes,
        @Nullable String action,
        @Nullable Resource resource,
        Set<String> outcomes,
        boolean newestFirst,
        int limit) {
    /// Everything, earliest first.
    public static final LedgerQuery ALL =
            new LedgerQuery(
                    null, null, null, Set.of(), null, null, Set.of(), false, Integer.MAX_VALUE);

    public LedgerQuery {
        actorTypes = Set.copyOf(actorTypes);
        outcomes = Set.copyOf(outcomes);
    }

    /// Between two instants, both inclusive; null for no bound.
    public LedgerQuery between(@Nullable Instant earliest, @Nullable Instant latest) {
        return new LedgerQuery(
                earliest,
                latest,
                actorId,
                actorTypes,
                action,
                resource,
                outcomes,
                newestFirst,
                limit);
    }

    /// Of one actor.
    public LedgerQuery byActor(String id) {
        return new LedgerQuery(
                from, to, id, actorTypes, action, resource, outcomes, newestFirst, limit);
    }

    /// Of actors of some types.
    public LedgerQuery byActorTypes(Set<String> types) {
        return new LedgerQuery(
                from, to, actorId, types, action, resource, outcomes, newestFirst, limit);
    }

    /// Of one action.
    public LedgerQuery byAction(String word) {
        return new LedgerQuery(
                from, to, actorId, actorTypes, word, resource, outcomes, newestFirst, limit);
    }

    /// On one resource.
    public LedgerQuery byResource(Resource one) {
        return new LedgerQuery(
                from, to, actorId, actorTypes, action, one, outcomes, newestFirst, limit);
    }

    /// With some outcomes.
    public LedgerQuery byOutcomes(Set<String> words) {
        return new LedgerQuery(
                from, to, actorId, actorTypes, action, resource, words, newestFirst, limit);
    }

    /// The latest ones, latest first.
    public LedgerQuery latest(int most) {
        return new LedgerQuery(
                from, to, actorId, actorTypes, action, resource, outcomes, true, most);
    }
}
