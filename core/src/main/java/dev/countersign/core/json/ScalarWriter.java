// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.json;

import dev.countersign.core.json.JsonProblem.Kind;

import org.jspecify.annotations.Nullable;

import java.nio.charset.StandardCharsets;

/// Writes strings, numbers and words in the spelling of a profile into a buffer that is drained
/// when it is full.
final class ScalarWriter {
    /// Room that the longest single unit needs: a surrogate pair of escapes.
    private static final int UNIT = 16;

    private static final byte[] HEX = Ascii.bytes("0123456789abcdef");
    private static final int COPY_AT_ONCE = 256;

    private final byte[] buffer;
    private int used;
    private JsonTape tape = new JsonTape();
    private byte[] b = {};
    private Drain drain = (bytes, from, length) -> {};
    private boolean jcs;
    private boolean producerSpelling;
    private @Nullable JsonProblem problem;

    ScalarWriter(byte[] buffer) {
        this.buffer = buffer;
    }

    void begin(JsonTape tape, Drain drain, boolean jcs) {
        this.tape = tape;
        this.b = tape.bytes;
        this.drain = drain;
        this.jcs = jcs;
        used = 0;
        producerSpelling = true;
        problem = null;
    }

    void finish() {
        drain.take(buffer, 0, used);
        used = 0;
    }

    @Nullable JsonProblem problem() {
        return problem;
    }

    boolean producerSpelling() {
        return producerSpelling;
    }

    void one(int c) {
        room(1);
        buffer[used++] = (byte) c;
    }

    void ascii(byte[] text) {
        room(text.length);
        for (byte c : text) {
            buffer[used++] = c;
        }
    }

    void scalar(int node) {
        int tag = tape.tag[node];
        int start = tape.start[node];
        int end = tape.end[node];
        switch (tag & JsonTape.KIND) {
            case JsonTape.STRING -> string(tag, start, end);
            case JsonTape.INTEGER -> integer(start, end);
            case JsonTape.FLOAT -> real(start, end);
            default -> word(tag & JsonTape.KIND, start, end);
        }
    }

    private void room(int n) {
        if (buffer.length - used < n) {
            drain.take(buffer, 0, used);
            used = 0;
        }
    }

    private void copy(int start, int end) {
        int n = end - start;
        if (n <= COPY_AT_ONCE) {
            room(n + Long.BYTES);
            if (start + n + Long.BYTES <= b.length) {
                for (int i = 0; i < n; i += Long.BYTES) {
                    Swar.store(buffer, used + i, Swar.load(b, start + i));
                }
            } else {
                System.arraycopy(b, start, buffer, used, n);
            }
            used += n;
            return;
        }
        drain.take(buffer, 0, used);
        used = 0;
        drain.take(b, start, n);
    }

    private void word(int kind, int start, int end) {
        if (jcs && kind >= JsonKind.NAN.ordinal()) {
            fail(Kind.NOT_FINITE, start);
        }
        copy(start, end);
    }

    private void integer(int start, int end) {
        if (jcs && end - start > Numbers.EXACT_DIGITS) {
            ecmaScript(start, end);
        } else if (end - start == 2 && b[start] == '-' && b[start + 1] == '0') {
            producerSpelling = false;
            one('0');
        } else {
            copy(start, end);
        }
    }

    private void real(int start, int end) {
        if (jcs) {
            ecmaScript(start, end);
        } else if (Numbers.isPython(b, start, end)) {
            copy(start, end);
        } else {
            String text = Numbers.python(Double.parseDouble(text(start, end)));
            producerSpelling &= text.contentEquals(text(start, end));
            ascii(Ascii.bytes(text));
        }
    }

    private void ecmaScript(int start, int end) {
        String text = Numbers.ecmaScript(Double.parseDouble(text(start, end)));
        if (text == null) {
            fail(Kind.NUMBER_RANGE, start);
        } else {
            ascii(Ascii.bytes(text));
        }
    }

    private String text(int start, int end) {
        return new String(b, start, end - start, StandardCharsets.ISO_8859_1);
    }

    private void fail(Kind kind, int at) {
        if (problem == null) {
            problem = new JsonProblem(kind, at - tape.start[0]);
        }
    }

    private void string(int tag, int start, int end) {
        if (tag == JsonTape.STRING || jcs && (tag & JsonTape.ESCAPED) == 0) {
            copy(start, end);
            return;
        }
        one('"');
        int limit = end - 1;
        int p = start + 1;
        while (p < limit) {
            int plain = plainUntil(p, limit);
            if (plain > p) {
                copy(p, plain);
                p = plain;
                continue;
            }
            int next = Utf8.next(b, p);
            int codePoint = Utf8.codePoint(b, p);
            int before = used;
            room(UNIT);
            before = Math.min(before, used);
            if (jcs) {
                jcsCharacter(codePoint, p);
            } else {
                pythonCharacter(codePoint);
                producerSpelling &= sameText(p, next, before);
            }
            p = next;
        }
        one('"');
    }

    /// Whether what was just written to the buffer from `before` on is the source text `[p, next)`.
    private boolean sameText(int p, int next, int before) {
        if (used - before != next - p) {
            return false;
        }
        for (int i = p; i < next; i++) {
            if (b[i] != buffer[before + i - p]) {
                return false;
            }
        }
        return true;
    }

    private int plainUntil(int p, int limit) {
        while (p + Long.BYTES <= limit) {
            long mask = Swar.special(Swar.load(b, p));
            if (mask != 0) {
                return p + Swar.lowest(mask);
            }
            p += Long.BYTES;
        }
        while (p < limit && b[p] >= ' ' && b[p] < 0x7f && b[p] != '\\') {
            p++;
        }
        return p;
    }

    private void pythonCharacter(int c) {
        if (shortEscape(c)) {
            return;
        }
        if (c >= ' ' && c < 0x7f) {
            buffer[used++] = (byte) c;
        } else if (c > 0xffff) {
            unicode(Character.highSurrogate(c));
            unicode(Character.lowSurrogate(c));
        } else {
            unicode(c);
        }
    }

    private void jcsCharacter(int c, int at) {
        if (shortEscape(c)) {
            return;
        }
        if (c < ' ') {
            unicode(c);
        } else if (c < 0x80) {
            buffer[used++] = (byte) c;
        } else if (c < 0x800) {
            buffer[used++] = (byte) (0xc0 | c >> 6);
            continuation(c);
        } else if (c <= 0xffff) {
            if (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE) {
                fail(Kind.LONE_SURROGATE, at);
            }
            buffer[used++] = (byte) (0xe0 | c >> 12);
            continuation(c >> 6);
            continuation(c);
        } else {
            buffer[used++] = (byte) (0xf0 | c >> 18);
            continuation(c >> 12);
            continuation(c >> 6);
            continuation(c);
        }
    }

    private void continuation(int bits) {
        buffer[used++] = (byte) (0x80 | bits & 0x3f);
    }

    private boolean shortEscape(int c) {
        int letter =
                switch (c) {
                    case '"', '\\' -> c;
                    case '\n' -> 'n';
                    case '\r' -> 'r';
                    case '\t' -> 't';
                    case '\b' -> 'b';
                    case '\f' -> 'f';
                    default -> 0;
                };
        if (letter != 0) {
            buffer[used++] = '\\';
            buffer[used++] = (byte) letter;
        }
        return letter != 0;
    }

    private void unicode(int unit) {
        buffer[used++] = '\\';
        buffer[used++] = 'u';
        for (int shift = 12; shift >= 0; shift -= 4) {
            buffer[used++] = HEX[unit >> shift & 15];
        }
    }
}
