// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.testkit;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.random.RandomGenerator;

/// Random JSON values that go where implementations differ: floats of every length, big integers,
/// every kind of string.
///
/// @param random where the choices come from
/// @param jcs whether every value must have a form in RFC 8785
record RichValues(RandomGenerator random, boolean jcs) {
    private static final String WORDS =
            "control evidence deploy sign-off ledger review gate citation approver window trade"
                    + " ACME";

    private static final List<Double> ODD_FLOATS =
            List.of(
                    0.0,
                    -0.0,
                    1.0,
                    0.1,
                    1e15,
                    1e16,
                    1e17,
                    123456789012345680.0,
                    1e21,
                    1e22,
                    9.999999999999999e22,
                    1e-4,
                    1e-5,
                    9.5e-5,
                    1e-6,
                    1e-7,
                    5e-324,
                    1e-323,
                    2.2250738585072014e-308,
                    2.225073858507201e-308,
                    1.7976931348623157e308,
                    9007199254740993.0,
                    0.3,
                    1.0 / 3,
                    2e-44,
                    1e100,
                    4.35,
                    2.5,
                    100.0);

    private static final List<String> ODD_STRINGS =
            List.of(
                    "",
                    " ",
                    "\u007f",
                    "\u0000",
                    "\u001f\b\f\n\r\t\"\\/",
                    "</script>&amp;",
                    "\u00e9\u00fc\u2013",
                    "\u5317\u4eac",
                    "\ud83d\ude00\ud83d\udc4d\ud83c\udffd",
                    "\u2028\u2029\u0085",
                    "\ufeff",
                    "\uffff\ufffe",
                    "\uff5e",
                    "\\u0041",
                    "a\u0301",
                    "\u0130\u00df\u03a3",
                    "genesis",
                    "{\"hash\": \"x\"}",
                    "\ud83d\ude00\uff5e",
                    "\u000b\u001c");

    private static final List<String> LONE =
            List.of("\ud83d", "\ude00", "\ude00\ud83d", "x\udbffy", "\ud800\ud800\udc00");

    /// Any value, nested at most this deep.
    SlowValue any(int depth) {
        int kind = random.nextInt(depth > 0 ? 12 : 9);
        return switch (kind) {
            case 0 -> SlowValue.NULL;
            case 1 -> new SlowValue.Bool(random.nextBoolean());
            case 2, 3 -> integer();
            case 4, 5 -> new SlowValue.Flt(number());
            case 6, 7, 8 -> new SlowValue.Str(string());
            case 9 -> object(depth - 1);
            case 10 -> array(depth - 1);
            default -> objects(depth - 1);
        };
    }

    /// An object of up to five fields.
    SlowValue.Obj object(int depth) {
        Map<String, SlowValue> fields = new LinkedHashMap<>();
        for (int i = random.nextInt(6); i > 0; i--) {
            fields.put(key(), any(depth));
        }
        return new SlowValue.Obj(fields);
    }

    private SlowValue array(int depth) {
        List<SlowValue> items = new ArrayList<>();
        for (int i = random.nextInt(5); i > 0; i--) {
            items.add(any(depth));
        }
        return new SlowValue.Arr(items);
    }

    private SlowValue objects(int depth) {
        List<SlowValue> items = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            items.add(object(depth));
        }
        return new SlowValue.Arr(items);
    }

    private SlowValue integer() {
        return new SlowValue.Int(
                switch (random.nextInt(7)) {
                    case 0 -> "0";
                    case 1 -> Integer.toString(random.nextInt(-9, 100));
                    case 2 -> Long.toString(random.nextLong());
                    case 3 -> Long.toString((1L << 53) + random.nextInt(-3, 4));
                    case 4 -> new BigInteger(130, seeded()).toString();
                    case 5 -> "-" + Long.toUnsignedString(random.nextLong() | 1L << 63);
                    default -> Integer.toString(random.nextInt(1_000_000));
                });
    }

    private Random seeded() {
        return new Random(random.nextLong());
    }

    /// A double; finite where JCS asks for it.
    double number() {
        return switch (random.nextInt(jcs ? 7 : 8)) {
            case 0 -> random.nextInt(1_000_000) / 100.0;
            case 1 -> random.nextInt(-100_000, 100_000);
            case 2 -> random.nextDouble();
            case 3 -> random.nextDouble() * Math.pow(10, random.nextInt(-8, 19));
            case 4 -> finite(Double.longBitsToDouble(random.nextLong()));
            case 5 -> Math.scalb(1.0, random.nextInt(-1074, 1024));
            case 6 -> ODD_FLOATS.get(random.nextInt(ODD_FLOATS.size()));
            default -> List.of(Double.NaN, 1 / 0.0, -1 / 0.0).get(random.nextInt(3));
        };
    }

    private static double finite(double value) {
        return Double.isFinite(value) ? value : 1.5e300;
    }

    /// A string of any kind.
    String string() {
        return switch (random.nextInt(10)) {
            case 0 -> ODD_STRINGS.get(random.nextInt(ODD_STRINGS.size()));
            case 1 -> jcs ? words(2) : LONE.get(random.nextInt(LONE.size())) + words(1);
            case 2 -> points(0x80, 0x2fff);
            case 3 -> points(0x1f300, 0x1f9ff);
            case 4 -> points(0x20, 0x80);
            case 5 -> random.nextInt(20) == 0 ? words(300) : words(1);
            default -> words(random.nextInt(1, 9));
        };
    }

    private String points(int from, int to) {
        StringBuilder out = new StringBuilder();
        for (int i = random.nextInt(1, 12); i > 0; i--) {
            out.appendCodePoint(random.nextInt(from, to));
        }
        return out.toString();
    }

    /// Plain words.
    String words(int count) {
        String[] all = WORDS.split(" ", -1);
        List<String> chosen = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            chosen.add(all[random.nextInt(all.length)]);
        }
        return String.join(" ", chosen);
    }

    private String key() {
        return switch (random.nextInt(8)) {
            case 0 -> "hash";
            case 1 -> string();
            default -> words(1) + random.nextInt(9);
        };
    }
}
