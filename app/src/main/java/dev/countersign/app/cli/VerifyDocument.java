// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.cli;

import dev.countersign.app.text.ArtifactText;
import dev.countersign.app.text.CheckText;
import dev.countersign.app.text.NoteText;
import dev.countersign.app.text.RunText;
import dev.countersign.core.chain.ChainReport;
import dev.countersign.core.chain.CheckpointResult;
import dev.countersign.core.chain.Fault;
import dev.countersign.core.chain.FaultCategory;
import dev.countersign.core.chain.Note;
import dev.countersign.core.chain.Verdict;
import dev.countersign.core.chain.VerifyRequest;
import dev.countersign.core.json.JsonValue;
import dev.countersign.core.json.JsonValue.JsonArray;
import dev.countersign.core.json.JsonValue.JsonObject;
import dev.countersign.core.json.JsonValue.Member;
import dev.countersign.core.run.Channel;
import dev.countersign.core.run.ChannelVerdicts;
import dev.countersign.core.run.Check;
import dev.countersign.core.run.RunSnapshot;
import dev.countersign.core.witness.CheckpointNote;
import dev.countersign.core.witness.Vouch;

import org.jspecify.annotations.Nullable;

import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// A report as the JSON document of the command line contract.
final class VerifyDocument {
    private static final String VERIFIED = "verified";
    private static final String FAILED = "failed";
    private static final String NOT_CHECKED = "not_checked";

    private VerifyDocument() {}

    /// Prints a document and what stands beside it.
    static void print(JsonObject document, JsonObject beside, PrintStream out) {
        List<Member> members = new ArrayList<>(document.members());
        members.addAll(beside.members());
        out.println(new JsonObject(members).text());
    }

    /// @param given the checkpoint's file, with who vouches for it
    static JsonObject of(
            Path path,
            ChainReport report,
            @Nullable RunSnapshot run,
            VerifyRequest request,
            @Nullable CheckpointFile given) {
        JsonValue.ObjectBuilder document =
                JsonValue.object()
                        .with("path", path.toString())
                        .with("format", report.format().name())
                        .with("verdict", report.verdict().word())
                        .with("records", report.records())
                        .with("head", report.head())
                        .with("first", first(report))
                        .with(
                                "faults",
                                list(report.faults().stream().map(VerifyDocument::fault).toList()))
                        .with("fault_count", report.faultCount())
                        .with("checkpoint", report.checkpoint().word())
                        .with("notes", notes(report, run))
                        .with(
                                "channels",
                                run == null ? channels(report) : channels(run.channels()));
        if (run != null) {
            document.with("artifacts", ArtifactText.sentence(run.artifacts()));
            if (run.state() == null) {
                document.with("state", RunText.stateNotRead(run));
            }
        }
        CheckpointNote note = given == null ? null : given.note();
        if (given != null && note != null) {
            document.with("origin", note.origin())
                    .with(
                            "witnesses",
                            list(given.vouches().stream().map(VerifyDocument::vouch).toList()));
        }
        if (request.hashes()) {
            document.with(
                    "computed",
                    list(
                            report.hashes().stream()
                                    .map(hash -> JsonValue.of(hash.isEmpty() ? null : hash))
                                    .toList()));
        }
        return document.build();
    }

    /// The document of a folder without a log.
    static JsonObject nothing(Path path) {
        return JsonValue.object()
                .with("path", path.toString())
                .with("format", JsonValue.JsonWord.NULL)
                .with("verdict", Verdict.EMPTY.word())
                .with("records", 0)
                .with("head", JsonValue.JsonWord.NULL)
                .with("first", JsonValue.JsonWord.NULL)
                .with("faults", list(List.of()))
                .with("fault_count", 0)
                .with("checkpoint", CheckpointResult.NONE.word())
                .with("notes", list(List.of()))
                .with("channels", channels(NOT_CHECKED, NOT_CHECKED))
                .build();
    }

    private static JsonValue first(ChainReport report) {
        Fault fault = report.first();
        return fault == null ? JsonValue.JsonWord.NULL : place(fault).build();
    }

    private static JsonValue.ObjectBuilder place(Fault fault) {
        return JsonValue.object()
                .with("record", fault.record())
                .with("line", fault.line())
                .with("offset", fault.offset())
                .with("category", fault.category().word());
    }

    private static JsonValue fault(Fault fault) {
        return place(fault)
                .with(
                        "alternatives",
                        list(
                                fault.alternatives().stream()
                                        .map(FaultCategory::word)
                                        .map(JsonValue::of)
                                        .toList()))
                .with("stored", fault.stored())
                .with("computed", fault.computed())
                .with("message", VerifyText.sentence(fault))
                .build();
    }

    /// Those of the log, and that of its folder.
    private static JsonArray notes(ChainReport report, @Nullable RunSnapshot run) {
        List<JsonValue> notes = new ArrayList<>();
        report.notes().forEach(note -> notes.add(note(note)));
        Check.Evidence renamed = run == null ? null : CheckText.renamed(run);
        if (renamed != null) {
            notes.add(
                    JsonValue.object()
                            .with("record", renamed.record())
                            .with("kind", "folder_renamed")
                            .with("message", CheckText.renamed(renamed))
                            .build());
        }
        return list(notes);
    }

    private static JsonValue note(Note note) {
        return JsonValue.object()
                .with("record", note.record())
                .with("kind", note.kind().word())
                .with("message", NoteText.sentence(note))
                .build();
    }

    private static JsonValue vouch(Vouch vouch) {
        Instant at = vouch.at();
        return JsonValue.object()
                .with("name", vouch.name())
                .with("key_id", vouch.keyId())
                .with("state", vouch.state().word())
                .with("at", at == null ? null : at.toString())
                .build();
    }

    private static JsonArray list(List<? extends JsonValue> values) {
        return new JsonArray(List.copyOf(values));
    }

    private static String integrity(ChainReport report) {
        return switch (report.verdict()) {
            case INTACT -> VERIFIED;
            case BROKEN, MALFORMED -> FAILED;
            case EMPTY -> NOT_CHECKED;
        };
    }

    private static String completeness(CheckpointResult checkpoint) {
        return switch (checkpoint) {
            case NONE -> NOT_CHECKED;
            case MATCH, GROWN -> VERIFIED;
            case TAIL_MISSING, TAIL_APPENDED, HEAD_MISMATCH -> FAILED;
        };
    }

    /// All channels of a run.
    static JsonObject channels(ChannelVerdicts verdicts) {
        JsonValue.ObjectBuilder channels = JsonValue.object();
        for (Channel channel : Channel.values()) {
            channels.with(channel.word(), verdicts.of(channel).word());
        }
        return channels.build();
    }

    /// A log by itself has two.
    private static JsonObject channels(ChainReport report) {
        return channels(integrity(report), completeness(report.checkpoint()));
    }

    private static JsonObject channels(String integrity, String completeness) {
        JsonValue.ObjectBuilder channels =
                JsonValue.object()
                        .with(Channel.INTEGRITY.word(), integrity)
                        .with(Channel.COMPLETENESS.word(), completeness);
        for (Channel channel : Channel.values()) {
            if (channel.compareTo(Channel.COMPLETENESS) > 0) {
                channels.with(channel.word(), NOT_CHECKED);
            }
        }
        return channels.build();
    }
}
