// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.signing;

import dev.countersign.core.approval.ActPlace;
import dev.countersign.core.approval.ActRole;
import dev.countersign.core.approval.ActStatement;
import dev.countersign.core.approval.FindingFacts;
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

/// An act that the ledger of the workspace takes, because no log of a run can.
///
/// @param workspace whose ledger it is for
record LedgerAct(Path workspace, Policy policy, Act act, Subject subject) {
    /// What it is about.
    ///
    /// @param place in whose name it is signed: a run's id, or what stands for many
    /// @param author who must not act; null if nobody made it alone
    /// @param head what the act names where a record in a log names the one before it
    record Subject(String place, @Nullable String author, String head) {
        /// Many runs.
        static Subject many(String head) {
            return new Subject(ActPlace.POPULATION, null, head);
        }

        /// A finding.
        static Subject of(FindingFacts finding) {
            return new Subject(finding.runId(), finding.author(), finding.sha256());
        }
    }

    /// Prepares it.
    ///
    /// @param said the record as far as it is this act's alone
    /// @param identity who acts; null: nobody has said so yet
    Preparation prepare(RecordDraft said, @Nullable String identity) {
        String role = ActRole.of(policy, act.kind(), "", "", "");
        RecordDraft draft =
                said.with("role", role)
                        .with("rationale", act.why())
                        .with("reviewed_head", subject.head());
        JsonObject record = draft.placedAfter(subject.head());
        List<Obstacle> obstacles = against(identity, role, record);
        if (!obstacles.isEmpty()) {
            return new Preparation.Refused(obstacles);
        }
        return new Preparation.Ready(
                new SigningRequest(
                        workspace,
                        subject.place(),
                        act,
                        identity == null ? "" : identity.strip(),
                        subject.head(),
                        draft,
                        ActStatement.of(act.kind(), record, subject.place(), Map.of())));
    }

    private List<Obstacle> against(@Nullable String identity, String role, JsonObject record) {
        List<Obstacle> obstacles =
                new ArrayList<>(
                        new Segregation(policy, act, role, subject.author()).against(identity));
        obstacles.addAll(Obstacles.words(act));
        if (!Redaction.of(record).equals(record)) {
            obstacles.add(
                    new Obstacle(
                            Kind.LOOKS_SECRET,
                            "What you say looks like a password or a key, which the ledger does not"
                                    + " keep: say it in other words."));
        }
        return obstacles;
    }
}
