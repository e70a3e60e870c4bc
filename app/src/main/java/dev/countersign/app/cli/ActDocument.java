// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.cli;

import dev.countersign.core.json.JsonValue;
import dev.countersign.core.json.JsonValue.JsonObject;
import dev.countersign.core.json.JsonValue.ObjectBuilder;
import dev.countersign.core.ledger.LedgerEvent;
import dev.countersign.core.signing.Response;
import dev.countersign.core.signing.SignedEntry;
import dev.countersign.core.trust.CmsVerifier;
import dev.countersign.core.trust.Octets;
import dev.countersign.core.trust.SignatureCheck;
import dev.countersign.core.trust.TimeStampCheck;
import dev.countersign.core.trust.TimeStampToken;
import dev.countersign.core.workspace.FindingState;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// A signed act as the JSON document of the command line contract.
///
/// @param act what was signed
/// @param place where it is now
/// @param next what lets the run go on; null if nothing is to be done
record ActDocument(Response act, Place place, @Nullable String next) {
    /// Where a signed act is.
    private sealed interface Place {
        /// @param head the log's new one
        record Log(String head) implements Place {}

        /// @param file that is good for one head
        record File(Path file) implements Place {}

        /// @param workspace whose ledger it is
        /// @param event its entry
        /// @param state of what it disposes of
        record Ledger(Path workspace, LedgerEvent event, FindingState state) implements Place {}
    }

    static ActDocument recorded(SignedEntry entry, String head) {
        return new ActDocument(Response.of(entry), new Place.Log(head), null);
    }

    static ActDocument written(SignedEntry entry, Path file) {
        return new ActDocument(Response.of(entry), new Place.File(file), null);
    }

    static ActDocument imported(Response response, String head) {
        return new ActDocument(response, new Place.Log(head), null);
    }

    static ActDocument disposed(
            SignedEntry entry, LedgerEvent event, Path workspace, FindingState state) {
        return new ActDocument(Response.of(entry), new Place.Ledger(workspace, event, state), null);
    }

    /// The same, with what is to be run now.
    ActDocument before(@Nullable String other) {
        return new ActDocument(act, place, other);
    }

    void print(Arguments arguments, Console console) {
        if (arguments.has("--json")) {
            console.out().println(document().text());
        } else {
            lines().forEach(console.out()::println);
        }
    }

    private List<String> lines() {
        SignatureCheck.Verified signature = signature();
        String event = said("event");
        List<String> lines = new ArrayList<>();
        lines.add(event == null ? "" : event.replace('_', ' ').toUpperCase(Locale.ROOT));
        lines.add(act.runId());
        lines.add("signed by " + signature.signer().names().shown() + ", " + signature.algorithm());
        switch (place) {
            case Place.Log(String head) -> lines.add("in the log of the run, head " + head);
            case Place.File(Path file) ->
                    lines.add("response " + file + ", good for head " + act.head());
            case Place.Ledger(Path workspace, LedgerEvent entry, FindingState state) -> {
                lines.add("in the ledger of " + workspace + ", event " + entry.eventHash());
                lines.add("the finding is " + state.word().replace('_', ' '));
            }
        }
        if (next != null) {
            lines.add("Next: " + next);
        }
        return lines;
    }

    private JsonObject document() {
        SignatureCheck.Verified signature = signature();
        boolean ledger = place instanceof Place.Ledger;
        ObjectBuilder document =
                JsonValue.object()
                        .with("run_id", act.runId())
                        .with("event", said("event"))
                        .with("key", said("key"))
                        .with("decision", decision())
                        .with("head_before", ledger ? null : act.head())
                        .with("head_after", place instanceof Place.Log(String head) ? head : null)
                        .with(
                                "signature",
                                JsonValue.object()
                                        .with("subject", signature.signer().names().subject())
                                        .with("algorithm", signature.algorithm())
                                        .with("signing_time", signature.signingTime().toString())
                                        .with("timestamp", timeStamp(signature))
                                        .build())
                        .with(
                                "response",
                                place instanceof Place.File(Path file) ? file.toString() : null)
                        .with("next", next);
        return where(document).build();
    }

    private ObjectBuilder where(ObjectBuilder document) {
        return switch (place) {
            case Place.Log _ -> document.with("place", "log");
            case Place.File _ -> document.with("place", "response");
            case Place.Ledger(Path workspace, LedgerEvent event, FindingState state) ->
                    document.with("place", "ledger")
                            .with("workspace", workspace.toString())
                            .with("ledger_event", event.eventHash())
                            .with("state", state.word());
        };
    }

    private @Nullable String decision() {
        String decision = said("decision");
        return decision == null ? said("disposition") : decision;
    }

    private @Nullable String said(String key) {
        return act.record().string(key);
    }

    private static @Nullable String timeStamp(SignatureCheck.Verified signature) {
        Octets token = signature.timeStamp();
        return token != null
                        && TimeStampToken.check(token, signature.signature())
                                instanceof TimeStampCheck.Stamped stamped
                ? stamped.time().toString()
                : null;
    }

    private SignatureCheck.Verified signature() {
        String signature = act.record().string("signature");
        return (SignatureCheck.Verified)
                CmsVerifier.check(
                        Octets.ofBase64(signature == null ? "" : signature).orElseThrow());
    }
}
