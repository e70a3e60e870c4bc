// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app;

import dev.countersign.app.feature.sign.SignEnd;
import dev.countersign.app.feature.sign.SignOrder;
import dev.countersign.app.feature.sign.SignSubject;
import dev.countersign.app.text.MatrixText;
import dev.countersign.core.approval.ActVerdict;
import dev.countersign.core.approval.ActVerifier;
import dev.countersign.core.approval.FindingFacts;
import dev.countersign.core.json.JsonValue.JsonObject;
import dev.countersign.core.ledger.LedgerEntry;
import dev.countersign.core.ledger.LedgerEvent;
import dev.countersign.core.ledger.LedgerQuery;
import dev.countersign.core.ledger.Resource;
import dev.countersign.core.policy.Policy;
import dev.countersign.core.signing.SignedEntry;
import dev.countersign.core.source.SourceException;
import dev.countersign.core.workspace.SignedResults;
import dev.countersign.core.workspace.Workspace;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Puts what no log can take into the ledger of the workspace, and reads it back.
///
/// @param subject what is signed
/// @param notes what else the ledger hears of it
record LedgerRecorder(SignSubject.Fixed subject, WorkspaceAccess access, ActNotes notes)
        implements ActRecorder {
    @Override
    public Asked again(SignOrder order, Instant at) throws SourceException {
        Policy policy = in(Workspace::policy);
        if (subject instanceof SignSubject.OfResults about
                && !policy.sha256().equals(about.results().basis().policySha256())) {
            throw new SourceException(subject.directory(), MatrixText.OTHER_POLICY);
        }
        return new Asked.Answered(
                subject.under(policy).prepare(order.act(), order.identity(), at),
                policy,
                in(workspace -> workspace.folder().anchors()));
    }

    private <T> T in(SharedWorkspace.Act<T> act) throws SourceException {
        return access.in(subject.directory(), act);
    }

    @Override
    public SignEnd record(SignOrder order, SignedEntry entry) throws SourceException {
        LedgerEvent event = in(workspace -> workspace.ledger().append(entry(order, entry)));
        access.acted();
        try {
            Optional<ActVerdict> said = in(workspace -> verdict(workspace, event));
            return new SignEnd.Recorded(event.eventHash(), said.orElse(null), List.of());
        } catch (SourceException e) {
            String trouble = "It could not be read again: " + e.getMessage();
            return new SignEnd.Recorded(event.eventHash(), null, List.of(trouble));
        }
    }

    private LedgerEntry entry(SignOrder order, SignedEntry signed) {
        String key = order.key().place().toString();
        return switch (subject) {
            case SignSubject.OfFinding about ->
                    notes.entries().disposed(about.finding(), signed, key);
            case SignSubject.OfResults about ->
                    notes.entries().reperformed(about.performed(order.act()), signed, key);
        };
    }

    /// What the ledger has, held against policy and trust as anybody does who reads it.
    private Optional<ActVerdict> verdict(Workspace workspace, LedgerEvent written)
            throws SourceException {
        Policy policy = workspace.policy();
        var verifier = new ActVerifier(policy, workspace.folder().anchors());
        return switch (subject) {
            case SignSubject.OfFinding about ->
                    verdict(about.finding(), workspace, written, policy, verifier);
            case SignSubject.OfResults _ ->
                    SignedResults.in(workspace.ledger(), policy, verifier).stream()
                            .filter(one -> one.position() == written.position())
                            .map(SignedResults::verdict)
                            .findFirst();
        };
    }

    private static Optional<ActVerdict> verdict(
            FindingFacts facts,
            Workspace workspace,
            LedgerEvent written,
            Policy policy,
            ActVerifier verifier)
            throws SourceException {
        var about = LedgerQuery.ALL.byResource(new Resource("finding", facts.id()));
        for (LedgerEvent event : workspace.ledger().find(about)) {
            if (event.eventHash().equals(written.eventHash())
                    && event.details().get("record") instanceof JsonObject record) {
                return Optional.of(facts.verdict(event.position(), record, policy, verifier));
            }
        }
        return Optional.empty();
    }
}
