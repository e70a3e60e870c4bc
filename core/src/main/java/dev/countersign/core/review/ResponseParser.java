// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.review;

import dev.countersign.core.json.JsonReader;
import dev.countersign.core.json.JsonText;
import dev.countersign.core.json.JsonValue;
import dev.countersign.core.json.JsonValue.JsonArray;
import dev.countersign.core.json.JsonValue.JsonNumber;
import dev.countersign.core.json.JsonValue.JsonObject;
import dev.countersign.core.json.JsonValue.JsonWord;

import org.jspecify.annotations.Nullable;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/// Reads a model's response step by step as FORMATS 5 tells it.
final class ResponseParser {
    /// `json.loads` raises beyond these. The levels depend on how deep the producer itself stands:
    /// 994 from an empty stack; a response between 980 and that is a guess.
    private static final int PYTHON_LEVELS = 990;

    private static final int PYTHON_DIGITS = 4300;

    /// More than a response within the limits of a file needs; beyond it nothing is read.
    private static final int MOST_VALUES = 1 << 21;

    private final Workflows workflow;

    ResponseParser(Workflows workflow) {
        this.workflow = workflow;
    }

    ModelOutput parse(String response) {
        String text = unwrapped(response);
        boolean object = text.startsWith("{");
        int from = text.indexOf(object ? '{' : '[');
        int to = text.lastIndexOf(object ? '}' : ']') + 1;
        if (from < 0 || to <= from) {
            return ModelOutput.NOTHING;
        }
        JsonValue value = json(text.substring(from, to));
        if (value instanceof JsonObject output) {
            List<JsonObject> claims = entries(output.get("claims"));
            List<JsonObject> abstentions = entries(output.get("abstentions"));
            return claims == null || abstentions == null
                    ? ModelOutput.NOTHING
                    : output(claims, abstentions);
        }
        List<JsonObject> claims = entries(value);
        return claims == null ? ModelOutput.NOTHING : output(claims, List.of());
    }

    private static String unwrapped(String response) {
        String text = PythonText.strip(response);
        int from = 0;
        int to = text.length();
        while (from < to && text.charAt(from) == '`') {
            from++;
        }
        while (from < to && text.charAt(to - 1) == '`') {
            to--;
        }
        text = PythonText.strip(text.substring(from, to));
        return startsWithJson(text) ? PythonText.strip(text.substring(4)) : text;
    }

    /// ASCII only: `regionMatches` would take a long s for an s.
    private static boolean startsWithJson(String text) {
        return text.length() >= 4
                && (text.charAt(0) | ' ') == 'j'
                && (text.charAt(1) | ' ') == 's'
                && (text.charAt(2) | ' ') == 'o'
                && (text.charAt(3) | ' ') == 'n';
    }

    /// The value of a text, or null if `json.loads` would raise.
    private static @Nullable JsonValue json(String text) {
        byte[] bytes = utf8(text);
        JsonReader reader = new JsonReader(MOST_VALUES);
        if (bytes == null || reader.read(bytes, 0, bytes.length) != null) {
            return null;
        }
        boolean producerReads =
                reader.tape().depth() <= PYTHON_LEVELS
                        && reader.tape().longestInteger() <= PYTHON_DIGITS;
        return producerReads ? JsonText.tree(reader.tape()) : null;
    }

    /// UTF-8, with an escape for each lone surrogate: inside a JSON string it says the same,
    /// outside one both are wrong. Null where one follows a backslash, which is an error too.
    private static byte @Nullable [] utf8(String text) {
        StringBuilder out = new StringBuilder(text.length());
        boolean escaping = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!Character.isSurrogate(c)) {
                escaping = c == '\\' && !escaping;
                out.append(c);
            } else if (Character.charCount(text.codePointAt(i)) == 2) {
                out.append(c).append(text.charAt(++i));
                escaping = false;
            } else if (escaping) {
                return null;
            } else {
                out.append("\\u").append(HexFormat.of().toHexDigits(c));
            }
        }
        return out.toString().getBytes(StandardCharsets.UTF_8);
    }

    /// The objects that a Python `for` meets in a value; null if it cannot be gone through. Strings
    /// and objects can: what comes out are strings, and those are passed over. That a `null` counts
    /// as an error is a guess: absence is what gives the empty list.
    private static @Nullable List<JsonObject> entries(@Nullable JsonValue value) {
        // no pattern switch: linking one costs a short command more than its work
        if (value instanceof JsonNumber || value instanceof JsonWord) {
            return null;
        }
        List<JsonObject> objects = new ArrayList<>();
        if (value instanceof JsonArray array) {
            for (JsonValue entry : array.values()) {
                if (entry instanceof JsonObject object) {
                    objects.add(object);
                }
            }
        }
        return objects;
    }

    private ModelOutput output(List<JsonObject> claims, List<JsonObject> abstentions) {
        List<Claim> kept = new ArrayList<>();
        for (JsonObject entry : claims) {
            JsonValue citation = entry.get("citation");
            if (citation != null && PythonText.truthy(citation)) {
                kept.add(claim(entry));
            }
        }
        return new ModelOutput(kept, abstentions.stream().map(this::abstention).toList());
    }

    private Claim claim(JsonObject entry) {
        String control = text(entry, workflow.controlKey());
        String text = text(entry, "text");
        String citation = text(entry, "citation");
        return switch (workflow) {
            case CHANGE_APPROVAL -> Recorded.claim(workflow, control, text, citation);
            case PERSONAL_TRADE ->
                    Recorded.dated(control, text, citation, text(entry, "approval_date"));
        };
    }

    private Abstention abstention(JsonObject entry) {
        return Recorded.abstention(
                workflow, text(entry, workflow.controlKey()), text(entry, "reason"));
    }

    private static String text(JsonObject entry, String key) {
        JsonValue value = entry.get(key);
        return value == null ? "" : PythonText.str(value);
    }
}
