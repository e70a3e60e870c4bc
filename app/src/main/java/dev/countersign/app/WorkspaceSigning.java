// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app;

import static java.util.stream.Collectors.joining;

import dev.countersign.app.feature.run.FinishRun;
import dev.countersign.app.feature.run.ReadRun.Reading;
import dev.countersign.app.feature.sign.KeySource;
import dev.countersign.app.feature.sign.SignDesk;
import dev.countersign.app.feature.sign.SignEnd;
import dev.countersign.app.feature.sign.SignOrder;
import dev.countersign.app.feature.sign.SignState;
import dev.countersign.app.feature.sign.SignSubject;
import dev.countersign.app.text.BundleWords;
import dev.countersign.app.text.FindingText;
import dev.countersign.app.text.RefusalText;
import dev.countersign.core.approval.TrustPlace;
import dev.countersign.core.bundle.BundlePlace;
import dev.countersign.core.bundle.PackedPath;
import dev.countersign.core.journal.Decisions;
import dev.countersign.core.journal.Decisions.StateApproval;
import dev.countersign.core.journal.Durability;
import dev.countersign.core.journal.Refusal;
import dev.countersign.core.journal.RunDirectory;
import dev.countersign.core.json.JsonValue;
import dev.countersign.core.ledger.DeskAction;
import dev.countersign.core.ledger.Resource;
import dev.countersign.core.policy.Policy;
import dev.countersign.core.reperformance.PopulationResults;
import dev.countersign.core.reperformance.Results;
import dev.countersign.core.run.RunSummary;
import dev.countersign.core.signing.Act;
import dev.countersign.core.signing.FindingDisposal;
import dev.countersign.core.signing.Obstacle;
import dev.countersign.core.signing.Preparation;
import dev.countersign.core.signing.Response;
import dev.countersign.core.signing.SignedEntry;
import dev.countersign.core.signing.Signing;
import dev.countersign.core.signing.SigningRequest;
import dev.countersign.core.signing.UnfinishedApproval;
import dev.countersign.core.source.SmallFile;
import dev.countersign.core.source.SourceException;
import dev.countersign.core.trust.CmsSigner;
import dev.countersign.core.trust.KeyChoice;
import dev.countersign.core.trust.KeyOpening;
import dev.countersign.core.trust.KeyPlace;
import dev.countersign.core.trust.KeyProblem;
import dev.countersign.core.trust.KeyRing;
import dev.countersign.core.trust.Pin;
import dev.countersign.core.trust.SigningKey;
import dev.countersign.core.trust.TrustFault;
import dev.countersign.core.workspace.Finding;
import dev.countersign.core.workspace.Overview;
import dev.countersign.core.workspace.Workspace;

import java.nio.file.Path;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;

/// Signs for the window, by the policy and the trust of the workspace around what is signed. What
/// was signed, or was not allowed to be, is in its ledger.
final class WorkspaceSigning implements SignDesk, FinishRun {
    private static final int MOST_BYTES = 256 << 20;

    private final WorkspaceRuns runs;
    private final WorkspaceAccess access;
    private final Stamps stamps;
    private final CmsSigner signer;
    private final ActNotes notes;

    /// @param stamps asks time-stamp authorities
    WorkspaceSigning(WorkspaceRuns runs, WorkspaceAccess access, Stamps stamps, CmsSigner signer) {
        this.runs = runs;
        this.access = access;
        this.stamps = stamps;
        this.signer = signer;
        notes = new ActNotes(access);
    }

    @Override
    public SignSubject about(String finding) throws SourceException {
        SignSubject about = access.with(workspace -> about(workspace, finding));
        if (about == null) {
            throw new IllegalStateException("a finding is seen only where a folder is open");
        }
        return about;
    }

    /// What is disposed of is on record, so what is to be raised is raised before.
    private SignSubject about(Workspace workspace, String id) throws SourceException {
        var _ = workspace.raise();
        Overview seen = workspace.overview();
        Path root = workspace.folder().root();
        for (Finding finding : seen.findings(access.desk().clock().instant())) {
            if (finding.id().equals(id)) {
                for (RunSummary run : seen.runs()) {
                    if (run.runId().equals(finding.runId())) {
                        Reading now = runs.again(run.directory());
                        var act = new Act.Dispose(id, "", null, "");
                        if (!FindingDisposal.inLedger(now.run(), now.policy(), act)) {
                            return new SignSubject.OfRun(now.run(), now.policy());
                        }
                    }
                }
                return new SignSubject.OfFinding(
                        finding.facts(), FindingText.sentence(finding.kind()), root, seen.policy());
            }
        }
        throw new SourceException(root, root + " has no finding " + id + ".");
    }

    @Override
    public SignSubject.OfRun about(Path run) throws SourceException {
        Reading now = runs.again(run);
        return new SignSubject.OfRun(now.run(), now.policy());
    }

    @Override
    public SignSubject about(PopulationResults results, Path file) throws SourceException {
        Results document = results.results();
        boolean there = SmallFile.exists(file) && document.are(SmallFile.read(file, MOST_BYTES));
        if (!there) {
            BundlePlace.made(file);
            SmallFile.publish(file, document.bytes());
        }
        SignSubject about =
                access.with(workspace ->
                        new SignSubject.OfResults(
                                results,
                                document.sha256(),
                                file,
                                workspace.folder().root(),
                                workspace.policy()));
        if (about == null) {
            throw new IllegalStateException("runs are performed only where a folder is open");
        }
        return about;
    }

    @Override
    public SignSubject.OfSample about(YearMonth month) throws SourceException {
        SignSubject.OfSample about = access.with(workspace -> SampleRecorder.of(workspace, month));
        if (about == null) {
            throw new IllegalStateException("a sample is seen only where a folder is open");
        }
        return about;
    }

    private ActRecorder recorder(SignSubject subject) {
        return switch (subject) {
            case SignSubject.OfRun _ -> new LogRecorder(runs, access, notes);
            case SignSubject.Fixed about -> new LedgerRecorder(about, access, notes);
            case SignSubject.OfSample about -> new SampleRecorder(about, access);
        };
    }

    @Override
    public SignEnd sign(SignOrder order, Pin pin) throws SourceException {
        Instant at = access.desk().clock().instant();
        return switch (recorder(order.subject()).again(order, at)) {
            case ActRecorder.Asked.Ended(SignEnd end) -> end;
            case ActRecorder.Asked.Answered(Preparation.Refused(List<Obstacle> obstacles), _, _) ->
                    notes.denied(order, obstacles);
            case ActRecorder.Asked.Answered(
                            Preparation.Ready(SigningRequest request),
                            Policy policy,
                            TrustPlace trust) -> {
                try (KeyRing ring = ring(order, pin)) {
                    yield switch (ring.choose(order.alias(), at)) {
                        case KeyChoice.Chosen(SigningKey key) ->
                                signed(order, policy, trust, request, key);
                        case KeyChoice.Refused(KeyProblem problem) -> new SignEnd.BadKey(problem);
                    };
                } catch (ShutException e) {
                    yield new SignEnd.BadKey(e.problem);
                }
            }
        };
    }

    /// What is wrong with it otherwise is said to whoever signs.
    @Override
    public boolean liesOpen(KeySource.File key) throws SourceException {
        return switch (place(key).open(Pin.none())) {
            case KeyOpening.Opened(KeyRing ring) -> {
                ring.close();
                yield true;
            }
            case KeyOpening.Refused(KeyProblem problem) ->
                    !(problem instanceof KeyProblem.WrongPin);
        };
    }

    private static KeyPlace place(KeySource key) throws SourceException {
        return switch (key) {
            case KeySource.File(Path file, Path certificate) -> KeyPlace.file(file, certificate);
            case KeySource.Token(Path library, long slot, _, _) ->
                    new KeyPlace.Token(library, slot);
        };
    }

    private static KeyRing ring(SignOrder order, Pin pin) throws SourceException, ShutException {
        return switch (place(order.key()).open(pin)) {
            case KeyOpening.Opened(KeyRing ring) -> ring;
            case KeyOpening.Refused(KeyProblem problem) -> throw new ShutException(problem);
        };
    }

    /// A key store that stays shut.
    private static final class ShutException extends Exception {
        private static final long serialVersionUID = 1;

        private final transient KeyProblem problem;

        ShutException(KeyProblem problem) {
            super(problem.message());
            this.problem = problem;
        }
    }

    private SignEnd signed(
            SignOrder order,
            Policy policy,
            TrustPlace trust,
            SigningRequest request,
            SigningKey key)
            throws SourceException {
        Obstacle other = Signing.certificate(key.certificate(), request.identity(), policy);
        if (other != null) {
            return notes.denied(order, List.of(other));
        }
        SignedEntry entry = Signing.sign(request, key, signer);
        List<TrustFault> against = entry.distrusted(trust.anchors());
        return against.isEmpty()
                ? stamp(order, entry)
                : new SignEnd.Untrusted(
                        entry, against.stream().map(TrustFault::message).collect(joining(" ")));
    }

    @Override
    public SignEnd stamp(SignOrder order, SignedEntry entry) throws SourceException {
        return order.authority().isEmpty()
                ? record(order, entry)
                : switch (stamps.stamped(entry, order.authority())) {
                    case SignedEntry.Stamped.Done(SignedEntry done) -> record(order, done);
                    case SignedEntry.Stamped.Refused(String sentence) ->
                            new SignEnd.Unstamped(entry, sentence);
                };
    }

    @Override
    public SignEnd record(SignOrder order, SignedEntry entry) throws SourceException {
        return recorder(order.subject()).record(order, entry);
    }

    @Override
    public SignState.Carried carry(SignedEntry entry, Path request) throws SourceException {
        return stamps.carry(entry, request);
    }

    @Override
    public void finish(Path directory) throws SourceException {
        if (PackedPath.of(directory) != null) {
            throw new SourceException(directory, BundleWords.readOnly(directory));
        }
        for (StateApproval approval : UnfinishedApproval.of(runs.again(directory).run())) {
            Refusal refusal =
                    Decisions.finish(RunDirectory.of(directory, Durability.EACH_WRITE), approval);
            if (refusal != null) {
                throw new SourceException(
                        directory,
                        directory + " was not finished: " + RefusalText.sentence(refusal));
            }
        }
        access.wrote(directory);
    }

    @Override
    public void respond(SignedEntry entry, Path file) throws SourceException {
        BundlePlace.made(file);
        Response.of(entry).write(file);
        var details =
                JsonValue.object()
                        .with("path", file.toString())
                        .with("head", entry.request().head());
        access.record(
                DeskAction.EXPORTED, new Resource("run", entry.request().runId()), details.build());
    }
}
