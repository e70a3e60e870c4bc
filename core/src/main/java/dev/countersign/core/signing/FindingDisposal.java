// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.signing;

import dev.countersign.core.approval.ActRole;
import dev.countersign.core.approval.ActStatement;
import dev.countersign.core.approval.FindingFacts;
import dev.countersign.core.journal.RecordDraft;
import dev.countersign.core.json.JsonValue.JsonObject;
import dev.countersign.core.ledger.Redaction;
import dev.countersign.core.policy.Policy;
import dev.countersign.core.run.RunSnapshot;
import dev.countersign.core.signing.Obstacle.Kind;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The way of a disposition that no log of a run can take, into the ledger of the workspace: of a
/// run whose log is broken or gone, of an artifact that is lost, of a month. {@link Signing#sign}
/// signs it as any other act, {@link ActEntries#disposed} is its entry.
public final class FindingDisposal {
    /// What keeps a disposition out of the log of its run for good.
    private static final Set<Kind> NO_LOG_TAKES_IT =
            Set.of(
                    Kind.NO_LOG,
                    Kind.CHAIN_NOT_INTACT,
                    Kind.HISTORY_CHANGED,
                    Kind.STATE_DISAGREES,
                    Kind.ARTIFACTS_CHANGED,
                    Kind.ARTIFACTS_NOT_READ,
                    Kind.SIGNATURE_FAILED);

    private FindingDisposal() {}

    /// Whether a disposition belongs into the ledger, because the run's own log cannot take it.
    public static boolean inLedger(RunSnapshot run, Policy policy, Act.Dispose act) {
        return Obstacles.of(run, policy, act, null, null).stream()
                .anyMatch(obstacle -> NO_LOG_TAKES_IT.contains(obstacle.kind()));
    }

    /// Prepares it.
    ///
    /// @param workspace whose ledger it is for
    /// @param act names the finding
    /// @param identity who disposes; null: nobody has said so yet
    /// @param at the time of the record
    public static Preparation prepare(
            Path workspace,
            FindingFacts finding,
            Policy policy,
            Act.Dispose act,
            @Nullable String identity,
            Instant at) {
        String role = ActRole.of(policy, act.kind(), "", "", "");
        List<Obstacle> obstacles =
                new ArrayList<>(
                        new Segregation(policy, act, role, finding.author()).against(identity));
        if (act.disposition().isBlank()) {
            obstacles.add(
                    new Obstacle(Kind.NO_RATIONALE, "Say why: a reason belongs to this act."));
        }
        String who = identity == null ? "" : identity.strip();
        String head = finding.sha256();
        RecordDraft draft =
                ActDraft.disposition(new RecordDraft(at, act.kind().event()), act, who)
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
                        finding.runId(),
                        act,
                        who,
                        head,
                        draft,
                        ActStatement.of(act.kind(), record, finding.runId(), Map.of())));
    }
}
