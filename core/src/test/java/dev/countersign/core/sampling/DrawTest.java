// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.sampling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.countersign.core.json.JsonReader;
import dev.countersign.core.json.JsonText;
import dev.countersign.core.json.JsonValue;
import dev.countersign.core.json.JsonValue.JsonArray;
import dev.countersign.core.json.JsonValue.JsonNumber;
import dev.countersign.core.json.JsonValue.JsonObject;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.InputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/// Draws that CPython 3.11 made.
class DrawTest {
    private static List<JsonObject> vectors(String name) throws Exception {
        try (InputStream in = DrawTest.class.getResourceAsStream("/vectors/" + name)) {
            String text =
                    new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
            return text.lines().map(DrawTest::object).toList();
        }
    }

    private static JsonObject object(String line) {
        JsonReader reader = new JsonReader(1 << 20);
        byte[] bytes = line.getBytes(StandardCharsets.UTF_8);
        assertThat(reader.read(bytes, 0, bytes.length)).isNull();
        return (JsonObject) JsonText.tree(reader.tape());
    }

    private static String number(JsonObject object, String key) {
        return ((JsonNumber) Objects.requireNonNull(object.get(key))).token();
    }

    private static List<Integer> numbers(JsonValue value) {
        return ((JsonArray) value)
                .values().stream()
                        .map(item -> Integer.valueOf(((JsonNumber) item).token()))
                        .toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"sampling.jsonl", "sampling_random.jsonl"})
    void areMadeHereTheSame(String name) throws Exception {
        List<JsonObject> vectors = vectors(name);
        assertThat(vectors).hasSizeGreaterThan(200);
        for (JsonObject vector : vectors) {
            int n = Integer.parseInt(number(vector, "n"));
            double rate = Double.parseDouble(number(vector, "rate"));
            List<Integer> drawn = Draw.places(n, rate, new BigInteger(number(vector, "seed")));
            assertThat(drawn).as(vector.text()).hasSize(Integer.parseInt(number(vector, "k")));
            assertThat(Draw.size(n, rate)).isEqualTo(drawn.size());
            JsonValue whole = vector.get("sample");
            if (whole != null) {
                // of long ones the first sixty stand there
                List<Integer> known = numbers(whole);
                assertThat(drawn.subList(0, known.size())).as(vector.text()).isEqualTo(known);
                assertThat(known).hasSize(Math.min(drawn.size(), 60));
            } else {
                long sum = 0;
                for (int i = 0; i < drawn.size(); i++) {
                    sum += (i + 1L) * drawn.get(i);
                }
                assertThat(Long.toString(sum)).as(vector.text()).isEqualTo(number(vector, "sum"));
                assertThat(drawn.subList(0, 3))
                        .isEqualTo(
                                numbers(Objects.requireNonNull(vector.get("ends"))).subList(0, 3));
            }
        }
    }

    @Test
    void aRateIsFromNoneToAll() {
        assertThat(Draw.size(10, 0)).isZero();
        assertThat(Draw.size(10, 0.05)).as("half to even").isZero();
        assertThat(Draw.size(10, 0.15)).as("half to even").isEqualTo(2);
        assertThat(Draw.size(10, 1)).isEqualTo(10);
        for (double wrong : new double[] {-0.1, 1.1, Double.NaN}) {
            assertThatThrownBy(() -> Draw.size(10, wrong))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    /// The hash is of `printf '%s' "aa bb cc" | sha256sum`.
    @Test
    void theSeedOfChanceBindsPopulationEntryAndRandomness() {
        assertThat(new Commitment("aa", "bb").seed("cc").toString(16))
                .isEqualTo("8f07d4b61d21679b7bdb0e6f03ee3ffd7a08c9930cdda1294cd3fd7f992fe5a6");
    }
}
