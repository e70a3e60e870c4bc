// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.core.chain.ChainFormat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;

/// Generated logs are what they claim to be.
class LogGeneratorTest {
    static List<ChainFormat> formats() {
        return List.of(ChainFormat.A, ChainFormat.B, ChainFormat.J, LogGenerator.CUSTOM);
    }

    @ParameterizedTest
    @MethodSource("formats")
    void logsAreRight(ChainFormat format) {
        GeneratedLog log = LogGenerator.generate(format, 300, 5);
        assertThat(SlowVerifier.verify(format, log.toBytes()).records()).hasSize(300);
        assertThat(SlowVerifier.verify(format, log.toBytes()).firstWrong()).isEqualTo(-1);
    }

    @ParameterizedTest
    @MethodSource("formats")
    void theSeedDecides(ChainFormat format) {
        byte[] log = LogGenerator.generate(format, 20, 7).toBytes();
        assertThat(LogGenerator.generate(format, 20, 7).toBytes()).isEqualTo(log);
        assertThat(LogGenerator.generate(format, 20, 8).toBytes()).isNotEqualTo(log);
    }

    @ParameterizedTest
    @MethodSource("formats")
    void awkwardSpellingKeepsTheValue(ChainFormat format) {
        GeneratedLog log = LogGenerator.generate(format, 300, 6);
        GeneratedLog awkward = AwkwardLines.respelled(log, 9);
        assertThat(awkward.toBytes()).isNotEqualTo(log.toBytes());
        assertThat(SlowVerifier.verify(format, awkward.toBytes()).firstWrong()).isEqualTo(-1);
        assertThat(SlowVerifier.verify(format, awkward.toBytes()).records()).hasSize(300);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void benchmarkLogsAreRight(boolean awkward) {
        for (ChainFormat format : ChainFormat.BUILT_IN) {
            byte[] log = LogGenerator.benchmark(format, 1_000, 3, awkward);
            SlowVerifier.Result seen = SlowVerifier.verify(format, log);
            assertThat(seen.records()).hasSize(1_000);
            assertThat(seen.firstWrong()).as("%s", format.name()).isEqualTo(-1);
            assertThat(log.length / 1_000).as("bytes a record").isBetween(1_000, 1_250);
        }
    }
}
