// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.workspace;

import dev.countersign.core.approval.ActVerifier;
import dev.countersign.core.ledger.LedgerStore;
import dev.countersign.core.policy.Policy;
import dev.countersign.core.run.Disposition;
import dev.countersign.core.run.RunSummary;
import dev.countersign.core.source.SourceException;

import java.util.List;

/// What was decided at this desk about findings that no log can take, by the policy and the anchors
/// of today.
record DecidedHere(WorkspaceFolder folder, Store store, LedgerStore ledger) {
    List<Disposition> about(List<Finding> findings, List<RunSummary> runs) throws SourceException {
        Policy policy = PolicyFile.inForce(folder.policy());
        var verifier = new ActVerifier(policy, folder.anchors());
        return new LedgerDispositions(policy, verifier, findings, runs).in(ledger);
    }

    /// The same runs; what was disposed of here stands against none any more.
    List<RunSummary> after(List<RunSummary> runs) throws SourceException {
        if (runs.stream().noneMatch(RunSummary::conflict)) {
            return runs;
        }
        List<Disposition> decided = about(store.read(c -> new FindingTable(c).all()), runs);
        return decided.isEmpty() ? runs : runs.stream().map(run -> run.without(decided)).toList();
    }
}
