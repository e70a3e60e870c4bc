// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.ledger;

import dev.countersign.core.json.JsonValue.JsonObject;

import java.util.List;

/// An act that is to be recorded. The store adds identity, time and hashes, and takes secrets out
/// of the details ({@link Redaction}).
///
/// @param actor who did it
/// @param action what was done, a {@link DeskAction#word()} if it was done here
/// @param resource what it was done to
/// @param outcome how it ended
/// @param details what else is to be known
/// @param origin where it came from
public record LedgerEntry(
        Actor actor,
        String action,
        Resource resource,
        EventOutcome outcome,
        JsonObject details,
        Origin origin) {
    /// An act at this desk, done, without details.
    public static LedgerEntry of(Actor actor, DeskAction action, Resource resource) {
        return new LedgerEntry(
                actor,
                action.word(),
                resource,
                EventOutcome.SUCCESS,
                new JsonObject(List.of()),
                Origin.DESK);
    }

    /// The same act with details.
    public LedgerEntry with(JsonObject others) {
        return new LedgerEntry(actor, action, resource, outcome, others, origin);
    }

    /// The same act with another end.
    public LedgerEntry ended(EventOutcome other) {
        return new LedgerEntry(actor, action, resource, other, details, origin);
    }

    /// The same act from elsewhere.
    public LedgerEntry from(Origin other) {
        return new LedgerEntry(actor, action, resource, outcome, details, other);
    }
}
