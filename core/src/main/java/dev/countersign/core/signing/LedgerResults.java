// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.signing;

import dev.countersign.core.approval.ActPlace;
import dev.countersign.core.approval.ActRole;
import dev.countersign.core.approval.ActStatement;
import dev.countersign.core.journal.RecordDraft;
import dev.countersign.core.json.JsonValue.JsonObject;
import dev.countersign.core.ledger.Redaction;
import dev.countersign.core.policy.Policy;
import dev.countersign.core.signing.Obstacle.Kind;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// The way of a re-performance of many runs into the ledger of the workspace: no run's log is the
/// place for it. Where a record in a log names the one before it, this names the results. {@link
/// Signing#sign} signs it as any other act, {@link ActEntries#reperformed} is its entry.
public final class LedgerResults {
    private LedgerResults() {}

    /// Prepares it.
    ///
    /// @param workspace whose ledger it is for
    /// @param act names the results
    /// @param identity who performed; null: nobody has said so yet
    /// @param at the time of the record
    public static Preparation prepare(
            Path workspace,
            Policy policy,
            Act.Reperform act,
            @Nullable String identity,
            Instant at) {
        String role = ActRole.of(policy, act.kind(), "", "", "");
        List<Obstacle> obstacles =
                new ArrayList<>(new Segregation(policy, act, role, null).against(identity));
        String who = identity == null ? "" : identity.strip();
        String head = act.resultsSha256();
        RecordDraft draft =
                ActDraft.results(new RecordDraft(at, act.kind().event()), act, who)
                        .with("role", role)
                        .with("rationale", act.rationale())
                        .with("reviewed_head", head);
        JsonObject record = draft.placedAfter(head);
        if (!Redaction.of(record).equals(record)) {
            obstacles.add(
                    new Obstacle(
                            Kind.LOOKS_SECRET,
                            "What you say looks like a password or a key, which the ledger does not"
                                    + " keep: say it in other words."));
        }
        if (!obstacles.isEmpty()) {
            return new Preparation.Refused(obstacles);
        }
        return new Preparation.Ready(
                new SigningRequest(
                        workspace,
                        ActPlace.POPULATION,
                        act,
                        who,
                        head,
                        draft,
                        ActStatement.of(act.kind(), record, ActPlace.POPULATION, Map.of())));
    }
}
