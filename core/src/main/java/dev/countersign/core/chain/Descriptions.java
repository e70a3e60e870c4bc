// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.chain;

import dev.countersign.core.chain.ChainFormat.Digest;
import dev.countersign.core.json.CanonicalProfile;
import dev.countersign.core.json.JsonProblem;
import dev.countersign.core.json.JsonReader;
import dev.countersign.core.json.JsonText;
import dev.countersign.core.json.JsonValue;
import dev.countersign.core.json.JsonValue.JsonArray;
import dev.countersign.core.json.JsonValue.JsonNumber;
import dev.countersign.core.json.JsonValue.JsonObject;
import dev.countersign.core.json.JsonValue.JsonString;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// Reads and writes the small files about chains: checkpoints, and formats that are not built in.
public final class Descriptions {
    private static final int MOST_VALUES = 10_000;
    private static final Set<String> FORMAT_KEYS =
            Set.of(
                    "name",
                    "hash_field",
                    "prev_field",
                    "genesis",
                    "covered",
                    "profile",
                    "digest",
                    "time_field",
                    "actor_field",
                    "action_field",
                    "completion");

    private Descriptions() {}

    /// A checkpoint as a JSON object with the keys of FORMATS 6.
    public static JsonObject toJson(Checkpoint c) {
        return JsonValue.object()
                .with("format", c.format())
                .with("records", c.records())
                .with("head", c.head())
                .with("sha256", c.sha256())
                .with("taken_at", c.takenAt())
                .build();
    }

    /// Reads a checkpoint; `sha256` and `taken_at` may be absent or null.
    public static Described<Checkpoint> checkpoint(byte[] text) {
        if (!(object(text) instanceof Described.Is<JsonObject>(JsonObject o))) {
            return new Described.IsNot<>(
                    "is not a JSON object: give the file that `countersign checkpoint` wrote");
        }
        Long records = o.get("records") instanceof JsonNumber n ? n.toLong() : null;
        String head = o.string("head");
        String format = o.string("format");
        if (records == null || records < 1 || head == null || head.isEmpty()) {
            return new Described.IsNot<>(
                    "is no checkpoint: it needs `records` (at least 1) and `head`");
        }
        String sha256 = o.string("sha256");
        if (sha256 != null && !sha256.matches("[0-9a-f]{64}")) {
            return new Described.IsNot<>(
                    "is no checkpoint: `sha256` is not 64 lower-case hex digits");
        }
        return new Described.Is<>(
                new Checkpoint(
                        format == null ? "" : format, records, head, sha256, o.string("taken_at")));
    }

    /// Reads a format: the keys are those of {@link ChainFormat}, with underscores; `covered` may
    /// be absent (all but the hash field), so may the time, actor and action fields; `digest` is
    /// sha256 if absent.
    public static Described<ChainFormat> format(byte[] text) {
        if (!(object(text) instanceof Described.Is<JsonObject>(JsonObject o))) {
            return new Described.IsNot<>(
                    "is not a JSON object: a format has the keys " + String.join(", ", required()));
        }
        for (JsonValue.Member member : o.members()) {
            if (!FORMAT_KEYS.contains(member.key())) {
                return new Described.IsNot<>(
                        "has the unknown key `" + member.key() + "`: remove it");
            }
        }
        for (String key : required()) {
            if (o.string(key) == null) {
                return new Described.IsNot<>("lacks the key `" + key + "`, a string");
            }
        }
        CanonicalProfile profile = profile(o.string("profile"));
        Digest digest = digest(o.get("digest"));
        List<String> covered = covered(o.get("covered"));
        if (profile == null || digest == null || covered == null) {
            return new Described.IsNot<>(
                    "needs `profile` A, B or J, `digest` sha256, sha384 or sha512, and `covered` a"
                            + " list of keys");
        }
        ChainFormat format = format(o, profile, digest, covered);
        if (format.hashField().equals(format.prevField()) || covered.contains(format.hashField())) {
            return new Described.IsNot<>(
                    "needs a `hash_field` that is neither `prev_field` nor among `covered`: no hash"
                            + " covers itself");
        }
        return new Described.Is<>(format);
    }

    private static List<String> required() {
        return List.of("name", "hash_field", "prev_field", "genesis", "profile");
    }

    private static ChainFormat format(
            JsonObject o, CanonicalProfile profile, Digest digest, List<String> covered) {
        return new ChainFormat(
                present(o, "name"),
                present(o, "hash_field"),
                present(o, "prev_field"),
                present(o, "genesis"),
                covered,
                profile,
                digest,
                o.string("time_field"),
                o.string("actor_field"),
                o.string("action_field"),
                o.string("completion"));
    }

    private static String present(JsonObject o, String key) {
        String says = o.string(key);
        if (says == null) {
            throw new IllegalStateException("checked before: " + key);
        }
        return says;
    }

    private static @Nullable CanonicalProfile profile(@Nullable String name) {
        for (CanonicalProfile p : CanonicalProfile.values()) {
            if (p.name().equals(name)) {
                return p;
            }
        }
        return null;
    }

    private static @Nullable Digest digest(@Nullable JsonValue value) {
        if (value == null) {
            return Digest.SHA_256;
        }
        if (!(value instanceof JsonString(String name))) {
            return null;
        }
        return switch (name.toLowerCase(Locale.ROOT).replaceAll("[-_]", "")) {
            case "sha256" -> Digest.SHA_256;
            case "sha384" -> Digest.SHA_384;
            case "sha512" -> Digest.SHA_512;
            default -> null;
        };
    }

    private static @Nullable List<String> covered(@Nullable JsonValue value) {
        if (value == null) {
            return List.of();
        }
        if (!(value instanceof JsonArray(List<JsonValue> values))) {
            return null;
        }
        List<String> names = new ArrayList<>();
        for (JsonValue v : values) {
            if (!(v instanceof JsonString(String name))) {
                return null;
            }
            names.add(name);
        }
        return names;
    }

    private static Described<JsonObject> object(byte[] text) {
        JsonReader reader = new JsonReader(MOST_VALUES);
        JsonProblem problem = reader.read(text, 0, text.length);
        if (problem == null && JsonText.tree(reader.tape()) instanceof JsonObject o) {
            return new Described.Is<>(o);
        }
        return new Described.IsNot<>("is not a JSON object");
    }
}
