// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.run;

import dev.countersign.core.json.JsonKind;
import dev.countersign.core.json.JsonValue;
import dev.countersign.core.json.JsonValue.JsonObject;
import dev.countersign.core.json.JsonValue.JsonString;
import dev.countersign.core.json.JsonValue.JsonWord;

import org.jspecify.annotations.Nullable;

/// What a payload says in a word or a line.
final class PayloadWords {
    private static final String[] SENTENCES = {"summary", "title", "description"};
    private static final String[] WORDS = {"side", "symbol", "trade_date"};

    private PayloadWords() {}

    /// Who made what is decided.
    static @Nullable String author(@Nullable JsonObject payload) {
        if (payload == null) {
            return null;
        }
        String author = payload.string("author");
        String made = author != null ? author : payload.string("employee");
        return made == null || made.isBlank() ? null : made;
    }

    /// What it is about in one line: its id, and a sentence or a few words.
    static String subject(@Nullable JsonObject payload, String runId) {
        if (payload == null) {
            return runId;
        }
        StringBuilder line = new StringBuilder(text(payload.get("id")));
        int before = line.length();
        for (String key : SENTENCES) {
            if (line.length() == before) {
                append(line, payload.get(key));
            }
        }
        if (line.length() == before) {
            for (String key : WORDS) {
                append(line, payload.get(key));
            }
        }
        return line.isEmpty() ? runId : line.toString();
    }

    private static void append(StringBuilder line, @Nullable JsonValue value) {
        String text = text(value);
        if (!text.isEmpty()) {
            line.append(line.isEmpty() ? "" : " ").append(text);
        }
    }

    /// What a value says; null if there is none, or it says nothing.
    static @Nullable String said(@Nullable JsonValue value) {
        String text = text(value);
        return text.isEmpty() ? null : text;
    }

    /// What a value says; empty if there is none.
    static String text(@Nullable JsonValue value) {
        // not equals(): linking a record's costs a short command more than its work
        if (value == null || value instanceof JsonWord word && word.kind() == JsonKind.NULL) {
            return "";
        }
        return value instanceof JsonString(String says) ? says : value.text();
    }
}
