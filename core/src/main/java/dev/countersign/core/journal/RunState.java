// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.journal;

import dev.countersign.core.json.JsonReader;
import dev.countersign.core.json.JsonText;
import dev.countersign.core.json.JsonValue;
import dev.countersign.core.json.JsonValue.JsonArray;
import dev.countersign.core.json.JsonValue.JsonObject;
import dev.countersign.core.json.JsonValue.JsonString;
import dev.countersign.core.json.JsonValue.Member;
import dev.countersign.core.json.ProducerForm;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A checkpoint that is being worked on. Keys keep their places, unknown ones are kept as they are,
/// and of a repeated key the first place and the last value (FORMATS 1 and 4). Not for concurrent
/// use.
public final class RunState {
    private static final int MOST_VALUES = 4 << 20;
    private static final String PAYLOAD = "payload";
    private static final String ARTIFACTS = "artifacts";
    private static final String APPROVALS = "approvals";
    private static final String DONE = "_done";

    private final Map<String, JsonValue> members = new LinkedHashMap<>();

    private RunState() {}

    /// The checkpoint of a run that has done nothing yet.
    public static RunState begin(JsonObject payload) {
        RunState state = new RunState();
        state.set(PAYLOAD, payload);
        state.set(ARTIFACTS, new JsonObject(List.of()));
        state.set(APPROVALS, new JsonObject(List.of()));
        state.set(DONE, new JsonArray(List.of()));
        return state;
    }

    /// A checkpoint from its bytes; null if they are not a JSON object.
    public static @Nullable RunState read(byte[] bytes) {
        JsonReader reader = new JsonReader(MOST_VALUES);
        if (reader.read(bytes, 0, bytes.length) != null
                || !(JsonText.tree(reader.tape()) instanceof JsonObject read)) {
            return null;
        }
        RunState state = new RunState();
        read.members().forEach(member -> state.set(member.key(), member.value()));
        return state;
    }

    /// The payload; null if it is not there or no object.
    public @Nullable JsonObject payload() {
        return members.get(PAYLOAD) instanceof JsonObject payload ? payload : null;
    }

    /// Sets a key; it keeps its place if it has one.
    public void set(String key, JsonValue value) {
        members.put(key, value);
    }

    /// The steps that it calls finished, in their order.
    public List<String> done() {
        List<String> names = new ArrayList<>();
        if (members.get(DONE) instanceof JsonArray(List<JsonValue> values)) {
            for (JsonValue value : values) {
                if (value instanceof JsonString(String name)) {
                    names.add(name);
                }
            }
        }
        return names;
    }

    /// Says which steps are finished.
    public void done(List<String> names) {
        set(DONE, new JsonArray(names.stream().map(JsonValue::of).toList()));
    }

    /// Says what an artifact was when it was written.
    public void artifact(String name, String digest, String path) {
        JsonObject entry = JsonValue.object().with("sha256_12", digest).with("path", path).build();
        put(ARTIFACTS, name, entry);
    }

    /// Says who approved what the run waits for.
    public void approval(String key, JsonObject approval) {
        put(APPROVALS, key, approval);
    }

    private void put(String key, String name, JsonValue value) {
        Map<String, JsonValue> entries = new LinkedHashMap<>();
        if (members.get(key) instanceof JsonObject(List<Member> old)) {
            old.forEach(member -> entries.put(member.key(), member.value()));
        }
        entries.put(name, value);
        set(key, object(entries));
    }

    /// All of it.
    public JsonObject value() {
        return object(members);
    }

    /// As the producer writes it; null if that is more than {@link RunDirectory#LARGEST_STATE}
    /// bytes, and could not be read again.
    public @Nullable String text() {
        return ProducerForm.indented(value(), RunDirectory.LARGEST_STATE);
    }

    private static JsonObject object(Map<String, JsonValue> entries) {
        return new JsonObject(
                entries.entrySet().stream()
                        .map(entry -> new Member(entry.getKey(), entry.getValue()))
                        .toList());
    }
}
