// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.report;

import dev.countersign.core.chain.FileDigest;
import dev.countersign.core.chain.Verdict;
import dev.countersign.core.json.JsonValue;
import dev.countersign.core.json.JsonValue.JsonArray;
import dev.countersign.core.json.JsonValue.JsonObject;
import dev.countersign.core.json.ProducerForm;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;
import java.util.Locale;

/// Who had which evidence when, as one desk knows it: what its ledger says, which bundles brought a
/// run, and what was seen of its log, here and elsewhere. Immutable.
///
/// @param subject the workspace, or one run
/// @param at the instant it speaks of: nothing later is in it
/// @param tool name and version of what collected it
/// @param ledger what the rest of it is worth
/// @param runs where they lie now, by run id
/// @param handlings the earliest first
public record Custody(
        String subject,
        Instant at,
        String tool,
        Ledger ledger,
        List<Held> runs,
        List<Handling> handlings) {
    public Custody {
        runs = List.copyOf(runs);
        handlings = List.copyOf(handlings);
    }

    /// The ledger that was asked.
    ///
    /// @param verdict of all of its chain
    /// @param right whether nothing speaks against it
    /// @param events how many there were at the instant
    /// @param head hash of the last of them; empty if there was none
    public record Ledger(Verdict verdict, boolean right, long events, String head) {}

    /// A run where it lies.
    ///
    /// @param runId its id
    /// @param place its directory, in a bundle too
    /// @param chain of its log; null without one
    /// @param records of its log
    /// @param head of its log; empty without one
    public record Held(
            String runId, String place, @Nullable Verdict chain, long records, String head) {}

    /// Where something is known from.
    public enum Origin {
        /// An event of the ledger.
        LEDGER,
        /// The register of what bundles brought.
        PROVENANCE,
        /// A checkpoint that this desk took.
        CHECKPOINT,
        /// A checkpoint that somebody else took, and that came here.
        WITNESS;

        /// As it stands in the facts.
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /// Something that happened to evidence.
    ///
    /// @param origin where that is known from
    /// @param time as it is written there; empty if nothing says
    /// @param who a person, a program, or the desk
    /// @param what a word: the action of an event, or what was seen
    /// @param thing what it happened to, or where it came from
    /// @param outcome `success`, `failure` or `denied`
    /// @param runs ids of the runs that it is about; empty if it is about none or all
    /// @param hashes what can be held against files
    public record Handling(
            Origin origin,
            String time,
            String who,
            String what,
            String thing,
            String outcome,
            List<String> runs,
            List<Hash> hashes) {
        public Handling {
            runs = List.copyOf(runs);
            hashes = List.copyOf(hashes);
        }
    }

    /// A hash.
    ///
    /// @param name of what
    /// @param value lower-case hex
    public record Hash(String name, String value) {}

    /// All of it as JSON, in canonical form (profile A): the same facts are the same bytes.
    public byte[] facts() {
        return ProducerForm.canonical(
                JsonValue.object()
                        .with("custody", "countersign/custody/v1")
                        .with("subject", subject)
                        .with("at", at.toString())
                        .with("tool", tool)
                        .with(
                                "ledger",
                                JsonValue.object()
                                        .with("verdict", ledger.verdict().word())
                                        .with("right", JsonValue.of(ledger.right()))
                                        .with("events", ledger.events())
                                        .with("head", ledger.head())
                                        .build())
                        .with("runs", new JsonArray(runs.stream().map(Custody::json).toList()))
                        .with(
                                "handlings",
                                new JsonArray(handlings.stream().map(Custody::json).toList()))
                        .build());
    }

    /// SHA-256 of {@link #facts()}, in lower-case hex.
    public String sha256() {
        return FileDigest.sha256(facts());
    }

    private static JsonValue json(Held run) {
        Verdict chain = run.chain();
        return JsonValue.object()
                .with("run_id", run.runId())
                .with("place", run.place())
                .with("chain", chain == null ? null : chain.word())
                .with("records", run.records())
                .with("head", run.head())
                .build();
    }

    private static JsonValue json(Handling one) {
        List<JsonValue> about = one.runs().stream().<JsonValue>map(JsonValue::of).toList();
        JsonValue.ObjectBuilder hashes = JsonValue.object();
        one.hashes().forEach(hash -> hashes.with(hash.name(), hash.value()));
        JsonObject named = hashes.build();
        return JsonValue.object()
                .with("origin", one.origin().word())
                .with("time", one.time())
                .with("who", one.who())
                .with("what", one.what())
                .with("thing", one.thing())
                .with("outcome", one.outcome())
                .with("runs", new JsonArray(about))
                .with("hashes", named)
                .build();
    }
}
