// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.testkit;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Map;
import java.util.stream.Collector;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The spellings of a value: CPython's, sorted or not, wide, compact or indented, and RFC 8785's.
///
/// @param comma between values on a line
/// @param colon after a key
/// @param sorted whether keys are sorted; by code point, or by UTF-16 unit for JCS
/// @param jcs whether scalars are spelled as RFC 8785 asks
record SlowWriter(String comma, String colon, boolean sorted, boolean jcs) {
    static final SlowWriter A = new SlowWriter(", ", ": ", true, false);
    static final SlowWriter B = new SlowWriter(",", ":", true, false);
    static final SlowWriter J = new SlowWriter(",", ":", true, true);
    static final SlowWriter LINE = new SlowWriter(", ", ": ", false, false);

    String write(SlowValue value) {
        return switch (value) {
            case SlowValue.Obj o ->
                    entries(o).map(e -> key(e) + write(e.getValue())).collect(joined("{", "}"));
            case SlowValue.Arr a -> a.items().stream().map(this::write).collect(joined("[", "]"));
            case SlowValue.Str s -> string(s.text());
            case SlowValue.Int i -> integer(i.digits());
            case SlowValue.Flt f -> jcs ? finite(f.value()) : SlowNumbers.python(f.value());
            case SlowValue.Bool b -> b.value() ? "true" : "false";
            case SlowValue.Null n -> "null";
        };
    }

    /// `json.dumps(value, indent=2)`, unsorted.
    String indented(SlowValue value, String margin) {
        String in = margin + "  ";
        String between = ",\n" + in;
        return switch (value) {
            case SlowValue.Obj o when !o.fields().isEmpty() ->
                    entries(o)
                            .map(e -> key(e) + indented(e.getValue(), in))
                            .collect(Collectors.joining(between, "{\n" + in, "\n" + margin + "}"));
            case SlowValue.Arr a when !a.items().isEmpty() ->
                    a.items().stream()
                            .map(v -> indented(v, in))
                            .collect(Collectors.joining(between, "[\n" + in, "\n" + margin + "]"));
            default -> write(value);
        };
    }

    private Collector<CharSequence, ?, String> joined(String open, String close) {
        return Collectors.joining(comma, open, close);
    }

    private String key(Map.Entry<String, SlowValue> entry) {
        return string(entry.getKey()) + colon;
    }

    private Stream<Map.Entry<String, SlowValue>> entries(SlowValue.Obj object) {
        Stream<Map.Entry<String, SlowValue>> all = object.fields().entrySet().stream();
        Comparator<String> byCodePoint =
                (x, y) -> Arrays.compare(x.codePoints().toArray(), y.codePoints().toArray());
        Comparator<String> byUnit = Comparator.naturalOrder();
        return sorted ? all.sorted(Map.Entry.comparingByKey(jcs ? byUnit : byCodePoint)) : all;
    }

    private String integer(String digits) {
        if (jcs) {
            return finite(new BigDecimal(digits).doubleValue());
        }
        return digits.equals("-0") ? "0" : digits;
    }

    private static String finite(double value) {
        if (Double.isNaN(value) || Double.isInfinite(value)) {
            throw new SlowJson.NotJcs("not finite");
        }
        return SlowNumbers.ecmaScript(value);
    }

    private String string(String text) {
        StringBuilder out = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            int shorthand = "\"\\\n\r\t\b\f".indexOf(c);
            if (shorthand >= 0) {
                out.append('\\').append("\"\\nrtbf".charAt(shorthand));
            } else if (jcs ? c < ' ' : c < ' ' || c > '~') {
                out.append(String.format("\\u%04x", (int) c));
            } else {
                out.append(c);
            }
        }
        if (jcs && text.codePoints().anyMatch(c -> c >= 0xd800 && c <= 0xdfff)) {
            throw new SlowJson.NotJcs("lone surrogate");
        }
        return out.append('"').toString();
    }
}
