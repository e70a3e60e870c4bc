// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.testkit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Recursive descent over a text, as plain as it gets: JSON as `json.loads` of CPython reads it.
final class SlowParser {
    private final String text;
    private int at;

    private SlowParser(String text) {
        this.text = text;
    }

    static SlowValue parse(String text) {
        SlowParser parser = new SlowParser(text);
        parser.space();
        SlowValue value = parser.value();
        parser.space();
        if (parser.at != text.length()) {
            throw parser.bad("extra data");
        }
        return value;
    }

    private SlowValue value() {
        char c = peek();
        if (c == '{') {
            return object();
        }
        if (c == '[') {
            return array();
        }
        if (c == '"') {
            return new SlowValue.Str(string());
        }
        if (c == '-' && !text.startsWith("-Infinity", at) || c >= '0' && c <= '9') {
            return number();
        }
        return word();
    }

    private SlowValue word() {
        record Word(String spelling, SlowValue value) {}
        List<Word> words =
                List.of(
                        new Word("null", SlowValue.NULL),
                        new Word("true", new SlowValue.Bool(true)),
                        new Word("false", new SlowValue.Bool(false)),
                        new Word("NaN", new SlowValue.Flt(Double.NaN)),
                        new Word("Infinity", new SlowValue.Flt(Double.POSITIVE_INFINITY)),
                        new Word("-Infinity", new SlowValue.Flt(Double.NEGATIVE_INFINITY)));
        for (Word word : words) {
            if (text.startsWith(word.spelling(), at)) {
                at += word.spelling().length();
                return word.value();
            }
        }
        throw bad("no value");
    }

    private SlowValue object() {
        Map<String, SlowValue> fields = new LinkedHashMap<>();
        at++;
        space();
        if (peek() == '}') {
            at++;
            return new SlowValue.Obj(fields);
        }
        while (true) {
            space();
            expect('"', false);
            String key = string();
            space();
            expect(':', true);
            space();
            fields.put(key, value());
            space();
            if (peek() != ',') {
                expect('}', true);
                return new SlowValue.Obj(fields);
            }
            at++;
        }
    }

    private SlowValue array() {
        List<SlowValue> items = new ArrayList<>();
        at++;
        space();
        if (peek() == ']') {
            at++;
            return new SlowValue.Arr(items);
        }
        while (true) {
            space();
            items.add(value());
            space();
            if (peek() != ',') {
                expect(']', true);
                return new SlowValue.Arr(items);
            }
            at++;
        }
    }

    private String string() {
        StringBuilder out = new StringBuilder();
        at++;
        while (true) {
            char c = peek();
            at++;
            if (c == '"') {
                return out.toString();
            }
            if (c < ' ') {
                throw bad("control character");
            }
            out.append(c == '\\' ? escape() : c);
        }
    }

    private char escape() {
        char c = peek();
        at++;
        return switch (c) {
            case '"', '\\', '/' -> c;
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'u' -> hex4();
            default -> throw bad("escape");
        };
    }

    private char hex4() {
        int value = 0;
        for (int i = 0; i < 4; i++) {
            int digit = "0123456789abcdef".indexOf(Character.toLowerCase(peek()));
            if (digit < 0 || peek() > 'f') {
                throw bad("escape");
            }
            value = value * 16 + digit;
            at++;
        }
        return (char) value;
    }

    private SlowValue number() {
        int from = at;
        if (peek() == '-') {
            at++;
        }
        if (peek() == '0') {
            at++;
        } else {
            digits();
        }
        boolean whole = true;
        if (at < text.length() && text.charAt(at) == '.') {
            at++;
            digits();
            whole = false;
        }
        if (at < text.length() && (text.charAt(at) == 'e' || text.charAt(at) == 'E')) {
            at++;
            if (peek() == '+' || peek() == '-') {
                at++;
            }
            digits();
            whole = false;
        }
        String spelled = text.substring(from, at);
        return whole ? new SlowValue.Int(spelled) : new SlowValue.Flt(Double.parseDouble(spelled));
    }

    private void digits() {
        int from = at;
        while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
            at++;
        }
        if (at == from) {
            throw bad("digit");
        }
    }

    private void space() {
        while (at < text.length() && " \t\n\r".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
    }

    private char peek() {
        if (at >= text.length()) {
            throw bad("end");
        }
        return text.charAt(at);
    }

    private void expect(char c, boolean skip) {
        if (peek() != c) {
            throw bad("" + c);
        }
        if (skip) {
            at++;
        }
    }

    private SlowJson.NotJson bad(String what) {
        return new SlowJson.NotJson(SlowJson.Why.JSON, what + " at " + at);
    }
}
