// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.testkit;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import java.util.Objects;

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
    /// as near the even one. What reads back with some digits does so with more, and seventeen are
    /// always enough.
    static BigDecimal shortest(double value) {
        BigDecimal exact = new BigDecimal(value);
        int few = 0;
        int enough = 17;
        while (enough - few > 1) {
            int between = (few + enough) / 2;
            if (nearest(exact, value, between) == null) {
                few = between;
            } else {
                enough = between;
            }
        }
        return Objects.requireNonNull(nearest(exact, value, enough)).stripTrailingZeros();
    }

    private static @Nullable BigDecimal nearest(BigDecimal exact, double value, int digits) {
        BigDecimal best = null;
        for (RoundingMode mode :
                List.of(RoundingMode.HALF_EVEN, RoundingMode.FLOOR, RoundingMode.CEILING)) {
            BigDecimal candidate = exact.round(new MathContext(digits, mode));
            boolean back = Double.parseDouble(candidate.toString()) == value;
            if (back && (best == null || nearer(exact, candidate, best))) {
                best = candidate;
            }
        }
        return best;
    }

    private static boolean nearer(BigDecimal exact, BigDecimal a, BigDecimal b) {
        return exact.subtract(a).abs().compareTo(exact.subtract(b).abs()) < 0;
    }
}
