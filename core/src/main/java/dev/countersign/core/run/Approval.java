// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.run;

import org.jspecify.annotations.Nullable;

import java.time.Instant;

/// A decision that the log records: `approval_recorded` or `approval_rejected`.
///
/// @param record 0-based
/// @param at when, by its own clock
/// @param key what it decides
/// @param approver who, as written
/// @param decision as written
/// @param rejection whether it is a record of its own kind, `approval_rejected`
/// @param role as written, if any
/// @param rationale as written, if any
/// @param signed whether it carries a signature; that says nothing about its worth
public record Approval(
        long record,
        @Nullable Instant at,
        String key,
        String approver,
        String decision,
        boolean rejection,
        @Nullable String role,
        @Nullable String rationale,
        boolean signed) {
    /// Whether it names somebody and says yes or no. One that does not counts for nothing, though a
    /// producer that only looks for the key goes on.
    public boolean decides() {
        return !approver.isBlank()
                && (rejection || Persons.saysYes(decision) || Persons.saysNo(decision));
    }
}
