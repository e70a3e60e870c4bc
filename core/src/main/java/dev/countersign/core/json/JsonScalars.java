// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.json;

import org.jspecify.annotations.Nullable;

/// Reads strings, numbers, words and white space; what they stand in is {@link JsonReader}'s
/// matter.
///
/// Every method takes the offset at which to read and returns the one after what it read, or {@link
/// #FAILED} with {@link #problem} set.
class JsonScalars {
    static final int FAILED = -1;
    private static final String[] WORDS = {"true", "false", "null", "NaN", "Infinity", "-Infinity"};
    private static final int FIRST_WORD = JsonKind.TRUE.ordinal();

    final JsonTape tape = new JsonTape();
    byte[] b = {};
    int from;
    int to;
    @Nullable JsonProblem problem;

    JsonScalars() {}

    final int fail(JsonProblem.Kind kind, int at) {
        problem = new JsonProblem(kind, Math.min(at, to) - from);
        return FAILED;
    }

    /// The byte at `p`, or 0 (which no token begins with) past the end.
    final int at(int p) {
        return p < to ? b[p] : 0;
    }

    final int space(int p) {
        while (p < to && (b[p] == ' ' || b[p] == '\t' || b[p] == '\n' || b[p] == '\r')) {
            p++;
            tape.producerSpacing = false;
        }
        return p;
    }

    /// After a comma or colon: one space is what the producer writes.
    final int afterSeparator(int p) {
        if (p + 1 < to && b[p] == ' ' && b[p + 1] > ' ') {
            return p + 1;
        }
        tape.producerSpacing = false;
        return space(p);
    }

    final int unexpected(int p) {
        return fail(p >= to ? JsonProblem.Kind.ENDS_EARLY : JsonProblem.Kind.UNEXPECTED, p);
    }

    final int add(int tag, int start, int end) {
        JsonTape t = tape;
        if (t.count == t.start.length) {
            t.grow();
        }
        int node = t.count++;
        t.tag[node] = (byte) tag;
        t.start[node] = start;
        t.end[node] = end;
        return node;
    }

    final int scalar(int p, int c) {
        if (c == '"') {
            return string(p);
        }
        if (c == '-' && at(p + 1) != 'I' || c >= '0' && c <= '9') {
            return number(p);
        }
        return word(p);
    }

    private int word(int p) {
        for (int i = 0; i < WORDS.length; i++) {
            String word = WORDS[i];
            int n = 0;
            while (n < word.length() && at(p + n) == word.charAt(n)) {
                n++;
            }
            if (n == word.length()) {
                add(FIRST_WORD + i, p, p + n);
                return p + n;
            }
            if (n > 0 && p + n >= to) {
                return fail(JsonProblem.Kind.ENDS_EARLY, to);
            }
        }
        return unexpected(p);
    }

    private int digits(int p) {
        while (p + 8 <= to) {
            long rest = Swar.nonDigits(Swar.load(b, p));
            if (rest != 0) {
                return p + Swar.lowest(rest);
            }
            p += 8;
        }
        while (p < to && b[p] >= '0' && b[p] <= '9') {
            p++;
        }
        return p;
    }

    private int number(int p) {
        int start = p;
        p += b[p] == '-' ? 1 : 0;
        int whole = p;
        p = at(p) == '0' ? p + 1 : digits(p);
        if (p == whole) {
            return fail(p >= to ? JsonProblem.Kind.ENDS_EARLY : JsonProblem.Kind.BAD_NUMBER, p);
        }
        int kind = JsonTape.INTEGER;
        if (at(p) == '.') {
            kind = JsonTape.FLOAT;
            p = someDigits(p + 1);
        }
        if (p > 0 && (at(p) | 0x20) == 'e') {
            kind = JsonTape.FLOAT;
            p++;
            p = someDigits(at(p) == '+' || at(p) == '-' ? p + 1 : p);
        }
        if (p > 0) {
            if (at(p) >= '0' && at(p) <= '9') {
                return fail(JsonProblem.Kind.BAD_NUMBER, p); // a leading zero
            }
            tape.longestInteger =
                    kind == JsonTape.INTEGER
                            ? Math.max(tape.longestInteger, p - whole)
                            : tape.longestInteger;
            add(kind, start, p);
        }
        return p;
    }

    private int someDigits(int p) {
        int end = digits(p);
        if (end > p) {
            return end;
        }
        return fail(p >= to ? JsonProblem.Kind.ENDS_EARLY : JsonProblem.Kind.BAD_NUMBER, p);
    }

    /// A string from its opening quote on; adds the node and returns what follows the closing
    /// quote.
    final int string(int start) {
        int flags = JsonTape.STRING;
        int p = start + 1;
        while (true) {
            if (p + 8 <= to) {
                long mask = Swar.special(Swar.load(b, p));
                if (mask == 0) {
                    p += 8;
                    continue;
                }
                p += Swar.lowest(mask);
            } else if (p >= to) {
                return fail(JsonProblem.Kind.ENDS_EARLY, to);
            }
            int c = b[p];
            if (c == '"') {
                add(flags, start, p + 1);
                return p + 1;
            }
            if (c == '\\') {
                flags |= JsonTape.ESCAPED;
                p = escape(p);
            } else if (c < 0 || c == 0x7f) {
                flags |= JsonTape.NOT_ASCII;
                tape.ascii = false;
                p = wide(p);
            } else if (c < 0x20) {
                return fail(JsonProblem.Kind.CONTROL_CHARACTER, p);
            } else {
                p++;
            }
            if (p < 0) {
                return p;
            }
        }
    }

    private int wide(int p) {
        int n = Utf8.length(b, p, to);
        return n > 0
                ? p + n
                : fail(n < 0 ? JsonProblem.Kind.ENDS_EARLY : JsonProblem.Kind.NOT_UTF8, p);
    }

    private int escape(int p) {
        if (p + 1 >= to) {
            return fail(JsonProblem.Kind.ENDS_EARLY, to);
        }
        switch (b[p + 1]) {
            case '"', '\\', '/', 'b', 'f', 'n', 'r', 't':
                return p + 2;
            case 'u':
                for (int i = p + 2; i < p + 6; i++) {
                    if (i >= to) {
                        return fail(JsonProblem.Kind.ENDS_EARLY, to);
                    }
                    if (Character.digit(b[i], 16) < 0) {
                        return fail(JsonProblem.Kind.BAD_ESCAPE, p);
                    }
                }
                return p + 6;
            default:
                return fail(JsonProblem.Kind.BAD_ESCAPE, p);
        }
    }
}
