// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.json;

/// Walks the characters of JSON string content: strict UTF-8 (RFC 3629) and escapes (RFC 8259,
/// section 7).
final class Utf8 {
    private Utf8() {}

    /// Length of the well-formed sequence at `p`; 0 if it is not one, -1 if it is cut off by
    /// `limit`.
    static int length(byte[] b, int p, int limit) {
        int c = b[p] & 0xff;
        if (c < 0x80) {
            return 1;
        }
        int n =
                c >= 0xc2 && c <= 0xdf
                        ? 2
                        : c >= 0xe0 && c <= 0xef ? 3 : c >= 0xf0 && c <= 0xf4 ? 4 : 0;
        if (n == 0) {
            return 0;
        }
        for (int i = 1; i < n; i++) {
            if (p + i >= limit) {
                return -1;
            }
            int d = b[p + i] & 0xff;
            if (d < (i == 1 ? lowestSecond(c) : 0x80) || d > (i == 1 ? highestSecond(c) : 0xbf)) {
                return 0;
            }
        }
        return n;
    }

    private static int lowestSecond(int lead) {
        return lead == 0xe0 ? 0xa0 : lead == 0xf0 ? 0x90 : 0x80;
    }

    private static int highestSecond(int lead) {
        return lead == 0xed ? 0x9f : lead == 0xf4 ? 0x8f : 0xbf;
    }

    /// Offset of the first byte of [from, to) that is not part of well-formed UTF-8, or -1. A
    /// sequence cut off by the end counts as not well formed.
    static int firstInvalid(byte[] b, int from, int to) {
        for (int p = from; p < to; ) {
            if (p + 8 <= to && (Swar.load(b, p) & Swar.HIGHS) == 0) {
                p += 8;
                continue;
            }
            int n = length(b, p, to);
            if (n <= 0) {
                return p;
            }
            p += n;
        }
        return -1;
    }

    /// Whether the bytes from `p` to `to` begin a sequence that more bytes could complete.
    static boolean cutOff(byte[] b, int p, int to) {
        return p < to && length(b, p, to) < 0;
    }

    /// The code point at `p` of checked string content, an escape resolved, a surrogate pair of
    /// escapes joined.
    static int codePoint(byte[] b, int p) {
        int c = b[p];
        if (c == '\\') {
            return escape(b, p);
        }
        if (c >= 0) {
            return c;
        }
        if ((c & 0xe0) == 0xc0) {
            return (c & 0x1f) << 6 | b[p + 1] & 0x3f;
        }
        if ((c & 0xf0) == 0xe0) {
            return (c & 0x0f) << 12 | (b[p + 1] & 0x3f) << 6 | b[p + 2] & 0x3f;
        }
        return (c & 0x07) << 18
                | (b[p + 1] & 0x3f) << 12
                | (b[p + 2] & 0x3f) << 6
                | b[p + 3] & 0x3f;
    }

    /// Where the character after the one at `p` begins.
    static int next(byte[] b, int p) {
        int c = b[p];
        if (c == '\\') {
            return b[p + 1] != 'u' ? p + 2 : escape(b, p) > 0xffff ? p + 12 : p + 6;
        }
        return c >= 0 ? p + 1 : (c & 0xe0) == 0xc0 ? p + 2 : (c & 0xf0) == 0xe0 ? p + 3 : p + 4;
    }

    private static int escape(byte[] b, int p) {
        return switch (b[p + 1]) {
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'u' -> unicode(b, p);
            default -> b[p + 1];
        };
    }

    private static int unicode(byte[] b, int p) {
        int high = hex4(b, p + 2);
        // a low half can only be read as such when it is there: content ends in a quote, so p + 6
        // is in bounds
        if (high >= 0xd800 && high <= 0xdbff && b[p + 6] == '\\' && b[p + 7] == 'u') {
            int low = hex4(b, p + 8);
            if (low >= 0xdc00 && low <= 0xdfff) {
                return Character.toCodePoint((char) high, (char) low);
            }
        }
        return high;
    }

    /// Value of four hex digits of either case, or -1.
    static int hex4(byte[] b, int p) {
        int value = 0;
        for (int i = 0; i < 4; i++) {
            int digit = Character.digit(b[p + i], 16);
            if (digit < 0) {
                return -1;
            }
            value = value << 4 | digit;
        }
        return value;
    }
}
