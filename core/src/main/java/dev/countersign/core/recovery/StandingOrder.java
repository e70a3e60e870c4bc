// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.recovery;

import dev.countersign.core.json.JsonValue;
import dev.countersign.core.json.JsonValue.JsonArray;
import dev.countersign.core.json.JsonValue.JsonObject;
import dev.countersign.core.json.JsonValue.Member;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Puts keys, which a canonical text sorts, back into the order in which they stand in the log.
final class StandingOrder {
    /// Deeper objects stay sorted.
    private static final int DEPTH = 8;

    private StandingOrder() {}

    /// @param sorted a value of the original
    /// @param standing what stands in its place, if anything
    static JsonValue of(JsonValue sorted, @Nullable JsonValue standing) {
        return of(sorted, standing, DEPTH);
    }

    private static JsonValue of(JsonValue sorted, @Nullable JsonValue standing, int depth) {
        if (depth > 0 && sorted instanceof JsonObject was && standing instanceof JsonObject is) {
            Map<String, JsonValue> all = new LinkedHashMap<>();
            for (Member member : is.members()) {
                JsonValue value = was.get(member.key());
                if (value != null) {
                    all.put(member.key(), of(value, member.value(), depth - 1));
                }
            }
            was.members().forEach(m -> all.putIfAbsent(m.key(), m.value()));
            List<Member> members = new ArrayList<>();
            all.forEach((key, value) -> members.add(new Member(key, value)));
            return new JsonObject(members);
        }
        if (depth > 0 && sorted instanceof JsonArray was && standing instanceof JsonArray is) {
            List<JsonValue> values = new ArrayList<>();
            for (int i = 0; i < was.values().size(); i++) {
                JsonValue like = i < is.values().size() ? is.values().get(i) : null;
                values.add(of(was.values().get(i), like, depth - 1));
            }
            return new JsonArray(values);
        }
        return sorted;
    }
}
