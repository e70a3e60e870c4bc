// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.json;

import dev.countersign.core.json.JsonValue.JsonArray;
import dev.countersign.core.json.JsonValue.JsonNumber;
import dev.countersign.core.json.JsonValue.JsonObject;
import dev.countersign.core.json.JsonValue.JsonString;
import dev.countersign.core.json.JsonValue.JsonWord;
import dev.countersign.core.json.JsonValue.Member;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.List;

/// Trees from tapes and texts from trees, without recursion.
public final class JsonText {
    private JsonText() {}

    /// The tree of a tape's value; it does not depend on the tape afterwards.
    public static JsonValue tree(JsonTape tape) {
        Deque<Open> open = new ArrayDeque<>();
        for (int node = 0; ; ) {
            JsonValue value;
            int kind = tape.tag[node] & JsonTape.KIND;
            if (kind <= JsonTape.ARRAY && tape.after(node) > node + 1) {
                open.push(new Open(kind == JsonTape.OBJECT, tape.after(node)));
                node = open.element().object ? open.element().key(tape, node + 1) : node + 1;
                continue;
            }
            value = leaf(tape, node, kind);
            node = tape.after(node);
            while (!open.isEmpty()) {
                Open container = open.element();
                container.add(value);
                if (node < container.end) {
                    node = container.object ? container.key(tape, node) : node;
                    break;
                }
                value = container.close();
                open.pop();
            }
            if (open.isEmpty()) {
                return value;
            }
        }
    }

    private static JsonValue leaf(JsonTape tape, int node, int kind) {
        return switch (kind) {
            case JsonTape.OBJECT -> new JsonObject(List.of());
            case JsonTape.ARRAY -> new JsonArray(List.of());
            case JsonTape.STRING -> new JsonString(tape.string(node));
            case JsonTape.INTEGER, JsonTape.FLOAT -> new JsonNumber(tape.raw(node));
            default -> new JsonWord(tape.kind(node));
        };
    }

    /// A container whose children are still being read.
    private static final class Open {
        private final boolean object;
        private final int end;
        private final List<Member> members;
        private final List<JsonValue> values;
        private String key = "";

        Open(boolean object, int end) {
            this.object = object;
            this.end = end;
            this.members = object ? new ArrayList<>() : List.of();
            this.values = object ? List.of() : new ArrayList<>();
        }

        int key(JsonTape tape, int node) {
            key = tape.key(node);
            return node + 1;
        }

        void add(JsonValue value) {
            if (object) {
                members.add(new Member(key, value));
            } else {
                values.add(value);
            }
        }

        JsonValue close() {
            return object ? new JsonObject(members) : new JsonArray(values);
        }
    }

    /// The value on one line, as CPython's `json.dumps(x)`, keys in their order; numbers as their
    /// tokens.
    static String write(JsonValue root) {
        StringBuilder out = new StringBuilder();
        Deque<Iterator<?>> open = new ArrayDeque<>();
        Deque<String> closing = new ArrayDeque<>();
        begin(root, out, open, closing);
        boolean first = true;
        while (!open.isEmpty()) {
            Iterator<?> rest = open.element();
            if (!rest.hasNext()) {
                open.pop();
                out.append(closing.pop());
                first = false;
                continue;
            }
            out.append(first ? "" : ", ");
            Object next = rest.next();
            if (next instanceof Member(String key, JsonValue value)) {
                string(key, out);
                out.append(": ");
                next = value;
            }
            int depth = open.size();
            begin((JsonValue) next, out, open, closing);
            first = open.size() > depth;
        }
        return out.toString();
    }

    private static void begin(
            JsonValue value, StringBuilder out, Deque<Iterator<?>> open, Deque<String> closing) {
        // no pattern switch: linking one costs a short command more than its work
        if (value instanceof JsonObject object) {
            out.append('{');
            open.push(object.members().iterator());
            closing.push("}");
        } else if (value instanceof JsonArray array) {
            out.append('[');
            open.push(array.values().iterator());
            closing.push("]");
        } else if (value instanceof JsonString string) {
            string(string.says(), out);
        } else if (value instanceof JsonNumber number) {
            out.append(number.token());
        } else if (value instanceof JsonWord word) {
            out.append(word(word.kind()));
        }
    }

    private static String word(JsonKind kind) {
        return switch (kind) {
            case TRUE -> "true";
            case FALSE -> "false";
            case NULL -> "null";
            case NAN -> "NaN";
            case INFINITY -> "Infinity";
            case MINUS_INFINITY -> "-Infinity";
            case OBJECT, ARRAY, STRING, INTEGER, FLOAT ->
                    throw new IllegalArgumentException(kind + " is no word");
        };
    }

    private static void string(String says, StringBuilder out) {
        out.append('"');
        // most strings are plain as a whole: not one character at a time
        int plain = 0;
        while (plain < says.length() && plain(says.charAt(plain))) {
            plain++;
        }
        out.append(says, 0, plain);
        for (int i = plain; i < says.length(); i++) {
            char c = says.charAt(i);
            switch (c) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                case '\b' -> out.append("\\b");
                case '\f' -> out.append("\\f");
                default -> {
                    if (c >= ' ' && c <= '~') {
                        out.append(c);
                    } else {
                        out.append("\\u").append(HexFormat.of().toHexDigits(c));
                    }
                }
            }
        }
        out.append('"');
    }

    private static boolean plain(char c) {
        return c >= ' ' && c <= '~' && c != '"' && c != '\\';
    }
}
