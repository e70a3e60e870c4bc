// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.text;

import dev.countersign.core.json.JsonValue;
import dev.countersign.core.json.JsonValue.JsonArray;
import dev.countersign.core.json.JsonValue.JsonObject;
import dev.countersign.core.json.JsonValue.JsonString;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;

/// JSON with a line for each value, indented by two: for reading, not for hashing.
public final class PrettyText {
    private static final int DEEPEST_INDENT = 40;
    private static final int LONGEST = 100_000;

    private PrettyText() {}

    /// Part of the text that is still to be written: depth is the input's, so nothing recurses.
    private record Open(Iterator<? extends Object> rest, String end, boolean empty) {}

    /// The text; its end is left out where it is huge.
    public static String of(JsonValue value) {
        var out = new StringBuilder();
        Deque<Open> open = new ArrayDeque<>();
        write(value, out, open);
        while (!open.isEmpty() && out.length() < LONGEST) {
            Open inner = open.peek();
            if (!inner.rest().hasNext()) {
                open.pop();
                if (!inner.empty()) {
                    line(out, open.size());
                }
                out.append(inner.end());
                out.append(open.isEmpty() || !open.peek().rest().hasNext() ? "" : ",");
                continue;
            }
            line(out, open.size());
            Object next = inner.rest().next();
            JsonValue shown;
            if (next instanceof JsonValue.Member(String key, JsonValue said)) {
                out.append(string(key)).append(": ");
                shown = said;
            } else {
                shown = (JsonValue) next;
            }
            int before = open.size();
            write(shown, out, open);
            if (open.size() == before && inner.rest().hasNext()) {
                out.append(',');
            }
        }
        return out.toString();
    }

    private static void write(JsonValue value, StringBuilder out, Deque<Open> open) {
        switch (value) {
            case JsonObject object -> start(out, open, object.members(), "{", "}");
            case JsonArray array -> start(out, open, array.values(), "[", "]");
            case JsonString(String says) -> out.append(string(says));
            case JsonValue.JsonNumber number -> out.append(number.token());
            case JsonValue.JsonWord word -> out.append(word.text());
        }
    }

    private static void start(
            StringBuilder out, Deque<Open> open, List<?> values, String begin, String end) {
        out.append(begin);
        open.push(new Open(values.iterator(), end, values.isEmpty()));
    }

    private static void line(StringBuilder out, int depth) {
        out.append('\n').repeat(' ', 2 * Math.min(depth, DEEPEST_INDENT));
    }

    /// Readable, not escaped to ASCII.
    private static String string(String says) {
        return '"' + says.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + '"';
    }
}
