// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.json;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.function.IntUnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Depth, width and length are the input's: none of them crashes or crawls (FORMATS 3).
@Timeout(20)
class JsonSizeTest {
    private final CanonicalForms forms = new CanonicalForms();

    @Test
    void hundredThousandLevels() {
        String arrays = "[".repeat(100_000) + "]".repeat(100_000);
        assertThat(canonical(arrays)).isEqualTo(arrays);
        String objects = "{\"a\": ".repeat(100_000) + "1" + "}".repeat(100_000);
        assertThat(canonical(objects)).isEqualTo(objects);
    }

    @Test
    void millionDigits() {
        String digits = "7".repeat(1_000_000);
        assertThat(canonical("[" + digits + "]")).isEqualTo("[" + digits + "]");
        assertThat(canonical("0." + digits)).isEqualTo("0.7777777777777778");
        assertThat(canonical("1e" + digits)).isEqualTo("Infinity");
        assertThat(canonical(digits + "e-999999")).isEqualTo("7.777777777777778");
    }

    @Test
    void twentyThousandKeys() {
        String shuffled = keys(i -> i * 7919 % 20_000);
        assertThat(canonical(shuffled)).isEqualTo(keys(i -> i));
        String repeated =
                IntStream.range(0, 20_000)
                        .mapToObj(i -> "\"k\": " + i)
                        .collect(Collectors.joining(", ", "{", "}"));
        assertThat(canonical(repeated)).isEqualTo("{\"k\": 19999}");
    }

    @Test
    void longStrings() {
        String plain = "\"" + "x".repeat(10 << 20) + "\"";
        assertThat(canonical(plain)).isEqualTo(plain);
        String raw = "\"" + "\u00e9".repeat(1 << 20) + "\"";
        assertThat(canonical(raw)).isEqualTo("\"" + "\\u00e9".repeat(1 << 20) + "\"");
    }

    @Test
    void manyTinyTextsAreQuick() {
        long start = System.nanoTime();
        for (int i = 0; i < 200_000; i++) {
            assertThat(forms.read(new byte[] {'1'})).isNull();
        }
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(10));
    }

    private String canonical(String text) {
        assertThat(forms.read(text.getBytes(StandardCharsets.UTF_8))).isNull();
        return forms.a();
    }

    private static String keys(IntUnaryOperator order) {
        return IntStream.range(0, 20_000)
                .map(order)
                .mapToObj(i -> String.format("\"k%05d\": %d", i, i))
                .collect(Collectors.joining(", ", "{", "}"));
    }
}
