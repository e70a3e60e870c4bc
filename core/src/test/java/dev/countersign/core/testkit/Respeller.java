// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.testkit;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;

/// Spells a record in ways that no producer would and every reader must accept: the value, and so
/// the hash, stays.
///
/// Key order, white space, escapes, upper-case hex, raw UTF-8, `\/`, repeated keys, other spellings
/// of the same double.
final class Respeller {
    private final Random random;
    private final StringBuilder out = new StringBuilder();

    private Respeller(long seed) {
        this.random = new Random(seed);
    }

    /// The record on one line, without line end.
    static String spell(SlowValue.Obj record, long seed) {
        Respeller respeller = new Respeller(seed);
        respeller.space();
        respeller.object(record);
        respeller.space();
        return respeller.out.toString();
    }

    private void value(SlowValue value) {
        switch (value) {
            case SlowValue.Obj o -> object(o);
            case SlowValue.Arr a -> array(a);
            case SlowValue.Str s -> string(s.text());
            case SlowValue.Int i ->
                    out.append(i.digits().equals("0") && odd(2) ? "-0" : i.digits());
            case SlowValue.Flt f -> number(f.value());
            case SlowValue.Bool b -> out.append(b.value());
            case SlowValue.Null n -> out.append("null");
        }
    }

    private void object(SlowValue.Obj object) {
        List<Map.Entry<String, SlowValue>> entries = new ArrayList<>(object.fields().entrySet());
        if (odd(2)) {
            Collections.shuffle(entries, random);
        }
        out.append('{');
        space();
        boolean first = true;
        for (Map.Entry<String, SlowValue> entry : entries) {
            if (odd(12)) {
                comma(first);
                field(entry.getKey(), new SlowValue.Str("overruled"));
                first = false;
            }
            comma(first);
            field(entry.getKey(), entry.getValue());
            first = false;
        }
        out.append('}');
    }

    private void field(String key, SlowValue value) {
        string(key);
        space();
        out.append(':');
        space();
        value(value);
        space();
    }

    private void array(SlowValue.Arr array) {
        out.append('[');
        space();
        boolean first = true;
        for (SlowValue item : array.items()) {
            comma(first);
            value(item);
            space();
            first = false;
        }
        out.append(']');
    }

    private void comma(boolean first) {
        if (!first) {
            out.append(',');
            space();
        }
    }

    private void space() {
        out.append(List.of("", " ", "\t", "  ", " \t ", "", " ", " ").get(random.nextInt(8)));
    }

    private void string(String text) {
        boolean raw = odd(2);
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean pair =
                    i + 1 < text.length() && Character.isSurrogatePair(c, text.charAt(i + 1));
            if (pair && raw) {
                out.append(c).append(text.charAt(++i));
            } else if (pair) {
                escape(c);
                escape(text.charAt(++i));
            } else {
                unit(c, raw);
            }
        }
        out.append('"');
    }

    private void unit(char c, boolean raw) {
        boolean must = c < ' ' || c == '"' || c == '\\' || Character.isSurrogate(c);
        if (c == '/' && odd(2)) {
            out.append("\\/");
        } else if (must || odd(40) || c > '~' && !raw) {
            escape(c);
        } else {
            out.append(c);
        }
    }

    private void escape(char c) {
        int shorthand = "\"\\\n\r\t\b\f".indexOf(c);
        if (shorthand >= 0 && odd(2)) {
            out.append('\\').append("\"\\nrtbf".charAt(shorthand));
        } else {
            out.append(String.format(odd(2) ? "\\u%04X" : "\\u%04x", (int) c));
        }
    }

    private void number(double value) {
        if (value == Double.POSITIVE_INFINITY) {
            out.append(odd(2) ? "1e999" : "Infinity");
        } else if (!Double.isFinite(value)) {
            out.append(SlowNumbers.python(value));
        } else if (value == 0) {
            out.append(1 / value < 0 ? "-" : "").append(odd(2) ? "0e5" : "0.000");
        } else {
            finite(value);
        }
    }

    private void finite(double value) {
        BigDecimal exact = new BigDecimal(value);
        BigDecimal shortest = new BigDecimal(SlowNumbers.python(value));
        switch (random.nextInt(4)) {
            case 0 ->
                    out.append(shortest.unscaledValue())
                            .append(odd(2) ? "E" : "e")
                            .append(-shortest.scale());
            case 1 ->
                    out.append(shortest.unscaledValue())
                            .append(".00e")
                            .append(signed(-shortest.scale()));
            case 2 ->
                    out.append(exact.precision() < 60 ? pointed(exact) : SlowNumbers.python(value));
            default -> out.append(SlowNumbers.python(value));
        }
    }

    private static String signed(int exponent) {
        return exponent < 0 ? "-0" + -exponent : "+00" + exponent;
    }

    private static String pointed(BigDecimal exact) {
        String plain = exact.toPlainString();
        return plain.contains(".") ? plain + "000" : plain + ".0";
    }

    private boolean odd(int n) {
        return random.nextInt(n) == 0;
    }
}
