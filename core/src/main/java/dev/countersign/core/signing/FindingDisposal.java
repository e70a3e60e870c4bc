// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.signing;

import dev.countersign.core.approval.FindingFacts;
import dev.countersign.core.journal.RecordDraft;
import dev.countersign.core.policy.Policy;
import dev.countersign.core.run.RunSnapshot;
import dev.countersign.core.signing.Obstacle.Kind;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.time.Instant;
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
        String who = identity == null ? "" : identity.strip();
        RecordDraft said = ActDraft.disposition(new RecordDraft(at, act.kind().event()), act, who);
        return new LedgerAct(workspace, policy, act, LedgerAct.Subject.of(finding))
                .prepare(said, identity);
    }
}
