// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.Duration;

class NumbersTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0|0 bytes",
                "1|1 byte",
                "999|999 bytes",
                "1000|1.0 kB",
                "9949|9.9 kB",
                "9950|10 kB",
                "999499|999 kB",
                "999500|1.0 MB",
                "5368709120|5.4 GB",
                "9223372036854775807|9223372 TB"
            })
    void bytes(long n, String expected) {
        assertThat(Numbers.bytes(n)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0|0 ms",
                "999|999 ms",
                "1000|1.0 s",
                "9949|9.9 s",
                "9950|10 s",
                "59499|59 s",
                "59500|1 min 00 s",
                "125000|2 min 05 s",
                "3599499|59 min 59 s",
                "3720000|1 h 02 min"
            })
    void durations(long ms, String expected) {
        assertThat(Numbers.duration(Duration.ofMillis(ms))).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"0,0 records", "1,1 record", "1000000,'1,000,000 records'"})
    void counts(long n, String expected) {
        assertThat(Numbers.count(n, "record")).isEqualTo(expected);
    }
}
