// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.witness;

import dev.countersign.core.chain.Checkpoint;
import dev.countersign.core.chain.Described;
import dev.countersign.core.json.JsonValue;
import dev.countersign.core.trust.Octets;

import org.jspecify.annotations.Nullable;

import java.util.HexFormat;
import java.util.List;

/// A checkpoint of a chain in the form of c2sp.org/tlog-checkpoint.
///
/// A chain has no Merkle tree: the size is the number of its records, and in the place of the root
/// stands the hash of the last one, which binds all before it. Extension lines name the format (so
/// that nobody takes one for the other), the file's SHA-256, the run and the time.
///
/// @param origin which log it is
/// @param checkpoint what was seen
/// @param run id of the run whose log it is, if it says
/// @param note the text with its signatures
public record CheckpointNote(
        String origin, Checkpoint checkpoint, @Nullable String run, SignedNote note) {
    private static final String FORMAT = "chain-format ";
    private static final String SHA256 = "file-sha256 ";
    private static final String RUN = "run ";
    private static final String TAKEN = "taken-at ";
    private static final int FIRST_EXTENSION = 3;
    private static final int ROOT_BYTES = 32;

    /// Whether a log may be called so: one line, and not what a cosignature begins with.
    public static boolean goodOrigin(String origin) {
        return !origin.isEmpty()
                && !origin.startsWith("cosignature/")
                && !origin.startsWith("subtree/")
                && origin.chars().allMatch(c -> c >= ' ');
    }

    /// The note of a checkpoint, not signed yet.
    public static Described<CheckpointNote> of(
            String origin, Checkpoint checkpoint, @Nullable String run) {
        if (!checkpoint.head().matches("[0-9a-f]{64}")) {
            return new Described.IsNot<>(
                    "has a head that is no SHA-256: a note has no place for it");
        }
        StringBuilder text = new StringBuilder(origin).append('\n');
        text.append(checkpoint.records()).append('\n');
        text.append(Octets.of(HexFormat.of().parseHex(checkpoint.head())).base64()).append('\n');
        extension(text, FORMAT, checkpoint.format());
        extension(text, SHA256, checkpoint.sha256());
        extension(text, RUN, run);
        extension(text, TAKEN, checkpoint.takenAt());
        SignedNote note = new SignedNote(text.toString(), List.of());
        return new Described.Is<>(new CheckpointNote(origin, checkpoint, run, note));
    }

    private static void extension(StringBuilder text, String key, @Nullable String value) {
        if (value != null && !value.isEmpty() && value.chars().allMatch(c -> c >= ' ')) {
            text.append(key).append(value).append('\n');
        }
    }

    /// Reads one. Nothing is verified by that.
    public static Described<CheckpointNote> read(byte[] file) {
        return switch (SignedNote.read(file)) {
            case Described.IsNot<SignedNote>(String why) -> new Described.IsNot<>(why);
            case Described.Is<SignedNote>(SignedNote note) -> read(note);
        };
    }

    private static Described<CheckpointNote> read(SignedNote note) {
        List<String> lines = note.text().lines().toList();
        if (lines.size() < FIRST_EXTENSION || lines.stream().anyMatch(String::isEmpty)) {
            return no("it needs origin, size and hash, and no empty line");
        }
        Long records = size(lines.get(1));
        Octets root = Octets.ofBase64(lines.get(2)).orElse(null);
        if (records == null || root == null || root.length() != ROOT_BYTES) {
            return no("its size is no number, or its hash is not 32 bytes in Base64");
        }
        String format = value(lines, FORMAT);
        if (format == null) {
            return no("it is one of a Merkle tree, not of a chain (no line `chain-format`)");
        }
        String sha256 = value(lines, SHA256);
        if (records < 1 || sha256 != null && !sha256.matches("[0-9a-f]{64}")) {
            return no("it has no record, or its file-sha256 is not 64 lower-case hex digits");
        }
        Checkpoint checkpoint =
                new Checkpoint(format, records, root.hex(), sha256, value(lines, TAKEN));
        return new Described.Is<>(
                new CheckpointNote(lines.getFirst(), checkpoint, value(lines, RUN), note));
    }

    private static Described<CheckpointNote> no(String why) {
        return new Described.IsNot<>("is no checkpoint of a chain: " + why);
    }

    private static @Nullable Long size(String text) {
        boolean canonical = text.equals("0") || text.matches("[1-9][0-9]{0,18}");
        return canonical ? new JsonValue.JsonNumber(text).toLong() : null;
    }

    private static @Nullable String value(List<String> lines, String key) {
        for (String line : lines.subList(FIRST_EXTENSION, lines.size())) {
            if (line.startsWith(key)) {
                return line.substring(key.length());
            }
        }
        return null;
    }

    /// The same, with other signatures.
    public CheckpointNote with(SignedNote signed) {
        return new CheckpointNote(origin, checkpoint, run, signed);
    }
}
