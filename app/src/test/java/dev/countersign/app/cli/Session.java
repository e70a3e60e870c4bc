// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.cli;

import dev.countersign.core.json.JsonReader;
import dev.countersign.core.json.JsonText;
import dev.countersign.core.json.JsonValue;
import dev.countersign.core.json.JsonValue.JsonArray;
import dev.countersign.core.json.JsonValue.JsonObject;
import dev.countersign.core.trust.Randomness;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// One command, what it printed and how it ended.
record Session(int exit, String out, String err) {
    static Session run(String... words) {
        return withInput("", words);
    }

    static Session withInput(String input, String... words) {
        return withClock(() -> Instant.parse("2026-11-21T10:00:00Z"), input, words);
    }

    static Session withClock(InstantSource clock, String input, String... words) {
        var out = new ByteArrayOutputStream();
        var err = new ByteArrayOutputStream();
        var console =
                new Console(
                        new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)),
                        new PrintStream(out, true, StandardCharsets.UTF_8),
                        new PrintStream(err, true, StandardCharsets.UTF_8),
                        Runnable::run,
                        clock,
                        Randomness::system,
                        () -> false);
        int exit = Cli.run(Arrays.asList(words), console);
        return new Session(
                exit, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    /// What could not be done, and was asked for as a document.
    static Session refused(String why) {
        return new Session(
                2,
                JsonValue.object().with("error", why).build().text() + "\n",
                "countersign: " + why + "\n");
    }

    /// The documents, one a line.
    List<JsonObject> documents() {
        List<JsonObject> documents = new ArrayList<>();
        out.lines().forEach(line -> documents.add(object(line)));
        return documents;
    }

    JsonObject document() {
        List<JsonObject> all = documents();
        if (all.size() != 1) {
            throw new AssertionError("one document was expected: " + out + err);
        }
        return all.getFirst();
    }

    static JsonObject object(String text) {
        var reader = new JsonReader(1 << 20);
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        if (reader.read(bytes, 0, bytes.length) != null) {
            throw new AssertionError("not JSON: " + text);
        }
        return (JsonObject) JsonText.tree(reader.tape());
    }

    static List<JsonValue> list(JsonObject object, String key) {
        if (object.get(key) instanceof JsonArray(List<JsonValue> values)) {
            return values;
        }
        throw new AssertionError(key + " is no list in " + object);
    }
}
