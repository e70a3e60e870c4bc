// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.json;

import java.math.BigDecimal;
import java.math.BigInteger;

/// Whether a decimal of 16 or 17 digits is the shortest text of the double nearest to it.
///
/// The forward step is Schubfach (Raffaele Giulietti, "The Schubfach way to render doubles", 2021,
/// section 9): for a double it finds the shortest decimal inside its rounding interval. Here the
/// double is guessed from the decimal, and the answer is yes when the forward step leads back to
/// that same decimal. A yes is proven; a no may be a bad guess or a number beyond the table.
final class ShortestDecimal {
    private static final int FRACTION_BITS = 52;
    private static final int EXPONENT_BIAS = 1075;
    private static final int EXACT_POWERS = 22;
    private static final double[] POWERS = powers();

    /// Exponents of ten that the table covers, enough for doubles of 1e-44 to 1e46; the rest is not
    /// worth its making.
    private static final int LOWEST = -60;

    private static final int HIGHEST = 30;
    private static final long LOW_63 = Long.MAX_VALUE;
    private static final long[] TABLE = table();

    private ShortestDecimal() {}

    /// Whether `digits * 10^-scale` is what a shortest round-trip printer writes for its double.
    /// `digits` is positive.
    static boolean is(long digits, int scale) {
        if (Math.abs(scale) <= EXACT_POWERS) {
            double high = (double) digits;
            double low = (double) (digits - (long) high);
            double power = POWERS[Math.abs(scale)];
            double guess;
            if (scale >= 0) {
                double quotient = high / power;
                guess = quotient + (Math.fma(-quotient, power, high) + low) / power;
            } else {
                double product = high * power;
                guess = product + (Math.fma(high, power, -product) + low * power);
            }
            if (leadsBack(guess, digits, scale)) {
                return true;
            }
        } else if (isNear(farGuess(digits, scale), digits, scale)) {
            return true;
        }
        return leadsBack(
                new BigDecimal(BigInteger.valueOf(digits), scale).doubleValue(), digits, scale);
    }

    /// Within two units in the last place.
    private static double farGuess(long digits, int scale) {
        double guess = (double) digits;
        for (int left = Math.abs(scale); left > 0; left -= EXACT_POWERS) {
            double power = POWERS[Math.min(left, EXACT_POWERS)];
            guess = scale > 0 ? guess / power : guess * power;
        }
        return guess;
    }

    private static boolean isNear(double guess, long digits, int scale) {
        return leadsBack(guess, digits, scale)
                || leadsBack(Math.nextUp(guess), digits, scale)
                || leadsBack(Math.nextDown(guess), digits, scale);
    }

    private static boolean leadsBack(double value, long digits, int scale) {
        long bits = Double.doubleToRawLongBits(value);
        long fraction = bits & ((1L << FRACTION_BITS) - 1);
        int biased = (int) (bits >>> FRACTION_BITS) & 0x7ff;
        if (biased == 0 || biased == 0x7ff) {
            return false;
        }
        int q = biased - EXPONENT_BIAS;
        long c = 1L << FRACTION_BITS | fraction;
        boolean regular = fraction != 0;
        int k = regular ? floorLog10Pow2(q) : floorLog10ThreeQuartersPow2(q);
        return k >= LOWEST
                && k <= HIGHEST
                && sameNumber(shortest(c, q, k, regular), k, digits, scale);
    }

    /// The integer `d` such that `d * 10^k` is the shortest, then closest, decimal in the rounding
    /// interval of `c * 2^q`.
    private static long shortest(long c, int q, int k, boolean regular) {
        long odd = c & 1;
        int h = q + floorLog2Pow10(-k) + 2;
        int at = (k - LOWEST) * 2;
        long g1 = TABLE[at];
        long g0 = TABLE[at + 1];
        long middle = c << 2;
        long vb = roundToOdd(g1, g0, middle << h);
        long left = roundToOdd(g1, g0, (middle - (regular ? 2 : 1)) << h) + odd;
        long right = roundToOdd(g1, g0, (middle + 2) << h) - odd;
        long s = vb >> 2;
        long tens = 10 * (s / 10);
        boolean lowerTen = left <= tens << 2;
        boolean upperTen = (tens + 10) << 2 <= right;
        if (lowerTen != upperTen) {
            return lowerTen ? tens : tens + 10;
        }
        boolean lower = left <= s << 2;
        boolean upper = (s + 1) << 2 <= right;
        if (lower != upper) {
            return lower ? s : s + 1;
        }
        long distance = vb - (s + s + 1 << 1);
        return distance < 0 || distance == 0 && (s & 1) == 0 ? s : s + 1;
    }

    private static boolean sameNumber(long d, int k, long digits, int scale) {
        int shift = -scale - k;
        long small = shift >= 0 ? digits : d;
        long large = shift >= 0 ? d : digits;
        for (int i = Math.abs(shift); i > 0; i--) {
            if (small > Long.MAX_VALUE / 10) {
                return false;
            }
            small *= 10;
        }
        return small == large;
    }

    private static long roundToOdd(long g1, long g0, long cp) {
        long x1 = Math.multiplyHigh(g0, cp);
        long y0 = g1 * cp;
        long y1 = Math.multiplyHigh(g1, cp);
        long z = (y0 >>> 1) + x1;
        long w = y1 + (z >>> 63);
        return w | (z & LOW_63) + LOW_63 >>> 63;
    }

    private static int floorLog10Pow2(int e) {
        return (int) (e * 661_971_961_083L >> 41);
    }

    private static int floorLog10ThreeQuartersPow2(int e) {
        return (int) (e * 661_971_961_083L - 274_743_187_321L >> 41);
    }

    private static int floorLog2Pow10(int e) {
        return (int) (e * 913_124_641_741L >> 38);
    }

    private static double[] powers() {
        double[] powers = new double[EXACT_POWERS + 1];
        double value = 1;
        for (int i = 0; i <= EXACT_POWERS; i++) {
            powers[i] = value;
            value *= 10;
        }
        return powers;
    }

    /// `g = floor(10^-k * 2^-r) + 1` with 126 bits, as two halves of 63 bits, for every k covered.
    private static long[] table() {
        long[] table = new long[2 * (HIGHEST - LOWEST + 1)];
        for (int k = LOWEST; k <= HIGHEST; k++) {
            BigInteger numerator = BigInteger.TEN.pow(Math.max(0, -k));
            BigInteger denominator = BigInteger.TEN.pow(Math.max(0, k));
            int r = floorLog2Pow10(-k) - 125;
            BigInteger g =
                    r <= 0
                            ? numerator.shiftLeft(-r).divide(denominator)
                            : numerator.divide(denominator.shiftLeft(r));
            g = g.add(BigInteger.ONE);
            table[(k - LOWEST) * 2] = g.shiftRight(63).longValueExact();
            table[(k - LOWEST) * 2 + 1] = g.and(BigInteger.valueOf(LOW_63)).longValueExact();
        }
        return table;
    }
}
