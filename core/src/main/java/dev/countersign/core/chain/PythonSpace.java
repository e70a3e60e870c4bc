// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.chain;

import dev.countersign.core.json.Swar;

/// Lines as CPython sees them: what is blank, and at which raw characters `str.splitlines` would
/// split (FORMATS 3, 6).
public final class PythonSpace {
    private PythonSpace() {}

    /// Whether every character of `[from, to)` is one of the 29 that `str.isspace` and `\s` know.
    /// True if there is none.
    public static boolean blank(byte[] b, int from, int to) {
        int p = from;
        while (p < to) {
            int length = spaceLength(b, p, to);
            if (length == 0) {
                return false;
            }
            p += length;
        }
        return true;
    }

    /// Length in bytes of the white space character at `p`, or 0 if it is none.
    private static int spaceLength(byte[] b, int p, int to) {
        int c = b[p];
        if (c >= 0) {
            return c == ' ' || c >= 0x09 && c <= 0x0d || c >= 0x1c && c <= 0x1f ? 1 : 0;
        }
        if (c == (byte) 0xc2 && p + 1 < to) {
            return b[p + 1] == (byte) 0x85 || b[p + 1] == (byte) 0xa0 ? 2 : 0;
        }
        if (p + 2 >= to) {
            return 0;
        }
        int rest = (b[p + 1] & 0xff) << 8 | b[p + 2] & 0xff;
        return switch (c & 0xff) {
            case 0xe1 -> rest == 0x9a80 ? 3 : 0; // U+1680
            case 0xe2 ->
                    rest >= 0x8080 && rest <= 0x808a // U+2000..200A
                                    || rest == 0x80a8 // U+2028
                                    || rest == 0x80a9 // U+2029
                                    || rest == 0x80af // U+202F
                                    || rest == 0x819f // U+205F
                            ? 3
                            : 0;
            case 0xe3 -> rest == 0x8080 ? 3 : 0; // U+3000
            default -> 0;
        };
    }

    /// Whether `[from, to)` holds a raw character, other than LF and CR, at which CPython ends a
    /// line.
    static boolean splits(byte[] b, int from, int to) {
        for (int p = from; p < to; p++) {
            if (p + Long.BYTES <= to && Swar.outsideAscii(Swar.load(b, p)) == 0) {
                p += Long.BYTES - 1;
                continue;
            }
            int c = b[p];
            if (c >= ' ') {
                continue;
            }
            if (c == 0x0b || c == 0x0c || c >= 0x1c && c <= 0x1e) {
                return true;
            }
            boolean nextLine = c == (byte) 0xc2 && p + 1 < to && b[p + 1] == (byte) 0x85;
            boolean separator =
                    c == (byte) 0xe2
                            && p + 2 < to
                            && b[p + 1] == (byte) 0x80
                            && (b[p + 2] == (byte) 0xa8 || b[p + 2] == (byte) 0xa9);
            if (nextLine || separator) {
                return true;
            }
        }
        return false;
    }
}
