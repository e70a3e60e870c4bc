// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.cli;

import dev.countersign.core.archive.Refusal;
import dev.countersign.core.bundle.BagFault;
import dev.countersign.core.bundle.BagReport;
import dev.countersign.core.bundle.BundleReport;
import dev.countersign.core.bundle.BundledRun;
import dev.countersign.core.chain.ChainReport;
import dev.countersign.core.chain.CheckpointResult;
import dev.countersign.core.chain.Verdict;
import dev.countersign.core.chain.VerifyRequest;
import dev.countersign.core.json.JsonValue;
import dev.countersign.core.json.JsonValue.JsonArray;
import dev.countersign.core.json.JsonValue.JsonObject;
import dev.countersign.core.run.Channel;
import dev.countersign.core.run.Outcome;
import dev.countersign.core.run.RunSnapshot;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;

/// A bundle as the JSON document of the command line contract: the keys of `verify` over all its
/// runs, the worst of each, then the bag, then every run by itself.
final class BundleDocument {
    private final Path path;
    private final BundleReport report;
    private final VerifyRequest request;
    private final @Nullable String trustFrom;
    private final Map<String, KeptCheck> kept;
    private final List<ChainReport> chains = new ArrayList<>();

    private BundleDocument(
            Path path,
            BundleReport report,
            VerifyRequest request,
            @Nullable String trustFrom,
            Map<String, KeptCheck> kept) {
        this.kept = Map.copyOf(kept);
        this.trustFrom = trustFrom;
        this.path = path;
        this.report = report;
        this.request = request;
        for (BundledRun run : report.runs()) {
            ChainReport chain = run.snapshot() == null ? null : run.snapshot().chain();
            if (chain != null) {
                chains.add(chain);
            }
        }
    }

    /// @param trustFrom where the anchors are; null where there are none
    /// @param kept how runs stand to what the desk has seen of them, by name
    static JsonObject of(
            Path path,
            BundleReport report,
            VerifyRequest request,
            @Nullable String trustFrom,
            Map<String, KeptCheck> kept) {
        return new BundleDocument(path, report, request, trustFrom, kept).document();
    }

    /// The document of one that is not opened, or not extracted.
    static JsonObject refused(Path path, Refusal refusal, String sentence) {
        JsonObject error =
                JsonValue.object()
                        .with("kind", refusal.kind().word())
                        .with("file", refusal.name())
                        .with("message", refusal.sentence())
                        .build();
        return JsonValue.object()
                .with("path", path.toString())
                .with("error", sentence)
                .with("refused", refusal.kind().word())
                .with(
                        "bag",
                        JsonValue.object()
                                .with("valid", JsonValue.of(false))
                                .with("complete", JsonValue.of(false))
                                .with("errors", new JsonArray(List.of(error)))
                                .with("warnings", new JsonArray(List.of()))
                                .build())
                .build();
    }

    private JsonObject document() {
        List<JsonValue> runs = new ArrayList<>();
        List<JsonValue> faults = new ArrayList<>();
        List<JsonValue> notes = new ArrayList<>();
        JsonValue first = JsonValue.JsonWord.NULL;
        long count = 0;
        long records = 0;
        for (BundledRun run : report.runs()) {
            JsonObject one = run(run);
            runs.add(one);
            gather(one, "faults", run.name(), faults);
            gather(one, "notes", run.name(), notes);
            JsonValue its = Objects.requireNonNullElse(one.get("first"), JsonValue.JsonWord.NULL);
            first = first.equals(JsonValue.JsonWord.NULL) ? its : first;
        }
        for (ChainReport chain : chains) {
            count += chain.faultCount();
            records += chain.records();
        }
        return JsonValue.object()
                .with("path", path.toString())
                .with("format", format())
                .with("verdict", verdict().word())
                .with("records", records)
                .with("head", chains.size() == 1 ? chains.getFirst().head() : null)
                .with("first", first)
                .with("faults", new JsonArray(faults))
                .with("fault_count", count)
                .with("checkpoint", checkpoint().word())
                .with("notes", new JsonArray(notes))
                .with("channels", channels())
                .with("trust_from", trustFrom)
                .with("bag", bag())
                .with("damage", BagFault.document(report.damage()))
                .with("disagreements", texts(report.disagreements()))
                .with("runs", new JsonArray(runs))
                .build();
    }

    private JsonObject run(BundledRun run) {
        Path place = path.resolve(run.folder());
        RunSnapshot snapshot = run.snapshot();
        ChainReport chain = snapshot == null ? null : snapshot.chain();
        JsonValue.ObjectBuilder document = JsonValue.object().with("name", run.name());
        if (snapshot == null || chain == null) {
            String why = run.failure() == null ? "its log cannot be read" : run.failure();
            return document.with("path", place.toString()).with("error", why).build();
        }
        document.with("run_id", snapshot.runId()).with("bundled_checkpoint", run.packed().word());
        VerifyDocument.of(place, chain, snapshot, request, null)
                .members()
                .forEach(member -> document.with(member.key(), member.value()));
        KeptCheck seen = kept.get(run.name());
        if (seen != null) {
            document.with("kept", seen.json());
        }
        return document.build();
    }

    private static void gather(JsonObject run, String key, String name, List<JsonValue> all) {
        if (run.get(key) instanceof JsonArray(List<JsonValue> values)) {
            for (JsonValue value : values) {
                JsonValue.ObjectBuilder named = JsonValue.object().with("run", name);
                if (value instanceof JsonObject object) {
                    object.members().forEach(member -> named.with(member.key(), member.value()));
                }
                all.add(named.build());
            }
        }
    }

    private @Nullable String format() {
        TreeSet<String> names = new TreeSet<>();
        chains.forEach(chain -> names.add(chain.format().name()));
        return names.size() == 1 ? names.first() : null;
    }

    private Verdict verdict() {
        Verdict worst = chains.isEmpty() ? Verdict.EMPTY : Verdict.INTACT;
        for (ChainReport chain : chains) {
            worst = rank(chain.verdict()) > rank(worst) ? chain.verdict() : worst;
        }
        return worst;
    }

    private static int rank(Verdict verdict) {
        return switch (verdict) {
            case INTACT -> 0;
            case EMPTY -> 1;
            case BROKEN -> 2;
            case MALFORMED -> 3;
        };
    }

    /// The worst of all; none where one was compared with nothing and none of the others disagrees.
    private CheckpointResult checkpoint() {
        return chains.stream()
                .map(ChainReport::checkpoint)
                .max(Comparator.comparingInt(BundleDocument::rank))
                .orElse(CheckpointResult.NONE);
    }

    private static int rank(CheckpointResult result) {
        return switch (result) {
            case MATCH -> 0;
            case GROWN -> 1;
            case NONE -> 2;
            case TAIL_APPENDED -> 3;
            case TAIL_MISSING -> 4;
            case HEAD_MISMATCH -> 5;
        };
    }

    /// Failed where one fails, verified where all are.
    private JsonObject channels() {
        JsonValue.ObjectBuilder channels = JsonValue.object();
        for (Channel channel : Channel.values()) {
            Outcome worst = null;
            for (BundledRun run : report.runs()) {
                RunSnapshot snapshot = run.snapshot();
                Outcome its =
                        snapshot == null ? Outcome.NOT_CHECKED : snapshot.channels().of(channel);
                worst = worst == null || worse(its, worst) ? its : worst;
            }
            channels.with(channel.word(), (worst == null ? Outcome.NOT_CHECKED : worst).word());
        }
        return channels.build();
    }

    private static boolean worse(Outcome one, Outcome other) {
        return one == Outcome.FAILED || one == Outcome.NOT_CHECKED && other == Outcome.VERIFIED;
    }

    private JsonValue bag() {
        BagReport bag = report.bag();
        if (bag == null) {
            return JsonValue.object()
                    .with("kind", "archive")
                    .with("valid", JsonValue.of(false))
                    .with("complete", JsonValue.of(false))
                    .with("errors", texts(List.of()))
                    .with("warnings", texts(List.of()))
                    .build();
        }
        return JsonValue.object()
                .with("kind", "bag")
                .with("valid", JsonValue.of(bag.valid()))
                .with("complete", JsonValue.of(bag.complete()))
                .with("errors", BagFault.document(bag.errors()))
                .with("warnings", BagFault.document(bag.warnings()))
                .build();
    }

    private static JsonArray texts(List<String> sentences) {
        return new JsonArray(sentences.stream().map(JsonValue::of).toList());
    }
}
