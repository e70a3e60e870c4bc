// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app;

import dev.countersign.app.feature.sign.SignEnd;
import dev.countersign.app.feature.sign.SignOrder;
import dev.countersign.app.feature.sign.SignSubject.OfSample;
import dev.countersign.app.text.SignOffText;
import dev.countersign.core.approval.ActVerdict;
import dev.countersign.core.chain.Cancellation;
import dev.countersign.core.chain.Progress;
import dev.countersign.core.json.JsonValue.JsonObject;
import dev.countersign.core.ledger.LedgerEvent;
import dev.countersign.core.signing.SignedEntry;
import dev.countersign.core.source.SourceException;
import dev.countersign.core.workspace.SampleCoverage;
import dev.countersign.core.workspace.SampleSignedOff;
import dev.countersign.core.workspace.Samples;
import dev.countersign.core.workspace.SignOffEnd;
import dev.countersign.core.workspace.Workspace;

import java.nio.file.Path;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;

/// Puts a signed sign-off into the ledger of the workspace, and reads it back. Each time it is
/// asked again who has looked at what.
///
/// @param sample as it was looked at
record SampleRecorder(OfSample sample, WorkspaceAccess access) implements ActRecorder {
    /// A sample that can be signed off.
    ///
    /// @throws SourceException if something stands against that, or it cannot be read
    static OfSample of(Workspace workspace, YearMonth month) throws SourceException {
        Path root = workspace.folder().root();
        SampleCoverage now =
                new Samples(workspace)
                        .coverage(month, Progress.NONE, Cancellation.NEVER)
                        .orElseThrow();
        String objection = now.objection();
        if (objection != null) {
            throw new SourceException(root, SignOffText.refused(month, objection));
        }
        return new OfSample(now, root, workspace.policy());
    }

    @Override
    public Asked again(SignOrder order, Instant at) throws SourceException {
        return access.in(
                sample.directory(),
                workspace -> {
                    OfSample now = now(workspace);
                    return new Asked.Answered(
                            now.prepare(order.act(), order.identity(), at),
                            now.policy(),
                            workspace.folder().anchors());
                });
    }

    private OfSample now(Workspace workspace) throws SourceException {
        OfSample now = of(workspace, month());
        if (!now.signOff("").equals(sample.signOff(""))) {
            throw new SourceException(sample.directory(), SignOffText.MOVED);
        }
        return now;
    }

    private YearMonth month() {
        return sample.coverage().population().period();
    }

    @Override
    public SignEnd record(SignOrder order, SignedEntry entry) throws SourceException {
        LedgerEvent event = access.in(sample.directory(), workspace -> recorded(workspace, entry));
        access.acted();
        try {
            return new SignEnd.Recorded(
                    event.eventHash(),
                    access.in(sample.directory(), workspace -> verdict(workspace, event))
                            .orElse(null),
                    List.of());
        } catch (SourceException e) {
            String trouble = "It could not be read again: " + e.getMessage();
            return new SignEnd.Recorded(event.eventHash(), null, List.of(trouble));
        }
    }

    private LedgerEvent recorded(Workspace workspace, SignedEntry entry) throws SourceException {
        SampleCoverage now = now(workspace).coverage();
        JsonObject signed = entry.draft().placedAfter(entry.request().head());
        return switch (new Samples(workspace).signOff(access.person(), now, signed)) {
            case SignOffEnd.Recorded(LedgerEvent event) -> event;
            case SignOffEnd.Refused against ->
                    throw new SourceException(
                            sample.directory(), SignOffText.refused(month(), against.sentences()));
        };
    }

    private Optional<ActVerdict> verdict(Workspace workspace, LedgerEvent written)
            throws SourceException {
        return new Samples(workspace)
                .signOffs(month()).stream()
                        .filter(one -> one.position() == written.position())
                        .findFirst()
                        .map(SampleSignedOff::verdict);
    }
}
