// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app;

import dev.countersign.app.feature.sign.SignEnd;
import dev.countersign.app.feature.sign.SignOrder;
import dev.countersign.app.feature.sign.SignSubject;
import dev.countersign.core.approval.ActVerdict;
import dev.countersign.core.approval.ActVerifier;
import dev.countersign.core.approval.FindingFacts;
import dev.countersign.core.json.JsonValue.JsonObject;
import dev.countersign.core.ledger.LedgerEntry;
import dev.countersign.core.ledger.LedgerEvent;
import dev.countersign.core.ledger.LedgerQuery;
import dev.countersign.core.ledger.Resource;
import dev.countersign.core.policy.Policy;
import dev.countersign.core.signing.FindingDisposal;
import dev.countersign.core.signing.SignedEntry;
import dev.countersign.core.source.SourceException;
import dev.countersign.core.workspace.Workspace;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/// Puts dispositions that no log can take into the ledger of the workspace, and reads them back.
///
/// @param finding what is disposed of
/// @param notes what else the ledger hears of it
record LedgerRecorder(SignSubject.OfFinding finding, WorkspaceAccess access, ActNotes notes)
        implements ActRecorder {
    @Override
    public Asked again(SignOrder order, Instant at) throws SourceException {
        Policy policy = in(Workspace::policy);
        return new Asked.Answered(
                FindingDisposal.prepare(
                        finding.directory(),
                        finding.finding(),
                        policy,
                        finding.disposal(order.act()),
                        order.identity(),
                        at),
                policy);
    }

    /// Does something with the workspace of the finding, if that is still the one that is open.
    private <T> T in(SharedWorkspace.Act<T> act) throws SourceException {
        Path root = finding.directory();
        T done =
                access.with(workspace -> {
                    if (!workspace.folder().root().equals(root)) {
                        throw new SourceException(
                                root, root + " is no longer the workspace that is open.");
                    }
                    return act.in(workspace);
                });
        if (done == null) {
            throw new SourceException(root, root + " is no longer open: open it again.");
        }
        return done;
    }

    @Override
    public SignEnd record(SignOrder order, SignedEntry entry) throws SourceException {
        LedgerEntry disposed =
                notes.entries().disposed(finding.finding(), entry, order.key().place().toString());
        LedgerEvent event = in(workspace -> workspace.ledger().append(disposed));
        access.acted();
        try {
            return new SignEnd.Recorded(
                    event.eventHash(),
                    access.with(workspace -> verdict(workspace, event)),
                    List.of());
        } catch (SourceException e) {
            String trouble = "It could not be read again: " + e.getMessage();
            return new SignEnd.Recorded(event.eventHash(), null, List.of(trouble));
        }
    }

    /// What the ledger has, held against policy and trust as anybody does who reads it.
    private @Nullable ActVerdict verdict(Workspace workspace, LedgerEvent written)
            throws SourceException {
        FindingFacts facts = finding.finding();
        Policy policy = workspace.policy();
        var verifier = new ActVerifier(policy, workspace.folder().anchors());
        var about = LedgerQuery.ALL.byResource(new Resource("finding", facts.id()));
        for (LedgerEvent event : workspace.ledger().find(about)) {
            if (event.eventHash().equals(written.eventHash())
                    && event.details().get("record") instanceof JsonObject record) {
                return facts.verdict(event.position(), record, policy, verifier);
            }
        }
        return null;
    }
}
