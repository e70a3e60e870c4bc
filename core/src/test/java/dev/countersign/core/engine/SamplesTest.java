// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.engine;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/// What the real producer wrote, written by our engine: byte for byte.
class SamplesTest {
    static List<SampleRun> samples() throws IOException {
        return SampleRun.all();
    }

    @Test
    void allTwentyFour() throws IOException {
        assertThat(samples()).hasSize(24);
    }

    @ParameterizedTest
    @MethodSource("samples")
    void name(SampleRun sample) throws IOException {
        assertThat(RunId.of(sample.workflow().word(), sample.payload())).isEqualTo(sample.id());
    }

    @ParameterizedTest
    @MethodSource("samples")
    void everyByte(SampleRun sample, @TempDir Path root) throws Exception {
        new Replay(sample, root, 0, records -> {}).play();

        assertThat(SampleRun.files(root.resolve(sample.id())))
                .isEqualTo(SampleRun.files(sample.directory()));
    }
}
