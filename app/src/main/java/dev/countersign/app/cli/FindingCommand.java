// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.cli;

import dev.countersign.core.ledger.Actor;
import dev.countersign.core.ledger.LedgerEvent;
import dev.countersign.core.policy.Policy;
import dev.countersign.core.signing.Act;
import dev.countersign.core.signing.ActEntries;
import dev.countersign.core.signing.FindingDisposal;
import dev.countersign.core.signing.Obstacle;
import dev.countersign.core.signing.Preparation;
import dev.countersign.core.signing.SignedEntry;
import dev.countersign.core.signing.Signing;
import dev.countersign.core.signing.SigningRequest;
import dev.countersign.core.source.SourceException;
import dev.countersign.core.trust.SigningKey;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/// `dispose FINDING` where no log of a run can take it: into the ledger of the workspace.
///
/// @param found what is disposed of
/// @param policy in force
record FindingCommand(FoundFinding found, Policy policy, Arguments arguments, Console console) {
    Exit dispose(Act.Dispose act) throws UsageException, SourceException {
        Path root = found.folder().root();
        if (!found.folder().writable()) {
            throw new SourceException(
                    root, root + " cannot be written: its ledger takes no disposition.");
        }
        if (arguments.value("--response") != null) {
            throw new UsageException(
                    "--response is for runs; this finding is disposed of in the ledger");
        }
        Instant now = Options.now(arguments, console);
        String identity = arguments.value("--identity");
        return switch (FindingDisposal.prepare(
                root, found.finding().facts(), policy, act, identity, now)) {
            case Preparation.Refused(List<Obstacle> obstacles) -> refused(act, obstacles);
            case Preparation.Ready(SigningRequest request) ->
                    KeyOption.of(arguments).use(now, console, key -> signed(act, request, key));
        };
    }

    private Exit signed(Act.Dispose act, SigningRequest request, SigningKey key)
            throws UsageException, SourceException {
        Obstacle other = Signing.certificate(key.certificate(), request.identity(), policy);
        if (other != null) {
            return refused(act, List.of(other));
        }
        SignedEntry entry = StampOption.signed(request, key, arguments, console);
        LedgerEvent event =
                LedgerNote.in(
                        found.folder(),
                        console,
                        entries(request.identity())
                                .disposed(
                                        found.finding().facts(),
                                        entry,
                                        KeyOption.named(arguments)));
        if (event == null) {
            throw new IllegalStateException("the ledger could be written a moment ago");
        }
        FoundFinding after = FoundFinding.of(act.finding(), arguments, console);
        ActDocument.disposed(entry, event, found.folder().root(), after.state())
                .print(arguments, console);
        return Exit.DONE;
    }

    private Exit refused(Act.Dispose act, List<Obstacle> obstacles) throws SourceException {
        String claimed = arguments.value("--identity");
        String identity = claimed == null ? "" : claimed;
        var _ =
                LedgerNote.in(
                        found.folder(),
                        console,
                        entries(identity)
                                .denied(found.finding().runId(), act, identity, obstacles));
        console.complain(act.finding() + ": cannot dispose: " + Obstacle.sentences(obstacles));
        return Exit.FAILED;
    }

    private static ActEntries entries(String identity) {
        return new ActEntries(new Actor(identity, Actor.Type.USER));
    }
}
