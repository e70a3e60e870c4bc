// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.json;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.math.MathContext;

/// How CPython and ECMAScript spell numbers (FORMATS 3; RFC 8785, section 3.2.2.3).
public final class Numbers {
    /// Decimals of at most this many digits are the shortest text of their double.
    private static final int ALWAYS_SHORTEST = 15;

    /// Integers of at most this many characters are exact as a double.
    static final int EXACT_DIGITS = 15;

    private static final int MOST_DIGITS = 17;
    private static final int PYTHON_FIRST_EXPONENT = 16;
    private static final int PYTHON_LAST_NEGATIVE = -4;
    private static final int ECMA_FIRST_EXPONENT = 21;
    private static final int ECMA_LAST_NEGATIVE = -6;

    /// Nearer to the ends of the double's range than this, only the full way decides.
    private static final int SAFE_EXPONENT = 290;

    private Numbers() {}

    /// `repr(float)` of a double.
    public static String python(double value) {
        if (Double.isNaN(value)) {
            return "NaN";
        }
        if (Double.isInfinite(value)) {
            return value > 0 ? "Infinity" : "-Infinity";
        }
        if (value == 0) {
            return 1 / value < 0 ? "-0.0" : "0.0";
        }
        return layout(value, PYTHON_LAST_NEGATIVE, PYTHON_FIRST_EXPONENT, true);
    }

    /// `Number::toString` of a double, or null where JSON has no text for it.
    public static @Nullable String ecmaScript(double value) {
        if (Double.isNaN(value) || Double.isInfinite(value)) {
            return null;
        }
        return value == 0 ? "0" : layout(value, ECMA_LAST_NEGATIVE, ECMA_FIRST_EXPONENT, false);
    }

    private static String layout(
            double value, int lastNegative, int firstExponent, boolean python) {
        BigDecimal shortest = shortest(Math.abs(value));
        String digits = shortest.unscaledValue().toString();
        int point = digits.length() - shortest.scale();
        StringBuilder out = new StringBuilder(32);
        if (value < 0) {
            out.append('-');
        }
        int exponent = point - 1;
        if (exponent < lastNegative || exponent >= firstExponent) {
            exponentForm(out, digits, exponent, python);
        } else if (point <= 0) {
            out.append("0.").repeat('0', -point).append(digits);
        } else if (point >= digits.length()) {
            out.append(digits).repeat('0', point - digits.length()).append(python ? ".0" : "");
        } else {
            out.append(digits, 0, point).append('.').append(digits, point, digits.length());
        }
        return out.toString();
    }

    private static void exponentForm(
            StringBuilder out, String digits, int exponent, boolean python) {
        out.append(digits.charAt(0));
        if (digits.length() > 1) {
            out.append('.').append(digits, 1, digits.length());
        }
        out.append('e').append(exponent < 0 ? '-' : '+');
        int size = Math.abs(exponent);
        out.append(python && size < 10 ? "0" : "").append(size);
    }

    /// The shortest decimal that reads back as this double. Double.toString gives it, except that
    /// it insists on two digits: among the subnormals one may do (5e-324).
    private static BigDecimal shortest(double positive) {
        BigDecimal decimal = new BigDecimal(Double.toString(positive)).stripTrailingZeros();
        if (decimal.precision() == 2) {
            BigDecimal one = decimal.round(new MathContext(1));
            if (one.doubleValue() == positive) {
                return one.stripTrailingZeros();
            }
        }
        return decimal;
    }

    /// Whether the token `b[s, e)`, which must contain nothing but one number, is exactly what
    /// CPython prints for the number it denotes. A no may be wrong for very large or small doubles;
    /// a yes is never wrong. The eight bytes after `e` must be readable.
    public static boolean isPython(byte[] b, int s, int e) {
        int p = b[s] == '-' ? s + 1 : s;
        int whole = p;
        long digits = 0;
        int significant = 0;
        for (; p < e && isDigit(b[p]); p++) {
            digits = digits * 10 + (b[p] - '0');
            significant += significant > 0 || b[p] != '0' ? 1 : 0;
        }
        int wholeDigits = p - whole;
        if (wholeDigits == 0 || wholeDigits > 1 && b[whole] == '0') {
            return false;
        }
        if (p == e) {
            return significant > 0 || whole == s; // an integer; "-0" prints as "0"
        }
        int fraction = p + 1;
        if (b[p] == '.') {
            for (p++; p < e && isDigit(b[p]); p++) {
                digits = digits * 10 + (b[p] - '0');
                significant += significant > 0 || b[p] != '0' ? 1 : 0;
            }
            if (p == fraction || b[p - 1] == '0' && (p - fraction > 1 || p < e)) {
                return false;
            }
        } else {
            fraction = p;
        }
        int scale = p - fraction;
        if (p == e) {
            return isPositional(b, whole, wholeDigits, scale, digits, significant);
        }
        return b[p] == 'e'
                && wholeDigits == 1
                && b[whole] != '0'
                && isExponent(b, p + 1, e, digits, significant, scale);
    }

    private static boolean isPositional(
            byte[] b, int whole, int wholeDigits, int scale, long digits, int significant) {
        if (wholeDigits > PYTHON_FIRST_EXPONENT || significant > MOST_DIGITS) {
            return false;
        }
        if (significant == 0) {
            return scale == 1; // 0.0 and -0.0
        }
        if (b[whole] == '0' && scale - significant >= -PYTHON_LAST_NEGATIVE) {
            return false; // four zeros after the point: repr has an exponent
        }
        return significant <= ALWAYS_SHORTEST || ShortestDecimal.is(digits, scale);
    }

    private static boolean isExponent(
            byte[] b, int p, int e, long digits, int significant, int scale) {
        if (e - p < 3 || e - p > 4 || significant > MOST_DIGITS || b[p] != '-' && b[p] != '+') {
            return false;
        }
        int exponent = 0;
        for (int i = p + 1; i < e; i++) {
            if (!isDigit(b[i])) {
                return false;
            }
            exponent = exponent * 10 + (b[i] - '0');
        }
        if (e - p == 4 && b[p + 1] == '0' || exponent > SAFE_EXPONENT) {
            return false;
        }
        exponent = b[p] == '-' ? -exponent : exponent;
        if (exponent >= PYTHON_LAST_NEGATIVE && exponent < PYTHON_FIRST_EXPONENT) {
            return false;
        }
        return significant <= ALWAYS_SHORTEST || ShortestDecimal.is(digits, scale - exponent);
    }

    private static boolean isDigit(byte c) {
        return c >= '0' && c <= '9';
    }
}
