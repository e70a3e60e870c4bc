// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.recovery;

import dev.countersign.core.json.JsonValue;
import dev.countersign.core.json.JsonValue.JsonArray;
import dev.countersign.core.json.JsonValue.JsonObject;
import dev.countersign.core.json.JsonValue.Member;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// One field before and after an edit.
///
/// @param path its key; inside others, their keys and places before it, with points between
/// @param original what it was; null if there was no such field
/// @param standing what stands there now; null if the field is gone
public record FieldChange(String path, @Nullable JsonValue original, @Nullable JsonValue standing) {
    /// Deeper differences are told of the value that holds them.
    private static final int DEPTH = 8;

    /// Every field that differs, in the order of the original.
    static List<FieldChange> between(JsonObject original, JsonObject standing) {
        Map<String, JsonValue> before = new LinkedHashMap<>();
        Map<String, JsonValue> after = new LinkedHashMap<>();
        flatten("", original, DEPTH, before);
        flatten("", standing, DEPTH, after);
        Set<String> paths = new LinkedHashSet<>(before.keySet());
        paths.addAll(after.keySet());
        List<FieldChange> changes = new ArrayList<>();
        for (String path : paths) {
            JsonValue was = before.get(path);
            JsonValue is = after.get(path);
            if (was == null || !was.equals(is)) {
                changes.add(new FieldChange(path, was, is));
            }
        }
        return List.copyOf(changes);
    }

    private static void flatten(
            String path, JsonValue value, int depth, Map<String, JsonValue> all) {
        if (depth > 0 && value instanceof JsonObject object && !object.members().isEmpty()) {
            for (Member member : object.members()) {
                String inner = path.isEmpty() ? member.key() : path + "." + member.key();
                flatten(inner, member.value(), depth - 1, all);
            }
        } else if (depth > 0 && value instanceof JsonArray array && !array.values().isEmpty()) {
            for (int i = 0; i < array.values().size(); i++) {
                flatten(path + "." + i, array.values().get(i), depth - 1, all);
            }
        } else {
            all.put(path, value);
        }
    }
}
