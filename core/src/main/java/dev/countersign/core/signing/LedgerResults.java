// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.signing;

import dev.countersign.core.journal.RecordDraft;
import dev.countersign.core.policy.Policy;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.time.Instant;

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
        String who = identity == null ? "" : identity.strip();
        RecordDraft said = ActDraft.results(new RecordDraft(at, act.kind().event()), act, who);
        return new LedgerAct(workspace, policy, act, LedgerAct.Subject.many(act.resultsSha256()))
                .prepare(said, identity);
    }
}
