// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.cli;

import dev.countersign.app.text.CompareText;
import dev.countersign.core.chain.ChainReport;
import dev.countersign.core.compare.Compared;
import dev.countersign.core.compare.Comparison;
import dev.countersign.core.compare.FieldChange;
import dev.countersign.core.compare.PairDiff;
import dev.countersign.core.compare.PairReader;
import dev.countersign.core.compare.Proof;
import dev.countersign.core.compare.Run;
import dev.countersign.core.compare.Stand;
import dev.countersign.core.json.JsonValue;
import dev.countersign.core.json.JsonValue.JsonArray;
import dev.countersign.core.json.JsonValue.JsonObject;
import dev.countersign.core.json.JsonValue.JsonWord;
import dev.countersign.core.json.JsonValue.ObjectBuilder;
import dev.countersign.core.source.SourceException;

import org.jspecify.annotations.Nullable;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// A comparison as a JSON document.
final class CompareDocument {
    private static final int MOST_RUNS = 10_000;
    private static final int MOST_CHANGES = 1_000;

    private CompareDocument() {}

    static void print(Path path, Path other, Comparison c, PairReader reader, PrintStream out)
            throws SourceException {
        ObjectBuilder counts = JsonValue.object();
        for (Run.Kind kind : Run.Kind.values()) {
            counts.with(kind.word(), c.count(kind));
        }
        Run first = c.first();
        List<Run> runs = c.runs().subList(0, Math.min(MOST_RUNS, c.runs().size()));
        ObjectBuilder document =
                JsonValue.object()
                        .with("path", path.toString())
                        .with("other", other.toString())
                        .with("relation", c.relation().word())
                        .with("sentence", CompareText.sentence(c))
                        .with("format", c.format().name())
                        .with("common", c.common())
                        .with("first", first == null ? JsonWord.NULL : run(first))
                        .with("doubt", c.doubt().name().toLowerCase(Locale.ROOT))
                        .with("here", side(c.here().report()))
                        .with("there", side(c.there().report()))
                        .with("counts", counts.build())
                        .with("runs", list(runs.stream().map(CompareDocument::run).toList()))
                        .with("runs_not_listed", c.runs().size() - runs.size());
        changes(c, reader, document);
        document.with("checkpoints", list(c.stands().stream().map(CompareDocument::stand).toList()))
                .with("proofs", list(c.proofs().stream().map(CompareDocument::proof).toList()));
        out.println(document.build().text());
    }

    /// Logs that are chained in different ways.
    static ObjectBuilder formats(Path path, Path other, Compared.DifferentFormats formats) {
        return JsonValue.object()
                .with("path", path.toString())
                .with("other", other.toString())
                .with("relation", "different_formats")
                .with("sentence", formatsSentence(formats))
                .with("here", side(formats.here()))
                .with("there", side(formats.there()));
    }

    static String formatsSentence(Compared.DifferentFormats formats) {
        return "The logs are chained in different ways: this one is of format "
                + formats.here().format().name()
                + ", the other of format "
                + formats.there().format().name()
                + ".";
    }

    private static JsonObject side(ChainReport report) {
        return JsonValue.object()
                .with("format", report.format().name())
                .with("verdict", report.verdict().word())
                .with("records", report.records())
                .with("head", report.head())
                .build();
    }

    private static JsonObject run(Run run) {
        return place(run).with("length", run.length()).build();
    }

    private static ObjectBuilder place(Run run) {
        return JsonValue.object()
                .with("kind", run.kind().word())
                .with("record", number(run.here(), run.here() >= 0))
                .with("line", number(run.hereLine(), run.here() >= 0))
                .with("other_record", number(run.there(), run.there() >= 0))
                .with("other_line", number(run.thereLine(), run.there() >= 0));
    }

    private static JsonValue number(long value, boolean there) {
        return there ? JsonValue.of(value) : JsonWord.NULL;
    }

    private static void changes(Comparison c, PairReader reader, ObjectBuilder document)
            throws SourceException {
        List<JsonValue> changes = new ArrayList<>();
        for (Run run : c.runs()) {
            if (run.kind() != Run.Kind.CHANGED && run.kind() != Run.Kind.MOVED) {
                continue;
            }
            for (int i = 0; i < run.length() && changes.size() < MOST_CHANGES; i++) {
                Run row =
                        new Run(
                                run.kind(),
                                run.here() + i,
                                c.here().marks().line(run.here() + i),
                                run.there() + i,
                                c.there().marks().line(run.there() + i),
                                1);
                changes.add(change(row, reader.read(row)));
            }
        }
        long all = c.count(Run.Kind.CHANGED) + c.count(Run.Kind.MOVED);
        document.with("changes", list(changes)).with("changes_not_listed", all - changes.size());
    }

    private static JsonObject change(Run row, PairDiff diff) {
        return place(row)
                .with("fields", list(diff.fields().stream().map(CompareDocument::field).toList()))
                .with("fields_not_listed", diff.more())
                .with("bytes", bytes(diff.hereBytes()))
                .with("other_bytes", bytes(diff.thereBytes()))
                .build();
    }

    private static JsonObject bytes(PairDiff.Bytes bytes) {
        return JsonValue.object().with("from", bytes.from()).with("length", bytes.length()).build();
    }

    private static JsonObject field(FieldChange change) {
        return JsonValue.object()
                .with("pointer", change.pointer())
                .with("here", value(change.here()))
                .with("there", value(change.there()))
                .with("covered", JsonValue.of(change.covered()))
                .build();
    }

    private static JsonValue value(FieldChange.@Nullable Value value) {
        return value == null
                ? JsonWord.NULL
                : JsonValue.object()
                        .with("text", value.text())
                        .with("offset", value.offset())
                        .with("length", value.length())
                        .build();
    }

    private static JsonObject stand(Stand stand) {
        return JsonValue.object()
                .with("name", stand.name())
                .with("records", stand.checkpoint().records())
                .with("head", stand.checkpoint().head())
                .with("here", stand.here().word())
                .with("here_broken_at", number(stand.here().brokenAt(), stand.here().broken()))
                .with("here_bytes_differ", JsonValue.of(stand.here().otherBytes()))
                .with("there", stand.there().word())
                .with("there_broken_at", number(stand.there().brokenAt(), stand.there().broken()))
                .with("there_bytes_differ", JsonValue.of(stand.there().otherBytes()))
                .build();
    }

    private static JsonObject proof(Proof proof) {
        return JsonValue.object()
                .with("log", proof.here() ? "here" : "there")
                .with("category", "record_" + proof.kind().name().toLowerCase(Locale.ROOT))
                .with("record", proof.record())
                .with("gap", proof.gap())
                .with("original", proof.original())
                .with("message", CompareText.proof(proof))
                .build();
    }

    private static JsonArray list(List<? extends JsonValue> values) {
        return new JsonArray(List.copyOf(values));
    }
}
