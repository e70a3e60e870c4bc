// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.json;

import org.jspecify.annotations.Nullable;

import java.util.Arrays;

/// A strict JSON reader (RFC 8259, plus CPython's bare words `NaN`, `Infinity`, `-Infinity`) over
/// bytes in strict UTF-8.
///
/// It does not recurse, so depth costs memory and nothing else; it copies nothing. Reusable, not
/// for concurrent use.
public final class JsonReader extends JsonScalars {
    private final int maxValues;
    private int[] open = new int[32];
    private int depth;

    /// @param maxValues most values in one text; more is {@link JsonProblem.Kind#TOO_MANY_VALUES}
    public JsonReader(int maxValues) {
        this.maxValues = maxValues;
    }

    /// What was read last, if it was JSON.
    public JsonTape tape() {
        return tape;
    }

    /// Reads the one JSON value in `[from, to)`.
    ///
    /// @return what is wrong, with offsets counted from `from`; or null when the tape holds the
    ///   value
    public @Nullable JsonProblem read(byte[] bytes, int from, int to) {
        this.b = bytes;
        this.from = from;
        this.to = to;
        problem = null;
        tape.clear(bytes);
        if (to - from >= 3
                && b[from] == (byte) 0xef
                && b[from + 1] == (byte) 0xbb
                && b[from + 2] == (byte) 0xbf) {
            return new JsonProblem(JsonProblem.Kind.BYTE_ORDER_MARK, 0);
        }
        values(space(from));
        return problem == null ? null : encodingFirst(problem);
    }

    /// The encoding is looked at before the grammar, over the whole text: what is not UTF-8 is not
    /// JSON with an error.
    private JsonProblem encodingFirst(JsonProblem found) {
        if (found.kind() == JsonProblem.Kind.TOO_MANY_VALUES) {
            return found;
        }
        int bad = Utf8.firstInvalid(b, from, to);
        if (bad < 0) {
            return found;
        }
        boolean cut = Utf8.cutOff(b, bad, to) && found.at() >= bad - from;
        return new JsonProblem(
                cut ? JsonProblem.Kind.ENDS_EARLY : JsonProblem.Kind.NOT_UTF8, bad - from);
    }

    private void values(int p) {
        depth = 0;
        while (p >= 0) {
            if (tape.count >= maxValues) {
                fail(JsonProblem.Kind.TOO_MANY_VALUES, p);
                return;
            }
            int c = at(p);
            if (c == '{' || c == '[') {
                int outside = depth;
                p = open(p, c);
                if (depth > outside) {
                    continue;
                }
            } else {
                p = scalar(p, c);
            }
            p = close(p);
            if (depth == 0) {
                end(p);
                return;
            }
        }
    }

    /// Opens a container and goes to its first value; an empty one is closed at once.
    private int open(int p, int c) {
        if (depth == open.length) {
            open = Arrays.copyOf(open, depth * 2);
        }
        open[depth++] = add(c == '{' ? JsonTape.OBJECT : JsonTape.ARRAY, p, 0);
        tape.depth = Math.max(tape.depth, depth);
        p = space(p + 1);
        if (at(p) == c + 2) { // the closing bracket stands two after the opening one in ASCII
            tape.end[open[--depth]] = tape.count;
            return p + 1;
        }
        return c == '{' ? key(p) : p;
    }

    /// After a value: closes the containers that end here, and goes to the next value if there is
    /// one.
    private int close(int p) {
        while (p >= 0 && depth > 0) {
            int container = open[depth - 1];
            boolean object = tape.tag[container] == JsonTape.OBJECT;
            p = space(p);
            int c = at(p);
            if (c == ',') {
                p = afterSeparator(p + 1);
                return object ? key(p) : p;
            }
            if (c != (object ? '}' : ']')) {
                return unexpected(p);
            }
            tape.end[container] = tape.count;
            depth--;
            p++;
        }
        return p;
    }

    private void end(int p) {
        if (p >= 0 && space(p) != to) {
            fail(JsonProblem.Kind.TRAILING, space(p));
        }
    }

    private int key(int p) {
        if (at(p) != '"') {
            return unexpected(p);
        }
        p = string(p);
        if (p < 0) {
            return p;
        }
        p = space(p);
        return at(p) == ':' ? afterSeparator(p + 1) : unexpected(p);
    }
}
