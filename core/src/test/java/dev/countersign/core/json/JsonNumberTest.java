// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.json;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.core.json.JsonValue.JsonNumber;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonNumberTest {
    @ParameterizedTest
    @CsvSource({
        "0,0",
        "-0,0",
        "7,7",
        "-12,-12",
        "999999999999999999,999999999999999999",
        "9223372036854775807,9223372036854775807",
        "-9223372036854775808,-9223372036854775808"
    })
    void anIntegerThatFitsIsALong(String token, long value) {
        assertThat(new JsonNumber(token).toLong()).isEqualTo(value);
    }

    @ParameterizedTest
    @ValueSource(strings = {"9223372036854775808", "-9223372036854775809", "100000000000000000000"})
    void oneThatDoesNotFitIsNone(String token) {
        assertThat(new JsonNumber(token).toLong()).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.0", "1e5", "-", "--1"})
    void whatIsNoIntegerIsNone(String token) {
        assertThat(new JsonNumber(token).toLong()).isNull();
    }
}
