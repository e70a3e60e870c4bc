// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.chain;

import dev.countersign.core.json.JsonKind;
import dev.countersign.core.json.JsonTape;
import dev.countersign.core.json.RecordShapes;
import dev.countersign.core.json.Swar;

import org.jspecify.annotations.Nullable;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// Bytes inside somebody else's buffer, or nothing. Mutable so that reading a record allocates
/// nothing.
final class Span {
    private static final long BACKSLASHES = Swar.ONES * '\\';

    private byte[] bytes = {};
    private int from;
    private int to = -1;

    void set(byte[] bytes, int from, int to) {
        this.bytes = bytes;
        this.from = from;
        this.to = to;
    }

    void set(Span other) {
        set(other.bytes, other.from, other.to);
    }

    /// A wanted value of the record that was matched, if there is one and it is a string.
    void set(byte[] bytes, RecordShapes matched, int wanted) {
        int start = wanted < 0 ? -1 : matched.start(wanted);
        if (start >= 0 && bytes[start] == '"') {
            set(bytes, start + 1, matched.end(wanted) - 1);
        } else {
            clear();
        }
    }

    /// The value of a field of the record that was parsed, if it has it and it is a string.
    void set(JsonTape parsed, byte @Nullable [] name) {
        int node = name == null ? -1 : parsed.find(name);
        if (node < 0 || parsed.kind(node) != JsonKind.STRING) {
            clear();
        } else if (parsed.isPlain(node)) {
            set(parsed.bytes(), parsed.start(node) + 1, parsed.end(node) - 1);
        } else {
            byte[] decoded = parsed.string(node).getBytes(StandardCharsets.UTF_8);
            set(decoded, 0, decoded.length);
        }
    }

    void clear() {
        to = -1;
    }

    boolean absent() {
        return to < 0;
    }

    byte[] bytes() {
        return bytes;
    }

    /// Whether it points into this buffer, and is no decoded copy.
    @SuppressWarnings("ReferenceEquality") // the same buffer is meant, not the same content
    boolean isIn(byte[] buffer) {
        return to >= 0 && bytes == buffer;
    }

    int from() {
        return from;
    }

    int length() {
        return to - from;
    }

    /// Whether both are there and say the same.
    boolean same(Span other) {
        return to >= 0
                && other.to >= 0
                && Arrays.equals(bytes, from, to, other.bytes, other.from, other.to);
    }

    boolean is(byte[] text) {
        return to >= 0 && Arrays.equals(bytes, from, to, text, 0, text.length);
    }

    /// Whether an escape stands in it. The bytes must have padding, as a line's buffer has.
    boolean hasBackslash() {
        for (int i = from; i < to; i += Long.BYTES) {
            long mask = Swar.zeros(Swar.load(bytes, i) ^ BACKSLASHES);
            if (mask != 0 && i + Swar.lowest(mask) < to) {
                return true;
            }
        }
        return false;
    }

    @Nullable String text() {
        return to < 0 ? null : new String(bytes, from, to - from, StandardCharsets.UTF_8);
    }
}
