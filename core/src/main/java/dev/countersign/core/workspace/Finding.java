// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.workspace;

import dev.countersign.core.approval.FindingFacts;
import dev.countersign.core.json.JsonValue.JsonObject;
import dev.countersign.core.run.FindingId;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.Comparator;

/// Something that somebody has to answer for. It is never changed and never goes away; a signed
/// disposition closes it.
///
/// @param kind what it is about
/// @param severity 1 to 4, 1 being the worst
/// @param runId the run
/// @param subject what within the run: with kind and run it makes the identity
/// @param at when it came to be: the due instant of a breach, the record's time, else when it was
///   first seen
/// @param due until when somebody must have observed it; of a breach the deadline that is over
/// @param author who made what is decided, if known
/// @param head of the chain when it was found
/// @param evidence what it rests on: records, hashes, both heads; never empty
public record Finding(
        FindingKind kind,
        int severity,
        String runId,
        String subject,
        Instant at,
        @Nullable Instant due,
        @Nullable String author,
        @Nullable String head,
        JsonObject evidence) {
    /// Worst first, then oldest first.
    public static final Comparator<Finding> ORDER =
            Comparator.comparingInt(Finding::severity)
                    .thenComparing(Finding::at)
                    .thenComparing(Finding::id);

    /// Its name, the same whoever finds it and however often.
    public String id() {
        return FindingId.of(kind.word(), runId, subject);
    }

    /// The same as told at an instant: nothing was found after it.
    Finding asOf(Instant instant) {
        return at.isAfter(instant)
                ? new Finding(kind, severity, runId, subject, instant, due, author, head, evidence)
                : this;
    }

    /// What a disposition in the ledger is about.
    public FindingFacts facts() {
        return new FindingFacts(id(), kind.word(), runId, subject, author);
    }

    /// `SEV-1` to `SEV-4`.
    public String severityWord() {
        return "SEV-" + severity;
    }
}
