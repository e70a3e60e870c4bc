// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.json;

/// Passes over scalars that are spelled exactly as CPython's `json.dumps` spells them, and over
/// nothing else.
///
/// The text must be followed by {@link #PADDING} readable bytes and by a line feed somewhere: that
/// ends every scan.
final class ProducerText {
    /// Bytes that must be readable after the text.
    static final int PADDING = 128;

    private static final int NO = -1;
    private static final long COMMAS = Swar.ONES * ',';
    private static final long SPACES = Swar.ONES * ' ';
    private static final long BRACES = Swar.ONES * '}';
    private static final long TRUE = 0x65757274L;
    private static final long FALSE = 0x65736c6166L;
    private static final long NULL = 0x6c6c756eL;

    /// CPython reads no integer of more digits; longer ones are looked at in full.
    private static final int LONGEST_NUMBER = 4_000;

    private ProducerText() {}

    /// What follows the value at `p`: a string, number, word, empty object, or array of scalars; or
    /// -1.
    static int valueEnd(byte[] b, int p) {
        int c = b[p];
        if (c == '"') {
            return stringEnd(b, p + 1);
        }
        if (c == '[') {
            return arrayEnd(b, p);
        }
        if (c == '{') {
            return b[p + 1] == '}' ? p + 2 : NO;
        }
        return wordEnd(b, p);
    }

    /// What follows the closing quote of the string whose first content byte is at `p`, or -1.
    static int stringEnd(byte[] b, int p) {
        while (true) {
            long mask = Swar.special(Swar.load(b, p));
            long next = Swar.special(Swar.load(b, p + Long.BYTES));
            if ((mask | next) == 0) {
                p += 2 * Long.BYTES;
                continue;
            }
            if (mask == 0) {
                p += Long.BYTES;
                mask = next;
            }
            p += Swar.lowest(mask);
            int c = b[p];
            if (c == '"') {
                return p + 1;
            }
            if (c == '\\') {
                int length = escapeLength(b, p);
                if (length < 0) {
                    return NO;
                }
                p += length;
            } else {
                return NO;
            }
        }
    }

    /// Length of the escape at `p` if CPython writes that character so, else -1.
    private static int escapeLength(byte[] b, int p) {
        return switch (b[p + 1]) {
            case '"', '\\', 'n', 'r', 't', 'b', 'f' -> 2;
            case 'u' -> isCanonicalUnicode(b, p + 2) ? 6 : NO;
            default -> NO;
        };
    }

    private static boolean isCanonicalUnicode(byte[] b, int p) {
        int value = 0;
        for (int i = p; i < p + 4; i++) {
            int c = b[i];
            int digit = c >= '0' && c <= '9' ? c - '0' : c >= 'a' && c <= 'f' ? c - 'a' + 10 : NO;
            if (digit < 0) {
                return false;
            }
            value = value << 4 | digit;
        }
        boolean shorter =
                value == '\b' || value == '\t' || value == '\n' || value == '\f' || value == '\r';
        return value >= 0x7f || value < 0x20 && !shorter;
    }

    /// What follows the number, `true`, `false` or `null` at `p`, or -1. It must be followed by
    /// `,`, `}` or `]`.
    static int wordEnd(byte[] b, int p) {
        long x = Swar.load(b, p);
        long mask = ends(x);
        if (mask == 0) {
            return longNumberEnd(b, p);
        }
        int bits = Long.numberOfTrailingZeros(mask) & ~7;
        int n = bits >>> 3;
        if (n == 0) {
            return NO;
        }
        long token = x & ((1L << bits) - 1);
        if (token == TRUE || token == FALSE || token == NULL) {
            return p + n;
        }
        // the bytes after the token become digits, so that one test serves every length
        long padded = token | (Swar.ONES * '0' & -(1L << bits));
        if (Swar.nonDigits(padded) == 0) {
            return n == 1 || b[p] != '0' ? p + n : NO;
        }
        return Numbers.isPython(b, p, p + n) ? p + n : NO;
    }

    private static long ends(long x) {
        return Swar.zeros(x ^ COMMAS) | Swar.zeros((x | SPACES) ^ BRACES);
    }

    private static int longNumberEnd(byte[] b, int p) {
        int e = p; // the line may end here: a value that a crash cut off
        while (e - p < LONGEST_NUMBER) {
            long x = Swar.load(b, e);
            long mask = ends(x);
            if (mask != 0) {
                e += Swar.lowest(mask);
                return Numbers.isPython(b, p, e) ? e : NO;
            }
            if (Swar.zeros(x ^ Swar.ONES * '\n') != 0) {
                return NO;
            }
            e += Long.BYTES;
        }
        return NO;
    }

    /// What follows the array of scalars at `p`, or -1.
    private static int arrayEnd(byte[] b, int p) {
        p++;
        if (b[p] == ']') {
            return p + 1;
        }
        while (true) {
            int c = b[p];
            if (c == '{' || c == '[') {
                return NO;
            }
            p = c == '"' ? stringEnd(b, p + 1) : wordEnd(b, p);
            if (p < 0) {
                return NO;
            }
            if (b[p] == ']') {
                return p + 1;
            }
            if (b[p] != ',' || b[p + 1] != ' ') {
                return NO;
            }
            p += 2;
        }
    }

    /// Copies a checked array of scalars without the spaces after its commas; returns the end of
    /// what was written.
    static int compactArray(byte[] b, int p, byte[] out, int at) {
        out[at++] = '[';
        p++;
        while (b[p] != ']') {
            int end = b[p] == '"' ? stringEnd(b, p + 1) : wordEnd(b, p);
            at = copy(b, p, end, out, at);
            p = end;
            if (b[p] == ',') {
                out[at++] = ',';
                p += 2;
            }
        }
        out[at] = ']';
        return at + 1;
    }

    /// Copies `[from, to)`, possibly with up to 15 bytes of what follows; returns the end of what
    /// was meant.
    static int copy(byte[] b, int from, int to, byte[] out, int at) {
        int n = to - from;
        if (n > 96) {
            System.arraycopy(b, from, out, at, n);
            return at + n;
        }
        int i = 0;
        do {
            Swar.store(out, at + i, Swar.load(b, from + i));
            Swar.store(out, at + i + 8, Swar.load(b, from + i + 8));
            i += 16;
        } while (i < n);
        return at + n;
    }
}
