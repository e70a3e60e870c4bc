// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.review;

import dev.countersign.core.json.JsonKind;
import dev.countersign.core.json.JsonValue;
import dev.countersign.core.json.JsonValue.JsonArray;
import dev.countersign.core.json.JsonValue.JsonNumber;
import dev.countersign.core.json.JsonValue.JsonObject;
import dev.countersign.core.json.JsonValue.JsonString;
import dev.countersign.core.json.JsonValue.JsonWord;
import dev.countersign.core.json.Numbers;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

/// CPython's `repr` of a JSON value, without recursion.
final class PythonRepr {
    private static final HexFormat HEX = HexFormat.of();

    private final StringBuilder out = new StringBuilder();
    private final Deque<Open> open = new ArrayDeque<>();

    /// A container that is being written.
    private record Open(Iterator<?> rest, char close) {}

    String of(JsonValue root) {
        begin(root);
        boolean first = true;
        while (!open.isEmpty()) {
            Open container = open.element();
            if (!container.rest.hasNext()) {
                out.append(container.close);
                open.pop();
                first = false;
                continue;
            }
            out.append(first ? "" : ", ");
            int depth = open.size();
            switch (container.rest.next()) {
                case Map.Entry<?, ?> entry -> {
                    string((String) entry.getKey(), out);
                    out.append(": ");
                    begin((JsonValue) entry.getValue());
                }
                case JsonValue value -> begin(value);
                case Object other -> throw new IllegalStateException("no member: " + other);
            }
            first = open.size() > depth;
        }
        return out.toString();
    }

    private void begin(JsonValue value) {
        // no pattern switch: linking one costs a short command more than its work
        if (value instanceof JsonObject object) {
            Map<String, JsonValue> dict = new LinkedHashMap<>();
            object.members().forEach(member -> dict.put(member.key(), member.value()));
            out.append('{');
            open.push(new Open(dict.entrySet().iterator(), '}'));
        } else if (value instanceof JsonArray array) {
            out.append('[');
            open.push(new Open(array.values().iterator(), ']'));
        } else if (value instanceof JsonString string) {
            string(string.says(), out);
        } else if (value instanceof JsonNumber number) {
            out.append(number(number.token()));
        } else if (value instanceof JsonWord word) {
            out.append(word(word.kind()));
        }
    }

    private static String word(JsonKind kind) {
        return switch (kind) {
            case TRUE -> "True";
            case FALSE -> "False";
            case NULL -> "None";
            case NAN -> "nan";
            case INFINITY -> "inf";
            case MINUS_INFINITY -> "-inf";
            case OBJECT, ARRAY, STRING, INTEGER, FLOAT ->
                    throw new IllegalArgumentException(kind + " is no word");
        };
    }

    private static String number(String token) {
        if (!isFloat(token)) {
            return token.equals("-0") ? "0" : token;
        }
        double value = Double.parseDouble(token);
        if (Double.isInfinite(value)) {
            return value > 0 ? "inf" : "-inf";
        }
        return Numbers.python(value);
    }

    /// Whether a number token is a float to Python.
    static boolean isFloat(String token) {
        for (int i = 0; i < token.length(); i++) {
            char c = token.charAt(i);
            if (c == '.' || c == 'e' || c == 'E') {
                return true;
            }
        }
        return false;
    }

    /// `repr(str)`: single quotes, unless the text has those and no double ones.
    static void string(String says, StringBuilder out) {
        char quote = says.indexOf('\'') >= 0 && says.indexOf('"') < 0 ? '"' : '\'';
        out.append(quote);
        for (int i = 0; i < says.length(); ) {
            int c = says.codePointAt(i);
            i += Character.charCount(c);
            if (c == quote || c == '\\') {
                out.append('\\').append((char) c);
            } else if (c >= ' ' && c <= '~' || PythonText.isPrintable(c)) {
                out.appendCodePoint(c);
            } else {
                escape(c, out);
            }
        }
        out.append(quote);
    }

    private static void escape(int c, StringBuilder out) {
        switch (c) {
            case '\t' -> out.append("\\t");
            case '\n' -> out.append("\\n");
            case '\r' -> out.append("\\r");
            default -> {
                if (c <= 0xff) {
                    out.append("\\x").append(HEX.toHexDigits((byte) c));
                } else if (c <= 0xffff) {
                    out.append("\\u").append(HEX.toHexDigits((char) c));
                } else {
                    out.append("\\U").append(HEX.toHexDigits(c));
                }
            }
        }
    }
}
