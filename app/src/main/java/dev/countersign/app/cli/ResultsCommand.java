// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.cli;

import dev.countersign.core.json.JsonValue;
import dev.countersign.core.ledger.Actor;
import dev.countersign.core.ledger.LedgerEvent;
import dev.countersign.core.policy.Policy;
import dev.countersign.core.signing.Act;
import dev.countersign.core.signing.ActEntries;
import dev.countersign.core.signing.LedgerResults;
import dev.countersign.core.signing.Obstacle;
import dev.countersign.core.signing.Preparation;
import dev.countersign.core.signing.SignedEntry;
import dev.countersign.core.signing.Signing;
import dev.countersign.core.signing.SigningRequest;
import dev.countersign.core.source.SourceException;
import dev.countersign.core.trust.SigningKey;
import dev.countersign.core.workspace.WorkspaceFolder;

import java.time.Instant;
import java.util.List;

/// `reperform WORKSPACE --identity ID`: the results of all its runs, signed into its ledger.
///
/// @param folder whose ledger it is
/// @param act names the results
/// @param policy in force
record ResultsCommand(
        WorkspaceFolder folder,
        Act.Reperform act,
        Policy policy,
        Arguments arguments,
        Console console) {
    Exit sign() throws UsageException, SourceException {
        if (!folder.writable()) {
            throw new SourceException(
                    folder.root(),
                    folder.root() + " cannot be written: its ledger takes no results.");
        }
        if (arguments.value("--response") != null) {
            throw new UsageException("--response is for runs; these results go into the ledger");
        }
        Instant now = Options.now(arguments, console);
        String identity = arguments.value("--identity");
        return switch (LedgerResults.prepare(folder.root(), policy, act, identity, now)) {
            case Preparation.Refused(List<Obstacle> obstacles) -> refused(obstacles);
            case Preparation.Ready(SigningRequest request) ->
                    KeyOption.of(arguments).use(now, console, key -> signed(request, key));
        };
    }

    private Exit signed(SigningRequest request, SigningKey key)
            throws UsageException, SourceException {
        Obstacle other = Signing.certificate(key.certificate(), request.identity(), policy);
        if (other != null) {
            return refused(List.of(other));
        }
        SignedEntry entry = StampOption.signed(request, key, arguments, console);
        LedgerEvent event =
                LedgerNote.in(
                        folder,
                        console,
                        entries(request.identity())
                                .reperformed(act, entry, KeyOption.named(arguments)));
        if (event == null) {
            throw new IllegalStateException("the ledger could be written a moment ago");
        }
        console.out()
                .println(
                        arguments.has("--json")
                                ? document(request, event)
                                : "signed by "
                                        + request.identity()
                                        + ", entry "
                                        + event.position());
        return Exit.DONE;
    }

    private String document(SigningRequest request, LedgerEvent event) {
        return JsonValue.object()
                .with("event", act.kind().event())
                .with("performer", request.identity())
                .with("results_sha256", act.resultsSha256())
                .with("tool_version", act.toolVersion())
                .with("policy_sha256", act.policySha256())
                .with("position", event.position())
                .with("event_hash", event.eventHash())
                .build()
                .text();
    }

    private Exit refused(List<Obstacle> obstacles) throws SourceException {
        String claimed = arguments.value("--identity");
        String identity = claimed == null ? "" : claimed;
        var _ =
                LedgerNote.in(
                        folder,
                        console,
                        entries(identity).denied("population", act, identity, obstacles));
        console.complain(folder.root() + ": cannot re-perform: " + Obstacle.sentences(obstacles));
        return Exit.FAILED;
    }

    private static ActEntries entries(String identity) {
        return new ActEntries(new Actor(identity, Actor.Type.USER));
    }
}
