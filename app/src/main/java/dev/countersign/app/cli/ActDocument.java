// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.cli;

import dev.countersign.core.json.JsonValue;
import dev.countersign.core.json.JsonValue.JsonObject;
import dev.countersign.core.signing.Response;
import dev.countersign.core.signing.SignedEntry;
import dev.countersign.core.trust.CmsVerifier;
import dev.countersign.core.trust.Octets;
import dev.countersign.core.trust.SignatureCheck;
import dev.countersign.core.trust.TimeStampCheck;
import dev.countersign.core.trust.TimeStampToken;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.util.Locale;

/// A signed act as the JSON document of the command line contract.
///
/// @param act what was signed
/// @param head the log's new head; null if it was written to a response file
/// @param file that file; null if it is in the log
/// @param next what lets the run go on; null if nothing is to be done
record ActDocument(
        Response act, @Nullable String head, @Nullable Path file, @Nullable String next) {
    static ActDocument of(SignedEntry entry, @Nullable String head, @Nullable Path file) {
        return new ActDocument(Response.of(entry), head, file, null);
    }

    static ActDocument of(Response imported, String head) {
        return new ActDocument(imported, head, null, null);
    }

    /// The same, with what is to be run now.
    ActDocument before(@Nullable String other) {
        return new ActDocument(act, head, file, other);
    }

    void print(Arguments arguments, Console console) {
        console.out().println(arguments.has("--json") ? document().text() : text());
    }

    private String text() {
        SignatureCheck.Verified signature = signature();
        String event = said("event");
        return (event == null ? "" : event.replace('_', ' ').toUpperCase(Locale.ROOT))
                + "\n"
                + act.runId()
                + "\nsigned by "
                + signature.signer().names().shown()
                + ", "
                + signature.algorithm()
                + "\n"
                + (head == null
                        ? "response " + file + ", good for head " + act.head()
                        : "head " + head)
                + (next == null ? "" : "\nNext: " + next);
    }

    private JsonObject document() {
        SignatureCheck.Verified signature = signature();
        return JsonValue.object()
                .with("run_id", act.runId())
                .with("event", said("event"))
                .with("key", said("key"))
                .with("decision", decision())
                .with("head_before", act.head())
                .with("head_after", head)
                .with(
                        "signature",
                        JsonValue.object()
                                .with("subject", signature.signer().names().subject())
                                .with("algorithm", signature.algorithm())
                                .with("signing_time", signature.signingTime().toString())
                                .with("timestamp", timeStamp(signature))
                                .build())
                .with("response", file == null ? null : file.toString())
                .with("next", next)
                .build();
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
