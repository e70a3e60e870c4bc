// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.signing;

import dev.countersign.core.journal.RecordDraft;
import dev.countersign.core.policy.Policy;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.time.Instant;

/// The way of a sample's sign-off into the ledger of the workspace: it names the draw where a
/// record in a log names the one before it. {@link Signing#sign} signs it as any other act.
public final class SampleSignOff {
    private SampleSignOff() {}

    /// Prepares it. Whether all of the sample is observed is for the workspace to say.
    ///
    /// @param workspace whose ledger it is for
    /// @param act names the draw
    /// @param identity who stands for the sample; null: nobody has said so yet
    /// @param at the time of the record
    public static Preparation prepare(
            Path workspace, Policy policy, Act.SignOff act, @Nullable String identity, Instant at) {
        RecordDraft said =
                new RecordDraft(at, act.kind().event())
                        .with(act.kind().person(), identity == null ? "" : identity.strip())
                        .with("period", act.period())
                        .with("population_sha256", act.populationSha256())
                        .with("observed", Long.toString(act.observed()));
        return new LedgerAct(workspace, policy, act, LedgerAct.Subject.many(act.draw()))
                .prepare(said, identity);
    }
}
