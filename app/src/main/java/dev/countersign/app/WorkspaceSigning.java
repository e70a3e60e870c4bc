// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app;

import dev.countersign.app.feature.run.FinishRun;
import dev.countersign.app.feature.run.ReadRun.Reading;
import dev.countersign.app.feature.sign.KeySource;
import dev.countersign.app.feature.sign.SignDesk;
import dev.countersign.app.feature.sign.SignEnd;
import dev.countersign.app.feature.sign.SignOrder;
import dev.countersign.app.feature.sign.SignState;
import dev.countersign.app.text.BundleWords;
import dev.countersign.app.text.RefusalText;
import dev.countersign.core.approval.ActVerdict;
import dev.countersign.core.journal.Decisions;
import dev.countersign.core.journal.Decisions.StateApproval;
import dev.countersign.core.journal.Durability;
import dev.countersign.core.journal.Recording;
import dev.countersign.core.journal.Refusal;
import dev.countersign.core.journal.RunDirectory;
import dev.countersign.core.json.JsonValue;
import dev.countersign.core.ledger.DeskAction;
import dev.countersign.core.ledger.LedgerEntry;
import dev.countersign.core.ledger.Resource;
import dev.countersign.core.run.RunEvent;
import dev.countersign.core.run.RunSnapshot;
import dev.countersign.core.signing.ActEntries;
import dev.countersign.core.signing.Obstacle;
import dev.countersign.core.signing.Preparation;
import dev.countersign.core.signing.Response;
import dev.countersign.core.signing.SignedEntry;
import dev.countersign.core.signing.Signing;
import dev.countersign.core.signing.SigningRequest;
import dev.countersign.core.signing.UnfinishedApproval;
import dev.countersign.core.source.SourceException;
import dev.countersign.core.trust.CmsSigner;
import dev.countersign.core.trust.KeyChoice;
import dev.countersign.core.trust.KeyOpening;
import dev.countersign.core.trust.KeyPlace;
import dev.countersign.core.trust.KeyProblem;
import dev.countersign.core.trust.KeyRing;
import dev.countersign.core.trust.Pin;
import dev.countersign.core.trust.SigningKey;
import dev.countersign.core.workspace.PackedPath;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// Signs for the window, by the policy and the trust of the workspace around the run. What was
/// signed, or was not allowed to be, is in its ledger.
final class WorkspaceSigning implements SignDesk, FinishRun {
    private final WorkspaceRuns runs;
    private final WorkspaceAccess access;
    private final Stamps stamps;
    private final CmsSigner signer;

    /// @param stamps asks time-stamp authorities
    WorkspaceSigning(WorkspaceRuns runs, WorkspaceAccess access, Stamps stamps, CmsSigner signer) {
        this.runs = runs;
        this.access = access;
        this.stamps = stamps;
        this.signer = signer;
    }

    @Override
    public SignEnd sign(SignOrder order, Pin pin) throws SourceException {
        Reading now = runs.again(order.directory());
        List<RunEvent> between = between(now.run(), order.viewedHead());
        if (!between.isEmpty()) {
            return new SignEnd.Moved(between);
        }
        Instant at = access.desk().clock().instant();
        return switch (SigningRequest.prepare(
                now.run(), now.policy(), order.act(), order.identity(), order.viewedHead(), at)) {
            case Preparation.Refused(List<Obstacle> obstacles) -> denied(order, now, obstacles);
            case Preparation.Ready(SigningRequest request) -> {
                try (KeyRing ring = ring(order, pin)) {
                    yield switch (ring.choose(order.alias(), at)) {
                        case KeyChoice.Chosen(SigningKey key) -> signed(order, now, request, key);
                        case KeyChoice.Refused(KeyProblem problem) -> new SignEnd.BadKey(problem);
                    };
                } catch (ShutException e) {
                    yield new SignEnd.BadKey(e.problem);
                }
            }
        };
    }

    private static KeyRing ring(SignOrder order, Pin pin) throws SourceException, ShutException {
        KeyPlace place =
                switch (order.key()) {
                    case KeySource.File(Path file, Path certificate) ->
                            KeyPlace.file(file, certificate);
                    case KeySource.Token(Path library, long slot, _, _) ->
                            new KeyPlace.Token(library, slot);
                };
        return switch (place.open(pin)) {
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

    /// Records that follow the one that was looked at; none if it is the last, or no longer there.
    private static List<RunEvent> between(RunSnapshot run, String viewed) {
        List<RunEvent> events = run.events();
        for (int i = 0; i < events.size(); i++) {
            if (viewed.equals(events.get(i).text("hash"))) {
                return events.subList(i + 1, events.size());
            }
        }
        return List.of();
    }

    private SignEnd signed(SignOrder order, Reading now, SigningRequest request, SigningKey key)
            throws SourceException {
        Obstacle other = Signing.certificate(key.certificate(), request.identity(), now.policy());
        if (other != null) {
            return denied(order, now, List.of(other));
        }
        return stamp(order, Signing.sign(request, key, signer));
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
    public SignState.Carried carry(SignedEntry entry, Path request) throws SourceException {
        return stamps.carry(entry, request);
    }

    @Override
    public SignEnd record(SignOrder order, SignedEntry entry) throws SourceException {
        if (PackedPath.of(order.directory()) != null) {
            return new SignEnd.NotWritten(entry, BundleWords.readOnly(order.directory()));
        }
        Recording recording;
        try {
            recording = Signing.record(entry, Durability.EACH_WRITE);
        } catch (SourceException e) {
            return new SignEnd.NotWritten(entry, String.valueOf(e.getMessage()));
        }
        return switch (recording) {
            case Recording.Recorded(String head) -> recorded(order, entry, head);
            case Recording.Unfinished(String head, SourceException trouble) -> {
                String ledger = ledger(order, entry, head);
                access.wrote(order.directory());
                yield new SignEnd.Unfinished(head, (trouble.getMessage() + " " + ledger).strip());
            }
            case Recording.Refused(Refusal reason) -> refused(order, reason);
        };
    }

    private SignEnd refused(SignOrder order, Refusal reason) throws SourceException {
        List<RunEvent> between =
                reason == Refusal.HEAD_MOVED
                        ? between(runs.again(order.directory()).run(), order.viewedHead())
                        : List.of();
        if (!between.isEmpty()) {
            return new SignEnd.Moved(between);
        }
        throw new SourceException(
                order.directory(),
                order.directory() + " was not written to: " + RefusalText.sentence(reason));
    }

    /// It is in the log, whatever else goes wrong.
    private SignEnd recorded(SignOrder order, SignedEntry entry, String head) {
        List<String> notes = new ArrayList<>();
        String ledger = ledger(order, entry, head);
        if (!ledger.isEmpty()) {
            notes.add(ledger);
        }
        try {
            access.wrote(order.directory());
            RunSnapshot after = runs.again(order.directory()).run();
            for (ActVerdict act : after.acts()) {
                RunEvent event = after.events().get(Math.toIntExact(act.record()));
                if (head.equals(event.text("hash"))) {
                    return new SignEnd.Recorded(head, act, notes);
                }
            }
        } catch (SourceException e) {
            notes.add("It could not be read again: " + e.getMessage());
        }
        return new SignEnd.Recorded(head, null, notes);
    }

    private SignEnd denied(SignOrder order, Reading now, List<Obstacle> obstacles)
            throws SourceException {
        note(entries().denied(now.run().runId(), order.act(), order.identity(), obstacles));
        return new SignEnd.Obstructed(obstacles);
    }

    /// @return what went wrong with the ledger; empty if nothing did
    private String ledger(SignOrder order, SignedEntry entry, String head) {
        try {
            note(entries().signed(entry, head, order.key().place().toString()));
            return "";
        } catch (SourceException e) {
            return "The ledger of this desk does not have it: " + e.getMessage();
        }
    }

    private ActEntries entries() {
        return new ActEntries(access.person());
    }

    private void note(LedgerEntry entry) throws SourceException {
        var _ = access.with(workspace -> workspace.ledger().append(entry));
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
        Response.of(entry).write(file);
        var details =
                JsonValue.object()
                        .with("path", file.toString())
                        .with("head", entry.request().head());
        access.record(
                DeskAction.EXPORTED, new Resource("run", entry.request().runId()), details.build());
    }
}
