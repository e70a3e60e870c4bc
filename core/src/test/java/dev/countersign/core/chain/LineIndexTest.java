// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.chain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.core.testkit.LogGenerator;

import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// The index that is written while verifying points at the lines it says it points at.
class LineIndexTest {
    private static final int RECORDS = 500;

    @TempDir Path folder;

    @ParameterizedTest
    @ValueSource(ints = {64, 3_000, 1 << 18})
    void everySixtyFourthRecord(int sliceBytes) {
        byte[] plain = LogGenerator.generate(ChainFormat.A, RECORDS, 5).toBytes();
        // blank lines count as lines and not as records
        String text = new String(plain, StandardCharsets.UTF_8).replace("}\n{", "}\n \n\n{");
        byte[] log = text.getBytes(StandardCharsets.UTF_8);
        List<Long> starts = starts(log);
        assertThat(starts).hasSize(RECORDS);

        LineIndex index =
                new Verifying(folder, Runnable::run)
                        .run(
                                log,
                                VerifyRequest.DEFAULT,
                                new ChainVerifier(Runnable::run, 1, sliceBytes, true))
                        .index();
        assertThat(index.size()).isEqualTo(Math.ceilDiv(RECORDS, LineIndex.STRIDE));
        for (int record = 0; record < RECORDS; record++) {
            int before = record / LineIndex.STRIDE * LineIndex.STRIDE;
            assertThat(index.recordBefore(record)).isEqualTo(before);
            assertThat(index.offsetBefore(record)).isEqualTo(starts.get(before));
        }
    }

    private static List<Long> starts(byte[] log) {
        List<Long> starts = new ArrayList<>();
        for (int i = 0; i < log.length; i++) {
            if ((i == 0 || log[i - 1] == '\n') && log[i] == '{') {
                starts.add((long) i);
            }
        }
        return starts;
    }
}
