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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// An act about many runs, which the ledger of the workspace takes.
///
/// @param workspace whose ledger it is for
/// @param head what it names where a record in a log names the one before it
record LedgerAct(Path workspace, Policy policy, Act act, String head) {
    /// Prepares it.
    ///
    /// @param said the record as far as it is this act's alone
    /// @param identity who acts; null: nobody has said so yet
    Preparation prepare(RecordDraft said, @Nullable String identity) {
        String role = ActRole.of(policy, act.kind(), "", "", "");
        List<Obstacle> obstacles =
                new ArrayList<>(new Segregation(policy, act, role, null).against(identity));
        RecordDraft draft =
                said.with("role", role).with("rationale", act.why()).with("reviewed_head", head);
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
                        identity == null ? "" : identity.strip(),
                        head,
                        draft,
                        ActStatement.of(act.kind(), record, ActPlace.POPULATION, Map.of())));
    }
}
