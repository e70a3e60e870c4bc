// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.review;

import dev.countersign.core.json.JsonKind;
import dev.countersign.core.json.JsonValue;
import dev.countersign.core.json.JsonValue.JsonArray;
import dev.countersign.core.json.JsonValue.JsonNumber;
import dev.countersign.core.json.JsonValue.JsonObject;
import dev.countersign.core.json.JsonValue.JsonString;
import dev.countersign.core.json.JsonValue.JsonWord;

/// What CPython 3.11 (Unicode 14) makes of texts and values (FORMATS 5). Strings are UTF-16 and may
/// hold lone surrogates; nothing here recurses or takes more than linear time.
public final class PythonText {
    private static final int CAPITAL_SIGMA = 0x3a3;
    private static final int FINAL_SIGMA = 0x3c2;
    private static final int SMALL_SIGMA = 0x3c3;
    private static final int CAPITAL_I_WITH_DOT = 0x130;
    private static final int COMBINING_DOT = 0x307;

    private PythonText() {}

    /// Whether a code point is white space to `\s`, `str.isspace` and `str.strip`: 29 are.
    public static boolean isSpace(int c) {
        if (c <= ' ') {
            return c == ' ' || c >= 0x09 && c <= 0x0d || c >= 0x1c;
        }
        return switch (c) {
            case 0x85, 0xa0, 0x1680, 0x2028, 0x2029, 0x202f, 0x205f, 0x3000 -> true;
            default -> c >= 0x2000 && c <= 0x200a;
        };
    }

    /// `str.isprintable` of one character.
    public static boolean isPrintable(int codePoint) {
        return !Unicode14.UNPRINTABLE.contains(codePoint);
    }

    /// `str.strip()`.
    public static String strip(String text) {
        int from = 0;
        int to = text.length();
        while (from < to && isSpace(text.charAt(from))) {
            from++;
        }
        while (from < to && isSpace(text.charAt(to - 1))) {
            to--;
        }
        return text.substring(from, to);
    }

    /// Runs of white space become one space, the ends are trimmed, then {@link #lower}: how the
    /// grounding gate compares.
    public static String normalise(String text) {
        return Normalised.of(text).text();
    }

    /// `str.lower()`.
    public static String lower(String text) {
        StringBuilder out = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            appendLower(text, i, c, out);
            i += Character.charCount(c);
        }
        return out.toString();
    }

    /// Appends the lower case of the code point `c` that stands at `i`.
    static void appendLower(String text, int i, int c, StringBuilder out) {
        if (c < 0x80) {
            out.append((char) (c >= 'A' && c <= 'Z' ? c + ' ' : c));
        } else if (c == CAPITAL_SIGMA) {
            out.append((char) (isFinal(text, i) ? FINAL_SIGMA : SMALL_SIGMA));
        } else if (c == CAPITAL_I_WITH_DOT) {
            out.append('i').append((char) COMBINING_DOT);
        } else {
            // what Unicode 14 did not know has no lower case; the JDK knows more
            out.appendCodePoint(isPrintable(c) ? Character.toLowerCase(c) : c);
        }
    }

    /// Whether the sigma at `i` ends a word: a cased character before it, and none after it, not
    /// counting what is case-ignorable. A sigma is not, so no stretch is looked at more than twice.
    private static boolean isFinal(String text, int i) {
        int before = i;
        int c = CAPITAL_SIGMA;
        do {
            if (before == 0) {
                return false;
            }
            c = text.codePointBefore(before);
            before -= Character.charCount(c);
        } while (Unicode14.IGNORABLE.contains(c));
        if (!Unicode14.CASED.contains(c)) {
            return false;
        }
        int after = i + 1;
        while (after < text.length()) {
            c = text.codePointAt(after);
            if (!Unicode14.IGNORABLE.contains(c)) {
                return !Unicode14.CASED.contains(c);
            }
            after += Character.charCount(c);
        }
        return true;
    }

    /// `str(x)` of what `json.loads` makes of the value: a string as it is, all else its {@link
    /// #repr}.
    public static String str(JsonValue value) {
        return value instanceof JsonString(String says) ? says : repr(value);
    }

    /// `repr(x)` of what `json.loads` makes of the value. Of a repeated key the first place and the
    /// last value. Where Python gives up (integers of more than 4300 digits, about 1000 levels)
    /// this goes on in the same manner.
    public static String repr(JsonValue value) {
        return new PythonRepr().of(value);
    }

    /// `bool(x)`.
    public static boolean truthy(JsonValue value) {
        // no pattern switch: linking one costs a short command more than its work
        if (value instanceof JsonString string) {
            return !string.says().isEmpty();
        }
        if (value instanceof JsonArray array) {
            return !array.values().isEmpty();
        }
        if (value instanceof JsonObject object) {
            return !object.members().isEmpty();
        }
        if (value instanceof JsonNumber number) {
            String token = number.token();
            return PythonRepr.isFloat(token)
                    ? Double.parseDouble(token) != 0
                    : !token.equals("0") && !token.equals("-0");
        }
        return value instanceof JsonWord word
                && word.kind() != JsonKind.NULL
                && word.kind() != JsonKind.FALSE;
    }

    /// The order of two `str`: by code point, not by UTF-16 unit.
    ///
    /// @return negative, zero or positive, as a comparator
    public static int compare(String one, String other) {
        int end = Math.min(one.length(), other.length());
        for (int i = 0; i < end; i++) {
            char a = one.charAt(i);
            char b = other.charAt(i);
            if (a != b) {
                return Integer.compare(codePointAround(one, i), codePointAround(other, i));
            }
        }
        return Integer.compare(one.length(), other.length());
    }

    private static int codePointAround(String text, int i) {
        boolean second =
                i > 0
                        && Character.isLowSurrogate(text.charAt(i))
                        && Character.isHighSurrogate(text.charAt(i - 1));
        return text.codePointAt(second ? i - 1 : i);
    }
}
