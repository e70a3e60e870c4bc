// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.witness;

import dev.countersign.core.chain.Checkpoint;
import dev.countersign.core.chain.Described;
import dev.countersign.core.chain.Descriptions;
import dev.countersign.core.json.JsonReader;
import dev.countersign.core.json.JsonText;
import dev.countersign.core.json.JsonValue;
import dev.countersign.core.json.JsonValue.JsonObject;
import dev.countersign.core.json.JsonValue.Member;
import dev.countersign.core.source.LogFile;
import dev.countersign.core.source.SourceException;

import org.jspecify.annotations.Nullable;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// A file of checkpoints that desks carry to each other: a signed note, or one JSON object a line.
/// Nothing is verified by reading it.
///
/// @param all at least one
/// @param note the note; null if the file is JSON, which nobody vouches for
public record CarriedCheckpoints(List<Carried> all, @Nullable CheckpointNote note) {
    /// Larger files are not of checkpoints.
    public static final int MOST_BYTES = 16 << 20;

    private static final String RUN_ID = "run_id";
    private static final int BEGINNING = 4096;

    /// Origin, how many records, the head.
    private static final Pattern NOTE = Pattern.compile("[^\\n]+\\n[0-9]+\\n[A-Za-z0-9+/]{43}=\\n");

    private static final int MOST_VALUES = 1_000;

    public CarriedCheckpoints {
        all = List.copyOf(all);
    }

    /// A checkpoint and the run whose log it is about.
    ///
    /// @param runId null if it does not say
    /// @param checkpoint what was seen of the log
    public record Carried(@Nullable String runId, Checkpoint checkpoint) {}

    /// Whether a file begins as one of checkpoints does; its rest is not looked at.
    ///
    /// @throws SourceException if it cannot be read
    public static boolean begins(Path file) throws SourceException {
        byte[] start;
        try (LogFile opened = LogFile.open(file)) {
            ByteBuffer buffer = ByteBuffer.allocate((int) Math.min(BEGINNING, opened.size()));
            opened.read(buffer, 0);
            start = buffer.array();
        }
        String text = new String(start, StandardCharsets.ISO_8859_1);
        return NOTE.matcher(text).lookingAt()
                || isCheckpoint(text.lines().findFirst().orElse(""))
                || isCheckpoint(text);
    }

    private static boolean isCheckpoint(String json) {
        return Descriptions.checkpoint(json.getBytes(StandardCharsets.ISO_8859_1))
                instanceof Described.Is<Checkpoint>;
    }

    /// Whether it is for the reader of notes.
    public static boolean isNote(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8).contains("\n\u2014 ");
    }

    /// Reads one.
    public static Described<CarriedCheckpoints> read(byte[] bytes) {
        if (!isNote(bytes)) {
            return lines(bytes);
        }
        return switch (CheckpointNote.read(bytes)) {
            case Described.IsNot<CheckpointNote>(String why) -> new Described.IsNot<>(why);
            case Described.Is<CheckpointNote>(CheckpointNote note) ->
                    new Described.Is<>(
                            new CarriedCheckpoints(
                                    List.of(new Carried(note.run(), note.checkpoint())), note));
        };
    }

    private static Described<CarriedCheckpoints> lines(byte[] bytes) {
        if (Descriptions.checkpoint(bytes) instanceof Described.Is<Checkpoint>(Checkpoint whole)) {
            return new Described.Is<>(
                    new CarriedCheckpoints(List.of(new Carried(runId(bytes), whole)), null));
        }
        List<Carried> all = new ArrayList<>();
        String text = new String(bytes, StandardCharsets.UTF_8);
        for (String line : text.lines().filter(one -> !one.isBlank()).toList()) {
            byte[] one = line.getBytes(StandardCharsets.UTF_8);
            switch (Descriptions.checkpoint(one)) {
                case Described.Is<Checkpoint>(Checkpoint checkpoint) ->
                        all.add(new Carried(runId(one), checkpoint));
                case Described.IsNot<Checkpoint>(String why) -> {
                    return new Described.IsNot<>(why);
                }
            }
        }
        return all.isEmpty()
                ? new Described.IsNot<>("holds no checkpoint")
                : new Described.Is<>(new CarriedCheckpoints(all, null));
    }

    private static @Nullable String runId(byte[] line) {
        JsonReader reader = new JsonReader(MOST_VALUES);
        return reader.read(line, 0, line.length) == null
                        && JsonText.tree(reader.tape()) instanceof JsonObject object
                ? object.string(RUN_ID)
                : null;
    }

    /// A line for another desk, with its line end.
    public static String line(String runId, Checkpoint checkpoint) {
        List<Member> members = new ArrayList<>(Descriptions.toJson(checkpoint).members());
        members.add(new Member(RUN_ID, JsonValue.of(runId)));
        return new JsonObject(members).text() + "\n";
    }
}
