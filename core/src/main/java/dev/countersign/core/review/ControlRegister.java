// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.review;

import dev.countersign.core.json.JsonReader;
import dev.countersign.core.json.JsonText;
import dev.countersign.core.json.JsonValue;
import dev.countersign.core.json.JsonValue.JsonArray;
import dev.countersign.core.json.JsonValue.JsonObject;
import dev.countersign.core.json.JsonValue.JsonString;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/// Controls as data: a JSON object with the array `controls`, each an object with the texts `id`,
/// `title`, `objective`, `procedure`, `evidence` and the array of texts `deficiency`. Strict: a
/// register ships with its rules, so a mistake in it is its maker's.
public final class ControlRegister {
    private static final int MOST_VALUES = 1 << 16;

    private ControlRegister() {}

    /// Reads a register.
    ///
    /// @throws IllegalArgumentException if it is none
    public static List<Control> read(byte[] text) {
        JsonReader reader = new JsonReader(MOST_VALUES);
        if (reader.read(text, 0, text.length) != null
                || !(JsonText.tree(reader.tape()) instanceof JsonObject register)
                || !(register.get("controls") instanceof JsonArray(List<JsonValue> entries))) {
            throw new IllegalArgumentException("a register is an object with the array `controls`");
        }
        List<Control> controls = new ArrayList<>();
        for (JsonValue entry : entries) {
            controls.add(control(entry));
        }
        return List.copyOf(controls);
    }

    /// Our own register of a workflow.
    static List<Control> ours(String workflow) {
        String name = "controls-" + workflow + ".json";
        try (InputStream in = ControlRegister.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("no register " + name);
            }
            return read(in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Control control(JsonValue entry) {
        if (!(entry instanceof JsonObject control)) {
            throw new IllegalArgumentException("a control is an object");
        }
        return new Control(
                text(control, "id"),
                text(control, "title"),
                text(control, "objective"),
                text(control, "procedure"),
                text(control, "evidence"),
                criteria(control));
    }

    private static List<String> criteria(JsonObject control) {
        List<String> criteria = new ArrayList<>();
        if (control.get("deficiency") instanceof JsonArray(List<JsonValue> values)) {
            for (JsonValue value : values) {
                if (value instanceof JsonString(String says)) {
                    criteria.add(says);
                }
            }
            if (criteria.size() == values.size()) {
                return criteria;
            }
        }
        throw new IllegalArgumentException("a control has an array of texts `deficiency`");
    }

    private static String text(JsonObject control, String key) {
        String text = control.string(key);
        if (text == null || text.isBlank()) {
            throw new IllegalArgumentException("a control has a text `" + key + "`");
        }
        return text;
    }
}
