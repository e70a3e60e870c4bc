// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.review;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.core.json.JsonKind;
import dev.countersign.core.json.JsonValue;
import dev.countersign.core.json.JsonValue.JsonObject;
import dev.countersign.core.json.JsonValue.JsonWord;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;

/// Against what CPython 3.11 says: of every code point, and of random texts and values.
class PythonTextTest {
    private static final Map<String, String> UNICODE = unicode();

    static List<JsonObject> texts() {
        return Resources.lines("/vectors/python_text.jsonl");
    }

    static List<JsonObject> values() {
        return Resources.lines("/vectors/python_value.jsonl");
    }

    @Test
    void everySpace() {
        agrees("space", PythonText::isSpace);
    }

    @Test
    void everyPrintable() {
        agrees("unprintable", c -> !PythonText.isPrintable(c));
    }

    @Test
    void everyCasedAndIgnorable() {
        agrees("cased", c -> lower("1" + Character.toString(c) + "Σ").endsWith("ς"));
        agrees(
                "ignorable",
                c ->
                        lower("A" + Character.toString(c) + "Σ").endsWith("ς")
                                && !lower("1" + Character.toString(c) + "Σ").endsWith("ς"));
    }

    @Test
    void everyLowerCase() {
        Map<Integer, String> mapped = new HashMap<>();
        for (String pair : line("lower").split(" ")) {
            int equals = pair.indexOf('=');
            String lower =
                    Arrays.stream(pair.substring(equals + 1).split(","))
                            .map(hex -> Character.toString(Integer.parseInt(hex, 16)))
                            .collect(Collectors.joining());
            mapped.put(Integer.parseInt(pair.substring(0, equals), 16), lower);
        }
        mapped.put(0x3a3, "σ");
        for (int c = 0; c <= Character.MAX_CODE_POINT; c++) {
            String one = Character.toString(c);
            assertThat(lower(one)).isEqualTo(mapped.getOrDefault(c, one));
        }
    }

    @ParameterizedTest
    @MethodSource("texts")
    void texts(JsonObject vector) {
        String text = Resources.need(vector, "text");
        assertThat(PythonText.strip(text)).isEqualTo(vector.string("strip"));
        assertThat(lower(text)).isEqualTo(vector.string("lower"));
        assertThat(PythonText.normalise(text)).isEqualTo(vector.string("normalise"));
        assertThat(PythonText.repr(JsonValue.of(text))).isEqualTo(vector.string("repr"));
    }

    @ParameterizedTest
    @MethodSource("values")
    void values(JsonObject vector) {
        JsonValue value = Objects.requireNonNull(vector.get("value"));
        assertThat(PythonText.str(value)).isEqualTo(vector.string("str"));
        assertThat(PythonText.repr(value)).isEqualTo(vector.string("repr"));
        boolean truthy = new JsonWord(JsonKind.TRUE).equals(vector.get("truthy"));
        assertThat(PythonText.truthy(value)).isEqualTo(truthy);
    }

    @Test
    void aRepeatedKeyKeepsItsFirstPlaceAndItsLastValue() {
        assertThat(PythonText.str(Resources.value("{\"a\":1,\"b\":2,\"a\":3}")))
                .isEqualTo("{'a': 3, 'b': 2}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-0", "0.0", "-0.0", "0e9", "1e-999", "null", "false", "\"\""})
    void falsy(String json) {
        assertThat(PythonText.truthy(Resources.value(json))).isFalse();
    }

    @Test
    void depthAndLengthAreTheInputs() {
        int depth = 100_000;
        String deep = "[".repeat(depth) + "{}" + "]".repeat(depth);
        assertThat(PythonText.str(Resources.value(deep))).isEqualTo(deep);
        String digits = "9".repeat(1_000_000);
        assertThat(PythonText.str(Resources.value("-" + digits))).isEqualTo("-" + digits);
        assertThat(PythonText.str(Resources.value(digits + ".0"))).isEqualTo("inf");
    }

    @Test
    void orderIsByCodePoint() {
        assertThat(PythonText.compare("\uff21", "😀")).isNegative();
        assertThat(PythonText.compare("😀", "😁")).isNegative();
        assertThat(PythonText.compare("a😀", "a")).isPositive();
        assertThat(PythonText.compare("2026-03-08", "2026-03-08")).isZero();
    }

    private static String lower(String text) {
        return PythonText.lower(text);
    }

    private static void agrees(String set, IntPredicate ours) {
        boolean[] expected = new boolean[Character.MAX_CODE_POINT + 1];
        for (String range : line(set).split(" ")) {
            int dash = range.indexOf('-');
            Arrays.fill(
                    expected,
                    Integer.parseInt(range.substring(0, dash), 16),
                    Integer.parseInt(range.substring(dash + 1), 16),
                    true);
        }
        for (int c = 0; c < expected.length; c++) {
            if (ours.test(c) != expected[c]) {
                assertThat(Integer.toHexString(c)).as(set).isNull();
            }
        }
    }

    private static String line(String name) {
        return Objects.requireNonNull(UNICODE.get(name), name);
    }

    private static Map<String, String> unicode() {
        return Arrays.stream(Resources.text("/vectors/unicode14.txt").split("\n"))
                .collect(
                        Collectors.toUnmodifiableMap(
                                line -> line.substring(0, line.indexOf(' ')),
                                line -> line.substring(line.indexOf(' ') + 1)));
    }
}
