// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app;

import dev.countersign.app.feature.run.ReadRun.Reading;
import dev.countersign.app.feature.sign.SignEnd;
import dev.countersign.app.feature.sign.SignOrder;
import dev.countersign.app.text.BundleWords;
import dev.countersign.app.text.RefusalText;
import dev.countersign.core.approval.ActVerdict;
import dev.countersign.core.bundle.PackedPath;
import dev.countersign.core.journal.Durability;
import dev.countersign.core.journal.Recording;
import dev.countersign.core.journal.Refusal;
import dev.countersign.core.run.RunEvent;
import dev.countersign.core.run.RunSnapshot;
import dev.countersign.core.signing.SignedEntry;
import dev.countersign.core.signing.Signing;
import dev.countersign.core.signing.SigningRequest;
import dev.countersign.core.source.SourceException;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// Puts signed acts into the log of their run, which is read again before and after.
///
/// @param notes what the ledger hears of it
record LogRecorder(WorkspaceRuns runs, WorkspaceAccess access, ActNotes notes)
        implements ActRecorder {
    @Override
    public Asked again(SignOrder order, Instant at) throws SourceException {
        Reading now = runs.again(order.subject().directory());
        String viewed = order.subject().head();
        List<RunEvent> between = between(now.run(), viewed);
        return between.isEmpty()
                ? new Asked.Answered(
                        SigningRequest.prepare(
                                now.run(), now.policy(), order.act(), order.identity(), viewed, at),
                        now.policy(),
                        runs.trust(order.subject().directory()))
                : new Asked.Ended(new SignEnd.Moved(between));
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

    @Override
    public SignEnd record(SignOrder order, SignedEntry entry) throws SourceException {
        Path directory = order.subject().directory();
        if (PackedPath.of(directory) != null) {
            return new SignEnd.NotWritten(entry, BundleWords.readOnly(directory));
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
                String ledger = notes.signed(order, entry, head);
                access.wrote(directory);
                yield new SignEnd.Unfinished(head, (trouble.getMessage() + " " + ledger).strip());
            }
            case Recording.Refused(Refusal reason) -> refused(order, reason);
        };
    }

    private SignEnd refused(SignOrder order, Refusal reason) throws SourceException {
        Path directory = order.subject().directory();
        List<RunEvent> between =
                reason == Refusal.HEAD_MOVED
                        ? between(runs.again(directory).run(), order.subject().head())
                        : List.of();
        if (!between.isEmpty()) {
            return new SignEnd.Moved(between);
        }
        throw new SourceException(
                directory, directory + " was not written to: " + RefusalText.sentence(reason));
    }

    /// It is in the log, whatever else goes wrong.
    private SignEnd recorded(SignOrder order, SignedEntry entry, String head) {
        List<String> said = new ArrayList<>();
        String ledger = notes.signed(order, entry, head);
        if (!ledger.isEmpty()) {
            said.add(ledger);
        }
        Path directory = order.subject().directory();
        access.wrote(directory);
        try {
            RunSnapshot after = runs.again(directory).run();
            for (ActVerdict act : after.acts()) {
                RunEvent event = after.events().get(Math.toIntExact(act.record()));
                if (head.equals(event.text("hash"))) {
                    return new SignEnd.Recorded(head, act, said);
                }
            }
        } catch (SourceException e) {
            said.add("It could not be read again: " + e.getMessage());
        }
        return new SignEnd.Recorded(head, null, said);
    }
}
