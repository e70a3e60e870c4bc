// SPDX-License-Identifier: Apache-2.0

package dev.countersign.core.testkit;

import dev.countersign.core.json.JsonReader;
import dev.countersign.core.json.JsonText;
import dev.countersign.core.json.JsonValue.JsonObject;

import java.nio.charset.StandardCharsets;

/** Objects from their texts. */
public final class Details {
    private Details() {}

    public static JsonObject parse(String text) {
        JsonReader reader = new JsonReader(1 << 20);
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        if (reader.read(bytes, 0, bytes.length) != null) {
            throw new IllegalArgumentException("not JSON: " + text);
        }
        return (JsonObject) JsonText.tree(reader.tape());
    }
}
