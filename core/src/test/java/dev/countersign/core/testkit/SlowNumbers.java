// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.testkit;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/// How CPython and ECMAScript print doubles, by brute force: the shortest decimal that reads back,
/// and of those the nearest.
final class SlowNumbers {
    private SlowNumbers() {}

    /// `repr(float)` of CPython.
    static String python(double value) {
        if (Double.isNaN(value)) {
            return "NaN";
        }
        if (Double.isInfinite(value)) {
            return value > 0 ? "Infinity" : "-Infinity";
        }
        if (value == 0) {
            return 1 / value < 0 ? "-0.0" : "0.0";
        }
        BigDecimal shortest = shortest(Math.abs(value));
        String sign = value < 0 ? "-" : "";
        int exponent = shortest.precision() - shortest.scale() - 1;
        if (exponent >= -4 && exponent < 16) {
            String plain = shortest.toPlainString();
            return sign + plain + (plain.contains(".") ? "" : ".0");
        }
        String two = (Math.abs(exponent) < 10 ? "0" : "") + Math.abs(exponent);
        return sign + mantissa(shortest) + "e" + (exponent < 0 ? "-" : "+") + two;
    }

    /// `Number.prototype.toString` of ECMAScript; the value is finite.
    static String ecmaScript(double value) {
        if (value == 0) {
            return "0";
        }
        BigDecimal shortest = shortest(Math.abs(value));
        String sign = value < 0 ? "-" : "";
        int exponent = shortest.precision() - shortest.scale() - 1;
        if (exponent >= -6 && exponent < 21) {
            return sign + shortest.toPlainString();
        }
        return sign + mantissa(shortest) + "e" + (exponent < 0 ? "-" : "+") + Math.abs(exponent);
    }

    private static String mantissa(BigDecimal shortest) {
        String digits = shortest.unscaledValue().toString();
        return digits.length() == 1 ? digits : digits.charAt(0) + "." + digits.substring(1);
    }

    /// The shortest decimal that rounds to a positive finite double; of several the nearest, of two
    /// as near the even one.
    static BigDecimal shortest(double value) {
        BigDecimal exact = new BigDecimal(value);
        for (int digits = 1; ; digits++) {
            BigDecimal best = null;
            for (RoundingMode mode :
                    new RoundingMode[] {
                        RoundingMode.HALF_EVEN, RoundingMode.FLOOR, RoundingMode.CEILING
                    }) {
                BigDecimal candidate = exact.round(new MathContext(digits, mode));
                boolean back = Double.parseDouble(candidate.toString()) == value;
                if (back && (best == null || nearer(exact, candidate, best))) {
                    best = candidate;
                }
            }
            if (best != null) {
                return best.stripTrailingZeros();
            }
        }
    }

    private static boolean nearer(BigDecimal exact, BigDecimal a, BigDecimal b) {
        return exact.subtract(a).abs().compareTo(exact.subtract(b).abs()) < 0;
    }
}
