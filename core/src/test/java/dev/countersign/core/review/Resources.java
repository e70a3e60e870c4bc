// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.review;

import dev.countersign.core.json.JsonReader;
import dev.countersign.core.json.JsonText;
import dev.countersign.core.json.JsonValue;
import dev.countersign.core.json.JsonValue.JsonObject;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/// What CPython answered, as committed.
final class Resources {
    private Resources() {}

    /// The objects of a file of JSON lines.
    static List<JsonObject> lines(String name) {
        return Arrays.stream(text(name).split("\n")).map(Resources::object).toList();
    }

    static String text(String name) {
        try (InputStream in = Resources.class.getResourceAsStream(name)) {
            return new String(
                    Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static JsonObject object(String json) {
        return (JsonObject) value(json);
    }

    static JsonValue value(String json) {
        byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
        JsonReader reader = new JsonReader(Integer.MAX_VALUE);
        if (reader.read(bytes, 0, bytes.length) != null) {
            throw new IllegalArgumentException(json);
        }
        return JsonText.tree(reader.tape());
    }

    static String need(JsonObject object, String key) {
        return Objects.requireNonNull(object.string(key), key);
    }
}
