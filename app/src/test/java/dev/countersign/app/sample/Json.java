// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.sample;

import dev.countersign.core.json.JsonReader;
import dev.countersign.core.json.JsonText;
import dev.countersign.core.json.JsonValue.JsonObject;

import java.nio.charset.StandardCharsets;

/// JSON as tests write it.
final class Json {
    private Json() {}

    static JsonObject object(String json) {
        byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
        JsonReader reader = new JsonReader(Integer.MAX_VALUE);
        if (reader.read(bytes, 0, bytes.length) != null) {
            throw new IllegalArgumentException(json);
        }
        return (JsonObject) JsonText.tree(reader.tape());
    }
}
