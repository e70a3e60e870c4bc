// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/// The slow implementation against what CPython 3.11 wrote: a judge has to be judged first.
class SlowJsonTest {
    static java.util.List<Vector> vectors() {
        return Vector.all();
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void agreesWithCpython(Vector vector) {
        SlowValue value = SlowJson.parse(vector.text().getBytes(StandardCharsets.UTF_8));
        assertThat(SlowJson.a(value)).isEqualTo(vector.a());
        assertThat(SlowJson.b(value)).isEqualTo(vector.b());
        assertThat(SlowJson.indent2(value)).isEqualTo(vector.indent2());
        assertThat(SlowChain.sha256(SlowJson.a(value))).isEqualTo(vector.sha256a());
        if (vector.j() == null) {
            assertThatThrownBy(() -> SlowJson.j(value)).isInstanceOf(SlowJson.NotJcs.class);
        } else {
            assertThat(SlowJson.j(value)).isEqualTo(vector.j());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "{",
                "[1,]",
                "{\"a\":1,}",
                "01",
                "1.",
                ".5",
                "+1",
                "1e",
                "-",
                "nan",
                "'a'",
                "\"\\x\"",
                "\"\\u00g0\"",
                "\"\t\"",
                "[1 2]",
                "{1:2}",
                "{}{}",
                "tru",
                "-Infinit",
                "\"a",
                "\u00a01",
                "\"\\u\uff11234\""
            })
    void refusesWhatCpythonRefuses(String text) {
        assertThatThrownBy(() -> SlowJson.parse(text.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(SlowJson.NotJson.class)
                .extracting(e -> ((SlowJson.NotJson) e).why())
                .isEqualTo(SlowJson.Why.JSON);
    }

    @Test
    void refusesOtherEncodings() {
        byte[] surrogate = {'"', (byte) 0xed, (byte) 0xa0, (byte) 0x80, '"'};
        assertThatThrownBy(() -> SlowJson.parse(surrogate))
                .extracting(e -> ((SlowJson.NotJson) e).why())
                .isEqualTo(SlowJson.Why.ENCODING);
        assertThatThrownBy(() -> SlowJson.parse("\ufeff{}".getBytes(StandardCharsets.UTF_8)))
                .extracting(e -> ((SlowJson.NotJson) e).why())
                .isEqualTo(SlowJson.Why.BOM);
    }

    /// Since JDK 19 `Double.toString` is the shortest as well, but wants two digits (4.9E-324).
    @Test
    void shortestAgreesWithTheJdk() {
        java.util.SplittableRandom random = new java.util.SplittableRandom(17);
        for (int i = 0; i < 3_000; i++) {
            double value = Math.abs(Double.longBitsToDouble(random.nextLong()));
            if (Double.isFinite(value) && value > 1e-300) {
                assertThat(SlowNumbers.shortest(value))
                        .isEqualByComparingTo(Double.toString(value));
            }
        }
        for (int e = -1020; e < 1024; e += 7) {
            double value = Math.scalb(1.0, e);
            assertThat(SlowNumbers.shortest(value)).isEqualByComparingTo(Double.toString(value));
        }
        assertThat(SlowNumbers.python(Double.MIN_VALUE)).isEqualTo("5e-324");
        assertThat(String.format(Locale.ROOT, "%s", Double.MIN_VALUE)).isEqualTo("4.9E-324");
    }
}
