// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.json;

import org.jspecify.annotations.Nullable;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// One parsed JSON text as a flat list of nodes that point into the bytes it was read from; nothing
/// is copied.
///
/// Node 0 is the value itself. The children of a container follow it directly; in an object keys
/// and values alternate. A tape is filled by {@link JsonReader} and holds only until that reader
/// reads again. Not for concurrent use.
public final class JsonTape {
    /// Kinds by ordinal, so that a node's kind is one array access.
    private static final JsonKind[] KINDS = JsonKind.values();

    static final byte OBJECT = 0;
    static final byte ARRAY = 1;
    static final byte STRING = 2;
    static final byte INTEGER = 3;
    static final byte FLOAT = 4;
    static final byte KIND = 0x0f;

    /// Flag of a string: it has at least one escape.
    static final byte ESCAPED = 0x20;

    /// Flag of a string: it has at least one byte above tilde.
    static final byte NOT_ASCII = 0x40;

    private static final int KNOWN_KEYS = 128;
    private static final int LONGEST_KNOWN = 32;

    /// Keys that were said before: the same few come again and again.
    private final @Nullable String[] known = new @Nullable String[KNOWN_KEYS];

    byte[] bytes = {};
    byte[] tag = new byte[64];
    int[] start = new int[64];
    int[] end = new int[64];
    int count;
    int depth;
    int longestInteger;
    boolean producerSpacing;
    boolean ascii;

    JsonTape() {}

    void clear(byte[] text) {
        bytes = text;
        count = 0;
        depth = 0;
        longestInteger = 0;
        producerSpacing = true;
        ascii = true;
    }

    /// So many values have room without its growing.
    public int room() {
        return tag.length;
    }

    void grow() {
        int size = Math.max(64, count + (count >> 1));
        tag = Arrays.copyOf(tag, size);
        start = Arrays.copyOf(start, size);
        end = Arrays.copyOf(end, size);
    }

    /// The bytes that the nodes point into; not to be written to.
    public byte[] bytes() {
        return bytes;
    }

    /// How many nodes there are.
    public int count() {
        return count;
    }

    /// Deepest nesting of containers.
    public int depth() {
        return depth;
    }

    /// Digits of the longest integer.
    public int longestInteger() {
        return longestInteger;
    }

    /// Whether the white space is exactly `", "` and `": "`, as CPython writes by default.
    public boolean producerSpacing() {
        return producerSpacing;
    }

    /// Whether every byte of every string is a printable ASCII character.
    public boolean ascii() {
        return ascii;
    }

    /// What a node is.
    public JsonKind kind(int node) {
        return KINDS[tag[node] & KIND];
    }

    /// Whether a node is an object.
    public boolean isObject(int node) {
        return (tag[node] & KIND) == OBJECT;
    }

    /// Whether a node is a string.
    public boolean isString(int node) {
        return (tag[node] & KIND) == STRING;
    }

    /// Whether a string node is spelled in plain printable ASCII without escapes.
    public boolean isPlain(int node) {
        return tag[node] == STRING;
    }

    /// Whether a string node is spelled without escapes.
    boolean isUnescaped(int node) {
        return (tag[node] & ESCAPED) == 0;
    }

    /// Offset in the bytes of a node's first byte; of a string, of its opening quote.
    public int start(int node) {
        return start[node];
    }

    /// Offset in the bytes just after a scalar's last byte; of a string, after its closing quote.
    public int end(int node) {
        return end[node];
    }

    /// The node that follows this one and all its children.
    public int after(int node) {
        return (tag[node] & KIND) <= ARRAY ? end[node] : node + 1;
    }

    /// The node of the value of a top-level key; of several equal keys, the last. -1 if there is
    /// none.
    public int find(byte[] key) {
        int found = -1;
        for (int k = 1; k < end[0]; k = after(k + 1)) {
            if (keyIs(k, key)) {
                found = k + 1;
            }
        }
        return found;
    }

    /// Whether a key node says these UTF-8 bytes, however it is spelled.
    public boolean keyIs(int node, byte[] key) {
        if ((tag[node] & ESCAPED) == 0) {
            return Arrays.equals(bytes, start[node] + 1, end[node] - 1, key, 0, key.length);
        }
        return Arrays.equals(string(node).getBytes(StandardCharsets.UTF_8), key);
    }

    /// The text of a scalar as it stands in the bytes.
    public String raw(int node) {
        return text(node, start[node], end[node]);
    }

    /// What a string node says, escapes resolved; lone surrogates survive.
    public String string(int node) {
        if ((tag[node] & ESCAPED) == 0) {
            return text(node, start[node] + 1, end[node] - 1);
        }
        StringBuilder out = new StringBuilder(end[node] - start[node]);
        int limit = end[node] - 1;
        for (int p = start[node] + 1; p < limit; ) {
            out.appendCodePoint(Utf8.codePoint(bytes, p));
            p = Utf8.next(bytes, p);
        }
        return out.toString();
    }

    /// What a key node says.
    String key(int node) {
        int from = start[node] + 1;
        int length = end[node] - 1 - from;
        if (tag[node] != STRING || length == 0 || length > LONGEST_KNOWN) {
            return string(node);
        }
        int place = (bytes[from] * 31 + bytes[from + length - 1]) * 31 + length & KNOWN_KEYS - 1;
        String before = known[place];
        if (before != null && says(before, from, length)) {
            return before;
        }
        // the program's own strings: what looks for one finds it by identity
        String key = before == null ? string(node).intern() : string(node);
        known[place] = key;
        return key;
    }

    private boolean says(String key, int from, int length) {
        if (key.length() != length) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            if (key.charAt(i) != bytes[from + i]) {
                return false;
            }
        }
        return true;
    }

    /// What is plain ASCII need not be looked at again.
    private String text(int node, int from, int to) {
        Charset charset =
                (tag[node] & NOT_ASCII) == 0 ? StandardCharsets.ISO_8859_1 : StandardCharsets.UTF_8;
        return new String(bytes, from, to - from, charset);
    }
}
