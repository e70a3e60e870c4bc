// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.feature.ledger;

import dev.countersign.app.text.Foreign;
import dev.countersign.app.text.LedgerWords;
import dev.countersign.core.json.JsonValue.JsonObject;

import java.time.Instant;
import java.util.Locale;

/// One thing that was done at the desk (FORMATS 2, format B).
///
/// @param entry where it stands in the chain, from 0
/// @param at when
/// @param actor who
/// @param actorType what kind of who: user, service, system, admin
/// @param action what was done
/// @param resourceType to what kind of thing
/// @param resourceId to which
/// @param outcome how it went
/// @param details what else is recorded
/// @param previous hash of the event before; empty on the first
/// @param hash that the entry carries
/// @param computed hash of what it says; empty if it is no record
public record LedgerRow(
        long entry,
        Instant at,
        String actor,
        String actorType,
        String action,
        String resourceType,
        String resourceId,
        Outcome outcome,
        JsonObject details,
        String previous,
        String hash,
        String computed) {
    /// How it went.
    public enum Outcome {
        /// It was done.
        SUCCESS("Done"),
        /// It could not be done.
        FAILURE("Failed"),
        /// It was not allowed.
        DENIED("Denied");

        private final String word;

        Outcome(String word) {
            this.word = word;
        }

        /// For people.
        String word() {
            return word;
        }
    }

    /// What was done, for people.
    String does() {
        return LedgerWords.action(action);
    }

    /// To what, for people.
    String resource() {
        String kind = LedgerWords.action(resourceType);
        return resourceId.isEmpty() ? kind : kind + " " + Foreign.visible(resourceId);
    }

    /// Whether some text occurs anywhere in it.
    boolean says(String lowerCase) {
        return holds(action, lowerCase)
                || holds(does(), lowerCase)
                || holds(actor, lowerCase)
                || holds(resourceType, lowerCase)
                || holds(resourceId, lowerCase)
                || holds(outcome.word(), lowerCase)
                || holds(hash, lowerCase)
                || holds(details.text(), lowerCase);
    }

    private static boolean holds(String text, String lowerCase) {
        return text.toLowerCase(Locale.ROOT).contains(lowerCase);
    }
}
